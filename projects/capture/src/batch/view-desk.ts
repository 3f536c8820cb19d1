import type { Call, Contract, Desk, DeskState } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { BatchRow } from './batch-for.js';
import { mailsOf, withMails } from './envelopes.js';
import { keepingOf } from '../leaving/list.js';
import { gapsOf } from './run.js';
import { findBatchOf, viewBatchRow } from './view-batch.js';

const editableIn = ['read', 'toCheck', 'released', 'quarantined'] as const;

/** Whether its plan can be changed now: when all that can be read was read, and its mails aren't being made. */
export function isEditable({ state, releasing_since, taking }: Pick<BatchRow, 'state' | 'releasing_since' | 'taking'>): boolean {
  return releasing_since === null && !taking && (editableIn as readonly string[]).includes(state);
}

/** A batch at the page desk. */
export async function viewDesk(house: House, { caller, params }: Call<Contract['desk']>): Promise<Desk> {
  const { db } = house.store;
  const row = await findBatchOf(house, caller, params.id);
  const files = await db
    .selectFrom('deposit_file')
    .innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id')
    .selectAll('deposit_file')
    .where('batch_id', '=', row.id)
    .where('cut_from', 'is', null)
    .orderBy('deposit.id')
    .orderBy('position')
    .execute();
  const { authority } = await house.settings();
  const ids = files.map(({ id }) => id);
  const pages = ids.length ? await db.selectFrom('batch_page').select(['file_id', 'number', 'codes', 'blank', 'confidence', 'hint', 'width', 'height']).where('file_id', 'in', ids).orderBy('file_id').orderBy('number').execute() : [];
  return {
    batch: await viewBatchRow(house, row),
    files: files.map((file) => ({ id: file.id, name: file.original_name, sha512: file.sha512, size: Number(file.size), mediaType: file.media_type ?? undefined, state: file.state, reason: file.reason ?? undefined, pages: file.pages ?? undefined, keeping: file.due_since || file.stays_because || file.held_at || file.leaving_at ? keepingOf(file, authority) : undefined })),
    pages: pages.map(({ file_id, number, codes, blank, confidence, hint, width, height }) => ({
      file: file_id,
      number,
      says: codes.map(({ kind, value }) => ({ kind, value })),
      blank,
      confidence: confidence ?? undefined,
      hint: hint ?? undefined,
      width: width ?? undefined,
      height: height ?? undefined,
    })),
    gaps: await gapsOf(db, ids, pages),
    ...(await stateOf(db, row)),
    editable: isEditable(row),
  };
}

/** The plan with its mails, and what can be undone and done again. */
export async function stateOf(db: Kysely<Database>, row: Pick<BatchRow, 'id' | 'revision' | 'plan'>): Promise<Omit<DeskState, 'revision'>> {
  const { rows } = await stepsOf(db, row.id);
  return { plan: withMails(row.plan, await mailsOf(db, row.id)), canUndo: rows.some(({ undone }) => !undone), canRedo: rows.some(({ undone }) => undone) };
}

async function stepsOf(db: Kysely<Database>, batchId: string): Promise<{ rows: readonly { undone: boolean }[] }> {
  return { rows: await db.selectFrom('batch_step').select('undone').where('batch_id', '=', batchId).groupBy('undone').execute() };
}
