import { counterGaps, type CounterGap } from '@bannette/domain';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';
import type { BatchRow } from './batch-for.js';

/** What became of the files that were put into a batch, and of its envelopes. */
export interface BatchFacts {
  /** Without those that were discarded. */
  readonly files: number;
  /** Still to be read. */
  readonly unread: number;
  readonly quarantined: number;
  /** Of files that were read, whatever is on them. */
  readonly pages: number;
  /** Mails that were made of it. */
  readonly released: number;
}

const nothing: BatchFacts = { files: 0, unread: 0, quarantined: 0, pages: 0, released: 0 };

/** Facts of each batch. */
export async function factsOf(db: Kysely<Database>, batchIds: readonly string[]): Promise<(batchId: string) => BatchFacts> {
  if (!batchIds.length) return () => nothing;
  const files = await db
    .selectFrom('deposit_file')
    .innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id')
    .select([
      'deposit.batch_id',
      sql<number>`(count(*) filter (where state <> 'discarded'))::int`.as('files'),
      sql<number>`(count(*) filter (where state in ('waiting', 'reading')))::int`.as('unread'),
      sql<number>`(count(*) filter (where state = 'quarantined'))::int`.as('quarantined'),
      sql<number>`coalesce(sum(pages) filter (where state in ('read', 'separated')), 0)::int`.as('pages'),
    ])
    .where('deposit.batch_id', 'in', batchIds)
    .where('cut_from', 'is', null)
    .groupBy('deposit.batch_id')
    .execute();
  const mails = await db.selectFrom('batch_envelope').select(['batch_id', (eb) => eb.fn.count<string>('mail_id').distinct().as('released')]).where('batch_id', 'in', batchIds).groupBy('batch_id').execute();
  return (batchId) => ({ ...nothing, ...files.find(({ batch_id }) => batch_id === batchId), released: Number(mails.find(({ batch_id }) => batch_id === batchId)?.released ?? 0) });
}

/** Where what was announced and what was scanned disagree. */
export function gapsOf(batch: Pick<BatchRow, 'announced_envelopes' | 'announced_pages' | 'counts'>, { pages }: BatchFacts): readonly CounterGap[] {
  return counterGaps({ envelopes: batch.announced_envelopes ?? undefined, pages: batch.announced_pages ?? undefined }, { envelopes: batch.counts.envelopes, pages });
}
