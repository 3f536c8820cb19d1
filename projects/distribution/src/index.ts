import { faultOf, timed, type House, type Sidecar } from '@bannette/house';
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
      const clocks = timed(house, { name: 'distribution.clocks', at: options.schedule, timeZone, trouble: 'Clocks that end could not be announced' }, () => announceClocks(house));
      const mend = timed(house, { name: 'distribution.counts', at: mending, timeZone, trouble: 'Counts of trays could not be looked over' }, () => mendCounts(house).then(() => sweepTraces(house)));
      const stopCounting = keepCounts(house);
      const reminding = timed(house, { name: 'distribution.reminders', at: options.remindersSchedule, timeZone, trouble: 'People could not be reminded' }, () => remind(house));
      const unforetold = 'What will be late could not be foretold';
      const forecasting = timed(house, { name: 'distribution.forecast', at: options.forecastSchedule, timeZone, trouble: unforetold }, () => makeForecasts(house, { onlyMissing: false }));
      await clocks.now();
      const first = makeForecasts(house, { onlyMissing: true }).catch((error: unknown) => house.log.error(faultOf(error), unforetold));
      return async () => {
        await mend.stop();
        await stopCounting();
        await reminding.stop();
        await forecasting.stop();
        await first;
        await clocks.stop();
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
