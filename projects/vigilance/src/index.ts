import { faultOf, type House, type Sidecar } from '@bannette/house';
import cron from 'node-cron';
import { handleEvents } from './handle.js';
import { hearEvents, type HearOptions } from './hear.js';
import { handleTask } from './inbox.js';
import { mendDocument } from './mend.js';
import { reconcile } from './reconcile.js';
import { alertRoutes } from './routes.js';
import { mendTask } from './tell.js';

export interface VigilanceOptions {
  /** The broker of Alfresco's events; absent, only the nightly comparison finds what was done there. */
  readonly events?: HearOptions;
  /** Cron expression of the nightly comparison, in the authority's time zone. */
  readonly schedule: string;
  /** In how many nights the whole library is gone through. */
  readonly days: number;
}

/** Vigilance: what people do to a mail in Alfresco itself reaches its history, the trays and, where it breaks the law or the circuit, an alert. */
export function vigilance(house: House, options: VigilanceOptions): Sidecar {
  return {
    name: 'vigilance',
    routes: (app) => alertRoutes(house, app),
    tasks: { [handleTask]: handleEvents(house), [mendTask]: mendDocument(house) },
    start: async () => {
      let stopped = false;
      let night: Promise<unknown> = Promise.resolve();
      const { timeZone } = (await house.settings()).authority;
      const tick = cron.schedule(
        options.schedule,
        () => {
          night = reconcile(house, options, () => stopped).then(
            (done) => done && house.log.info(done, 'Mails were compared with Alfresco'),
            (error: unknown) => house.log.error(faultOf(error), 'Mails could not be compared with Alfresco'),
          );
        },
        { timezone: timeZone },
      );
      const hearing = options.events && hearEvents(house, options.events);
      return async () => {
        stopped = true;
        await Promise.all([tick.destroy(), hearing?.stop(), night]);
      };
    },
  };
}

export { reconcile, type ReconcileOptions } from './reconcile.js';
export { openAlerts, watches } from './watchers.js';
export type { HearOptions } from './hear.js';
