import type { Repository } from '@bannette/alfresco';
import type { SealKey, Timestamp } from '@bannette/seal';
import { serve } from '@bannette/http';
import { faultOf, type House, type LooksAtFiles, type Sidecar } from '@bannette/house';
import cron from 'node-cron';
import { computeRetention } from './compute.js';
import { retentionDuePage } from './due.js';
import { announceDue } from './announce.js';
import { compareRecords, endCurrentUse, recordsListens, recordsRoutes, recordsTasks } from './records/index.js';
import { boxRoutes } from './boxes/index.js';
import { campaignRoutes, campaignTasks } from './campaigns/routes.js';
import { executionRoutes, executionTasks, tendCampaigns } from './execution/index.js';
import { seriesRoutes } from './series/index.js';
import { compareDaily, scheduleListens, scheduleRoutes, scheduleTasks } from './schedule/index.js';
import { keepTerms } from './terms/index.js';
import { announceReviews, askToCompare, holdsListens, holdsRoutes, holdsTasks } from './holds/index.js';
import { setTrigger } from './trigger.js';
import { visaRoutes } from './visa/routes.js';

export interface RetentionOptions {
  /** Cron expression, in the authority's time zone. */
  readonly schedule: string;
  /** Cron expression: when records are begun of mails whose current use has ended. */
  readonly recordsSchedule: string;
  /** Alfresco as the account that destroys; without it no campaign is carried out here. */
  readonly purge?: Repository;
  /** The key that certificates are signed with, read anew each time. */
  readonly seal?: () => Promise<SealKey>;
  /** Gives their timestamps. */
  readonly timestamp?: Timestamp;
  /** Looks at files that people attach. */
  readonly antivirus?: LooksAtFiles;
  /** Folder of what was eliminated, outside of the database: what a restored backup brings back is destroyed again by it. */
  readonly ledger?: string;
}

/** Retention: each mail's row, trigger and due date; what falls due soon is announced for others to tell. */
export function retention(house: House, options: RetentionOptions): Sidecar {
  return {
    name: 'retention',
    routes: (app) => {
      serve(app, { retentionDue: (call) => retentionDuePage(house, call), setTrigger: (call) => setTrigger(house, call) });
      recordsRoutes(house, app);
      visaRoutes(house, app, options.antivirus);
      campaignRoutes(house, app, options);
      executionRoutes(house, app, options);
      boxRoutes(house, app, options.antivirus);
      seriesRoutes(house, app);
      scheduleRoutes(house, app);
      holdsRoutes(house, app);
    },
    tasks: { ...campaignTasks(house, options), ...executionTasks(house, options), ...recordsTasks(house), ...scheduleTasks(house), ...holdsTasks(house) },
    listens: [computeRetention(house), ...recordsListens, ...scheduleListens, ...holdsListens(house)],
    start: async () => {
      const { timeZone } = (await house.settings()).authority;
      const tick = cron.schedule(options.schedule, () => announceDue(house).catch((error: unknown) => house.log.error(faultOf(error), 'What falls due could not be announced')), { timezone: timeZone });
      await announceDue(house);
      let stopped = false;
      const endUse = () => endCurrentUse(house).then(() => compareRecords(house, () => stopped)).catch((error: unknown) => house.log.error(faultOf(error), 'Records of mails whose current use has ended could not be begun'));
      const records = cron.schedule(options.recordsSchedule, endUse, { timezone: timeZone });
      const first = endUse();
      const plan = cron.schedule(options.recordsSchedule, () => compareDaily(house).catch((error: unknown) => house.log.error(faultOf(error), 'The file plan could not be looked at')), { timezone: timeZone });
      const terms = cron.schedule(options.recordsSchedule, () => keepTerms(house).catch((error: unknown) => house.log.error(faultOf(error), 'Terms of personal data could not be looked at')), { timezone: timeZone });
      const holds = cron.schedule(options.schedule, () => announceReviews(house).then(() => askToCompare(house)).catch((error: unknown) => house.log.error(faultOf(error), 'What is held could not be looked at')), { timezone: timeZone });
      const campaigns = cron.schedule(options.schedule, () => tendCampaigns(house).catch((error: unknown) => house.log.error(faultOf(error), 'Campaigns could not be tended')), { timezone: timeZone });
      return async () => {
        stopped = true;
        await Promise.all([campaigns.destroy(), holds.destroy(), tick.destroy(), records.destroy(), plan.destroy(), terms.destroy(), first]);
      };
    },
  };
}

export { retentionOf } from './compute.js';
export { aroundOf, reckonOf } from './records/reckon.js';
export { announceDue } from './announce.js';
export { boxesOf, boxesSettled } from './boxes/index.js';
export { destroyRegisterDay, registerCandidates, registerDocuments } from './series/index.js';
export { compareMail, compareRecords, endCurrentUse, endTask } from './records/index.js';
export { driftingRows, rowDrift } from './schedule/index.js';
export { announceReviews, compareHolds } from './holds/index.js';
export { eliminateAgain, readLedger, tendCampaigns, type AgainReport, type LedgerLine } from './execution/index.js';
export { keepTerms } from './terms/index.js';
