import { faultOf, type House, type Sidecar } from '@bannette/house';
import cron from 'node-cron';
import { followCalendar, recomputeClocks, recomputeTask } from './calendar/recompute.js';
import { announceClocks } from './clocks/announce.js';
import { keepClocks } from './clocks/keep.js';
import { keepDeliveries } from './delivery/keep.js';
import { distribute } from './distribute.js';
import { forecastRoutes } from './forecast/routes.js';
import { makeForecasts } from './forecast/make.js';
import { remind } from './reminders/remind.js';
import { distributionRoutes } from './routes.js';
import { ruleRoutes } from './rules/routes.js';
import { simulateRules, simulateTask } from './rules/simulate.js';
import { takeOverTrays } from './take-over.js';
import { keepCounts, mendCounts, sweepTraces } from './trays/keep-counts.js';

export interface DistributionOptions {
  /** When clocks that end soon, or have ended, are announced: a cron expression, in the authority's time zone. */
  readonly schedule: string;
  /** When people are reminded of open mail; only while their service is at work. */
  readonly remindersSchedule: string;
  /** When it is foretold what will be late. */
  readonly forecastSchedule: string;
}

/** When counts of trays are compared with the mails: at night. */
const mending = '15 3 * * *';

/** Distribution: each mail to its tray, with its readers, its due date and its clocks; the trays as people see them. */
export function distribution(house: House, options: DistributionOptions): Sidecar {
  return {
    name: 'distribution',
    routes: (app) => {
      distributionRoutes(house, app);
      ruleRoutes(house, app);
      forecastRoutes(house, app);
    },
    tasks: { [simulateTask]: (payload: { simulation: string }, job) => simulateRules(house, payload, job), [recomputeTask]: recomputeClocks(house) },
    listens: [distribute(house), takeOverTrays(house), keepClocks(house), keepDeliveries(house), followCalendar()],
    start: async () => {
      const { timeZone } = (await house.settings()).authority;
      const announce = (): Promise<void> => announceClocks(house).catch((error: unknown) => house.log.error(faultOf(error), 'Clocks that end could not be announced'));
      const tick = cron.schedule(options.schedule, announce, { timezone: timeZone });
      const mend = cron.schedule(mending, () => mendCounts(house).then(() => sweepTraces(house)).catch((error: unknown) => house.log.error(faultOf(error), 'Counts of trays could not be looked over')), { timezone: timeZone });
      const stopCounting = keepCounts(house);
      const reminding = cron.schedule(options.remindersSchedule, () => remind(house).catch((error: unknown) => house.log.error(faultOf(error), 'People could not be reminded')), { timezone: timeZone });
      const foretell = (onlyMissing: boolean): Promise<void> => makeForecasts(house, { onlyMissing }).catch((error: unknown) => house.log.error(faultOf(error), 'What will be late could not be foretold'));
      const forecasting = cron.schedule(options.forecastSchedule, () => foretell(false), { timezone: timeZone });
      await announce();
      const first = foretell(true);
      return async () => {
        await mend.destroy();
        await stopCounting();
        await reminding.destroy();
        await forecasting.destroy();
        await first;
        await tick.destroy();
      };
    },
  };
}

export { pageOfTray } from './page.js';
export { findMails } from './search.js';
export { countTrays, traysOf } from './trays.js';
export { announceClocks } from './clocks/announce.js';
export { makeForecasts } from './forecast/make.js';
export { remind } from './reminders/remind.js';
