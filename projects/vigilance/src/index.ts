import { timed, type House, type Sidecar } from '@bannette/house';
import { handleEvents } from './handle.js';
import { hearEvents, type HearOptions } from './hear.js';
import { handleTask } from './inbox.js';
import { mendDocument } from './mend.js';
import { proofRoutes } from './proof/routes.js';
import { sealJournal, type Sealing } from './proof/seal-journal.js';
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
  /** How the journal is sealed. */
  readonly sealing: Sealing;
}

/** Vigilance: what people do to a mail in Alfresco itself reaches its history, the trays and, where it breaks the law or the circuit, an alert. */
export function vigilance(house: House, options: VigilanceOptions): Sidecar {
  return {
    name: 'vigilance',
    routes: (app) => {
      alertRoutes(house, app);
      proofRoutes(house, app, options.sealing);
    },
    tasks: { [handleTask]: handleEvents(house), [mendTask]: mendDocument(house) },
    start: async () => {
      let stopped = false;
      const { timeZone } = (await house.settings()).authority;
      const night = timed(house, { name: 'vigilance.reconcile', at: options.schedule, timeZone, trouble: 'Mails could not be compared with Alfresco' }, async () => {
        const done = await reconcile(house, options, () => stopped);
        if (done) house.log.info(done, 'Mails were compared with Alfresco');
      });
      const sealing = timed(house, { name: 'vigilance.seal', at: options.sealing.schedule, timeZone, trouble: 'The journal could not be sealed' }, () => sealJournal(house, options.sealing));
      const hearing = options.events && hearEvents(house, options.events);
      return async () => {
        stopped = true;
        await Promise.all([night.stop(), sealing.stop(), hearing?.stop()]);
      };
    },
  };
}

export { sealJournal, type Sealing } from './proof/seal-journal.js';
export { verifySeals, type SealFinding, type SealReport } from './proof/verify-seals.js';
export { reconcile, type ReconcileOptions } from './reconcile.js';
export { openAlerts, watches } from './watchers.js';
export type { HearOptions } from './hear.js';
export { keepEvents } from './inbox.js';
