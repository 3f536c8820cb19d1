import { faultOf, type House, type Sidecar } from '@bannette/house';
import cron from 'node-cron';
import { announceClocks } from './clocks/announce.js';
import { keepClocks } from './clocks/keep.js';
import { distribute } from './distribute.js';
import { distributionRoutes } from './routes.js';
import { takeOverTrays } from './take-over.js';

export interface DistributionOptions {
  /** When clocks that end soon, or have ended, are announced: a cron expression, in the authority's time zone. */
  readonly schedule: string;
}

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
      await announce();
      return async () => {
        await tick.destroy();
      };
    },
  };
}

export { announceClocks } from './clocks/announce.js';
