import { serve } from '@bannette/http';
import type { House, Sidecar } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { affairRetention, setAffairRetention } from './affair.js';
import { endUse } from './end.js';
import { retentionFile } from './file.js';
import { settleRecord } from './settle.js';
import { retentionSummary } from './summary.js';
import { affairTask, endTask } from './tasks.js';
import { followAffairs, reckonAffair } from './tick.js';
import { mailRecord } from './view.js';

export { compareMail, compareRecords } from './compare.js';
export { endCurrentUse } from './tick.js';
export { endTask } from './tasks.js';
export { categoryOf, folderIn } from './category.js';
export { dateRecord } from './date-record.js';
export { endingOf } from './end.js';
export { Refusal, saidOf } from './refusal.js';

export const recordsTasks = (house: House): NonNullable<Sidecar['tasks']> => ({ [endTask]: endUse(house), [affairTask]: reckonAffair(house) });
export const recordsListens: NonNullable<Sidecar['listens']> = [followAffairs];

export function recordsRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    retentionSummary: (call) => retentionSummary(house, call),
    retentionFile: (call) => retentionFile(house, call),
    mailRecord: (call) => mailRecord(house, call),
    settleRecord: (call) => settleRecord(house, call),
    affairRetention: (call) => affairRetention(house, call),
    setAffairRetention: (call) => setAffairRetention(house, call),
  });
}
