import { countPlan, type BatchPlan, type PageRef } from '@bannette/domain';
import type { Database, Tx } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { BatchRow } from './batch-for.js';
import { openHints } from './plan-pages.js';

/** Keeps a plan with what is counted of it. Which mails its envelopes have become is kept elsewhere. @returns the batch's revision now */
export async function writePlan(tx: Tx, batch: Pick<BatchRow, 'id' | 'revision'>, plan: BatchPlan): Promise<number> {
  const bare = withoutMails(plan);
  const counts = { ...countPlan(bare), hints: openHints(bare, await hintedPages(tx.trx, batch.id)) };
  const revision = batch.revision + 1;
  await tx.trx.updateTable('batch').set({ plan: JSON.stringify(bare), counts: JSON.stringify(counts), revision }).where('id', '=', batch.id).execute();
  return revision;
}

/** The plan as it is kept. */
export function withoutMails(plan: BatchPlan): BatchPlan {
  return { ...plan, envelopes: plan.envelopes.map(({ id, documents, sheet }) => ({ id, documents, ...(sheet ? { sheet } : {}), fixed: false })) };
}

async function hintedPages(db: Kysely<Database>, batchId: string): Promise<PageRef[]> {
  const rows = await db.selectFrom('batch_page').innerJoin('deposit_file', 'deposit_file.id', 'batch_page.file_id').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').select(['file_id', 'number']).where('deposit.batch_id', '=', batchId).where('hint', 'is not', null).execute();
  return rows.map(({ file_id, number }) => ({ file: file_id, number }));
}
