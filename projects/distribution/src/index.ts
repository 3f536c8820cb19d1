import { faultOf, type House, type Sidecar } from '@bannette/house';
import cron from 'node-cron';
import { announceClocks } from './clocks/announce.js';
import { keepClocks } from './clocks/keep.js';
import { distribute } from './distribute.js';
import { distributionRoutes } from './routes.js';
import { takeOverTrays } from './take-over.js';
import { keepCounts, mendCounts } from './trays/keep-counts.js';

export interface DistributionOptions {
  /** When clocks that end soon, or have ended, are announced: a cron expression, in the authority's time zone. */
  readonly schedule: string;
}

/** When counts of trays are compared with the mails: at night. */
const mending = '15 3 * * *';

/** Distribution: each mail to its tray, with its readers, its due date and its clocks; the trays as people see them. */
export function distribution(house: House, options: DistributionOptions): Sidecar {
  return {
    name: 'distribution',
    routes: (app) => distributionRoutes(house, app),
    listens: [distribute(house), takeOverTrays(house), keepClocks(house)],
    start: async () => {
      const { timeZone } = (await house.settings()).authority;
      const announce = (): Promise<void> => announceClocks(house).catch((error: unknown) => house.log.error(faultOf(error), 'Clocks that end could not be announced'));
      const tick = cron.schedule(options.schedule, announce, { timezone: timeZone });
      const mend = cron.schedule(mending, () => mendCounts(house).catch((error: unknown) => house.log.error(faultOf(error), 'Counts of trays could not be looked over')), { timezone: timeZone });
      const stopCounting = keepCounts(house);
      await announce();
      return async () => {
        await mend.destroy();
        await stopCounting();
        await tick.destroy();
      };
    },
  };
}

export { pageOfTray } from './page.js';
export { findMails } from './search.js';
export { countTrays, traysOf } from './trays.js';
export { announceClocks } from './clocks/announce.js';
