import { type Kysely, sql } from 'kysely';
import { StoreError } from '../errors.js';
import type { Database } from '../schema/database.js';

export interface ConsumerState {
  readonly name: string;
  /** Entries of any type after the cursor; an idle consumer may show a few hundred that do not concern it. */
  readonly lag: number;
  /** Failed tries of the entry in hand. */
  readonly attempts: number;
  /** Entries put aside. */
  readonly failures: number;
}

export async function consumerStates(db: Kysely<Database>): Promise<ConsumerState[]> {
  return db
    .selectFrom('consumer_cursor as cursor')
    .innerJoin('journal_head as head', (join) => join.onTrue())
    .select((eb) => [
      'cursor.name',
      eb('head.seq', '-', eb.ref('cursor.seq')).as('lag'),
      'cursor.attempts',
      eb
        .selectFrom('consumer_failure as failure')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('failure.name', '=', 'cursor.name')
        .$asScalar()
        .$notNull()
        .as('failures'),
    ])
    .orderBy('cursor.name')
    .execute();
}

/**
 * Has an entry that was put aside handled again, out of its order; it leaves `consumer_failure` once that goes well.
 *
 * @throws StoreError `failureUnknown`
 */
export async function replayFailure(db: Kysely<Database>, name: string, seq: number): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('consumer_failure')
    .set({ replay_requested: true })
    .where('name', '=', name)
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StoreError('failureUnknown', `consumer ${name} has not put entry ${seq} aside`);
  await sql`select pg_notify('bannette_journal', '')`.execute(db);
}
