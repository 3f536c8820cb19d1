import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.js';

/** An entry that a consumer put aside after its last try. */
export interface SetAside {
  readonly consumer: string;
  readonly seq: number;
  /** Of the entry. */
  readonly type: string;
  readonly mailId: string | null;
  readonly attempts: number;
  /** As it was thrown: may quote personal data. */
  readonly error: string;
  readonly failedAt: Date;
  /** It will be handled again within seconds. */
  readonly replaying: boolean;
}

/**
 * A page of the entries put aside, the newest entry first.
 *
 * @param before the last entry of the page before
 */
export async function setAsidePage(db: Kysely<Database>, entityId: string, { limit, before }: { readonly limit: number; readonly before?: { readonly seq: number; readonly consumer: string } }): Promise<SetAside[]> {
  let query = selected(db).where('journal.entity_id', '=', entityId).orderBy('failure.seq', 'desc').orderBy('failure.name', 'desc').limit(limit);
  if (before) query = query.where((eb) => eb(eb.refTuple('failure.seq', 'failure.name'), '<', eb.tuple(before.seq, before.consumer)));
  return query.execute();
}

export async function findSetAside(db: Kysely<Database>, consumer: string, seq: number): Promise<SetAside | undefined> {
  return selected(db).where('failure.name', '=', consumer).where('failure.seq', '=', seq).executeTakeFirst();
}

const selected = (db: Kysely<Database>) =>
  db
    .selectFrom('consumer_failure as failure')
    .innerJoin('journal', 'journal.seq', 'failure.seq')
    .select((eb) => [
      'failure.name as consumer',
      'failure.seq',
      'journal.type',
      eb.case().when('journal.subject_kind', '=', 'mail').then(eb.ref('journal.subject_id')).else(null).end().as('mailId'),
      'failure.attempts',
      'failure.error',
      'failure.failed_at as failedAt',
      'failure.replay_requested as replaying',
    ]);
