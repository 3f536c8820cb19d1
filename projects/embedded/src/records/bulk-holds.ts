import { randomUUID } from 'node:crypto';
import { AcsError } from '../http/errors.js';
import type { NodeRow } from '../nodes/node.js';
import { search } from '../search/run.js';
import { shown } from '../model/values.js';
import type { Session } from '../repository.js';
import { addToHold } from './holds.js';

const LARGEST = 100_000;

/** How a bulk operation ended. It is done within its request, so it is always done. */
export interface BulkStatus {
  readonly bulkStatusId: string;
  readonly totalItems: number;
  readonly processedItems: number;
  readonly errorsCount: number;
  readonly startTime: string;
  readonly endTime: string;
  readonly status: string;
  readonly holdBulkOperation: unknown;
}

async function addedOrNot(session: Session, hold: NodeRow, node: NodeRow): Promise<boolean> {
  try {
    await addToHold(session, hold, node);
    return true;
  } catch (error) {
    if (error instanceof AcsError) return false;
    throw error;
  }
}

/** Adds all that a query finds to a hold; what may not be held is counted. */
export async function addAll(session: Session, hold: NodeRow, operation: { query: { query: string; language: string }; op: string }): Promise<BulkStatus> {
  const started = new Date();
  const { rows } = await search(session, { language: operation.query.language === 'cmis' ? 'cmis' : 'afts', query: operation.query.query, filters: [], sort: [], location: 'nodes', page: { skip: 0, max: LARGEST } });
  let errorsCount = 0;
  for (const row of rows) if (!(await addedOrNot(session, hold, row))) errorsCount += 1;
  const status: BulkStatus = {
    holdBulkOperation: operation, totalItems: rows.length, errorsCount, startTime: shown(started.toISOString()), endTime: shown(new Date().toISOString()),
    bulkStatusId: randomUUID(), processedItems: rows.length, status: 'DONE',
  };
  await session.sql.rows('insert into rm_hold_bulk (id, hold, status) values ($1, $2, $3)', [status.bulkStatusId, hold.id, JSON.stringify(status)]);
  return status;
}

export const bulkStatuses = async (session: Session, hold: string): Promise<BulkStatus[]> =>
  (await session.sql.rows<{ status: BulkStatus }>('select status from rm_hold_bulk where hold = $1 order by seq desc', [hold])).map((row) => row.status);
