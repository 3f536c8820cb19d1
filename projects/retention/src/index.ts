import type { Repository } from '@bannette/alfresco';
import type { SealKey, Timestamp } from '@bannette/seal';
import { serve } from '@bannette/http';
import { timed, type House, type LooksAtFiles, type Sidecar } from '@bannette/house';
import { computeRetention } from './compute.js';
import { retentionDuePage } from './due.js';
import { announceDue } from './announce.js';
import { compareRecords, endCurrentUse, recordsListens, recordsRoutes, recordsTasks } from './records/index.js';
import { boxRoutes } from './boxes/index.js';
import { campaignRoutes, campaignTasks } from './campaigns/routes.js';
import { askForHands, executionRoutes, executionTasks, tendCampaigns } from './execution/index.js';
import { seriesRoutes } from './series/index.js';
import { compareDaily, scheduleListens, scheduleRoutes, scheduleTasks } from './schedule/index.js';
import { keepTerms } from './terms/index.js';
import { announceReviews, askToCompare, holdsListens, holdsRoutes, holdsTasks } from './holds/index.js';
import { sortingRoutes, sortingTasks, tendSortings } from './sortings/index.js';
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
  /** Hands that work on a campaign at the same time, over all processes; 4 unless told. */
  readonly hands?: number;
  /** Items that a hand carries out before its next job; 25 unless told. */
  readonly items?: number;
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
      sortingRoutes(house, app, options.antivirus);
      scheduleRoutes(house, app);
      holdsRoutes(house, app);
    },
    tasks: { ...campaignTasks(house, options), ...executionTasks(house, options), ...sortingTasks(house), ...recordsTasks(house), ...scheduleTasks(house), ...holdsTasks(house) },
    listens: [computeRetention(house), ...recordsListens, ...scheduleListens, ...holdsListens(house)],
    start: async () => {
      const { timeZone } = (await house.settings()).authority;
      const [daily, hourly] = [{ at: options.schedule, timeZone }, { at: options.recordsSchedule, timeZone }];
      let stopped = false;
      const due = timed(house, { ...daily, name: 'retention.due', trouble: 'What falls due could not be announced' }, () => announceDue(house));
      await due.now();
      const records = timed(house, { ...hourly, name: 'retention.records', trouble: 'Records of mails whose current use has ended could not be begun' }, async () => {
        await endCurrentUse(house);
        await compareRecords(house, () => stopped);
      });
      void records.now();
      if (options.purge) await askForHands(house, options);
      const all = [
        due,
        records,
        timed(house, { ...hourly, name: 'retention.filePlan', trouble: 'The file plan could not be looked at' }, () => compareDaily(house)),
        timed(house, { ...hourly, name: 'retention.personalTerms', trouble: 'Terms of personal data could not be looked at' }, () => keepTerms(house)),
        timed(house, { ...daily, name: 'retention.holds', trouble: 'What is held could not be looked at' }, () => announceReviews(house).then(() => askToCompare(house))),
        timed(house, { ...hourly, name: 'retention.sortings', trouble: 'Sortings could not be tended' }, () => tendSortings(house)),
        timed(house, { ...daily, name: 'retention.campaigns', trouble: 'Campaigns could not be tended' }, () => tendCampaigns(house, options)),
      ];
      return async () => {
        stopped = true;
        await Promise.all(all.map((each) => each.stop()));
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
export { announceReviews, compareHolds, recoverHolds } from './holds/index.js';
export { attestedList, eliminateAgain, isAsWritten, readLedger, unverifiedLines, tendCampaigns, type AgainReport, type AttestationFault, type LedgerLine } from './execution/index.js';
export { keepTerms } from './terms/index.js';
export { tendSortings } from './sortings/index.js';
