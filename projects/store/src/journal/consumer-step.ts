import { type Kysely, type Transaction, sql } from 'kysely';
import type { Store } from '../open-store.js';
import type { Database } from '../schema/database.js';
import { type Told, finish, workIn } from '../transaction.js';
import type { ConsumerOptions } from './consume.js';
import { type JournalEntry, findEntry, readJournal } from './read.js';

export type Step = 'handled' | 'idle' | { readonly waitMs: number };

interface Cursor {
  readonly seq: number;
  readonly head: number;
  readonly waitMs: number;
  readonly replay: number | null;
}

interface Next {
  readonly entries: readonly JournalEntry[];
  /** One that was put aside, handled again. */
  readonly replayed: boolean;
}

/** A consumer that finds nothing of its types moves its cursor only when it lags by so many entries, to spare writes. */
export const idleLag = 500;

/** So many entries at most are handled in one transaction, which shares what it costs; few enough that nobody waits long for their locks. */
export const mostTogether = 16;

export async function registerConsumer(db: Kysely<Database>, name: string): Promise<void> {
  await db.insertInto('consumer_cursor').values({ name, seq: 0 }).onConflict((conflict) => conflict.doNothing()).execute();
}

/**
 * Handles the next entries, cursor and effects in one transaction. Where one fails, those before it are handled again without
 * it, and then its failure is its own. Throws only when the database is away.
 */
export async function handleNext(store: Store, options: ConsumerOptions, most = mostTogether): Promise<Step> {
  let next: Next | undefined;
  let at = 0;
  try {
    return await store.db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (trx): Promise<Step> => {
        const cursor = await lockCursor(trx, options.name);
        if (!cursor) return 'idle';
        next = await nextEntries(trx, cursor, options.types, most);
        const { entries, replayed } = next;
        if (!entries.length) return cursor.waitMs > 0 ? { waitMs: cursor.waitMs } : passOver(trx, options.name, cursor);
        if (entries.length > 1 && options.locks !== false) await options.prepare?.(entries, trx);
        const told: Told[] = [];
        for (const [index, entry] of entries.entries()) {
          at = index;
          told.push(await handleEntry(trx, options, entry, replayed));
        }
        if (!replayed) await moveCursor(trx, options.name, entries.at(-1)?.seq ?? cursor.seq);
        await finish(trx, told);
        return replayed || entries.length === most ? 'handled' : 'idle';
      });
  } catch (error) {
    const entry = next?.entries[at];
    if (!next || !entry) throw error;
    if (at === 0) {
      await recordFailure(store.db, options, entry, next.replayed, error);
      options.onError?.(error, entry);
    } else await handleNext(store, options, at);
    return 'handled';
  }
}

/** Undefined while another process has the cursor in hand. */
async function lockCursor(trx: Transaction<Database>, name: string): Promise<Cursor | undefined> {
  return trx
    .selectFrom('consumer_cursor as cursor')
    .select((eb) => [
      'cursor.seq',
      // Read before the entries are: whatever is found missing up to here is missing for good.
      eb.selectFrom('journal_head').select('journal_head.seq').$asScalar().$notNull().as('head'),
      sql<number>`greatest(0, ceil(extract(epoch from next_attempt_at - clock_timestamp()) * 1000))::integer`.as('waitMs'),
      eb
        .selectFrom('consumer_failure as failure')
        .select((of) => of.fn.min('failure.seq').as('seq'))
        .whereRef('failure.name', '=', 'cursor.name')
        .where('failure.replay_requested', '=', true)
        .as('replay'),
    ])
    .where('cursor.name', '=', name)
    .forUpdate('cursor')
    .skipLocked()
    .executeTakeFirst();
}

async function nextEntries(trx: Transaction<Database>, cursor: Cursor, types: readonly string[], most: number): Promise<Next> {
  if (cursor.replay !== null) {
    const entry = await findEntry(trx, cursor.replay);
    return { entries: entry ? [entry] : [], replayed: true };
  }
  if (cursor.waitMs > 0) return { entries: [], replayed: false };
  return { entries: await readJournal(trx, { types, afterSeq: cursor.seq, limit: most }), replayed: false };
}

export function handleEntry(trx: Transaction<Database>, options: ConsumerOptions, entry: JournalEntry, replayed: boolean): Promise<Told> {
  const context = { entityId: entry.entityId, actor: 'system', correlationId: entry.correlationId };
  return workIn(trx, context, async (tx) => {
    await options.handle(entry, tx);
    if (replayed) await trx.deleteFrom('consumer_failure').where('name', '=', options.name).where('seq', '=', entry.seq).execute();
  });
}

async function passOver(trx: Transaction<Database>, name: string, cursor: Cursor): Promise<Step> {
  if (cursor.head - cursor.seq > idleLag) await moveCursor(trx, name, cursor.head);
  return 'idle';
}

async function moveCursor(trx: Transaction<Database>, name: string, seq: number): Promise<void> {
  await trx.updateTable('consumer_cursor').set({ seq, attempts: 0, next_attempt_at: null }).where('name', '=', name).execute();
}

async function recordFailure(db: Kysely<Database>, options: ConsumerOptions, entry: JournalEntry, replayed: boolean, error: unknown): Promise<void> {
  const { name, maxAttempts = 8, backoffMs = 500 } = options;
  await db.transaction().execute(async (trx) => {
    const cursor = await trx.selectFrom('consumer_cursor').select(['seq', 'attempts']).where('name', '=', name).forUpdate().executeTakeFirstOrThrow();
    if (replayed) return putAside(trx, name, entry.seq, 1, error);
    if (cursor.seq >= entry.seq) return;
    const attempts = cursor.attempts + 1;
    if (attempts < maxAttempts) {
      const pause = Math.min(60_000, backoffMs * 2 ** (attempts - 1));
      const next = sql<Date>`clock_timestamp() + ${pause} * interval '1 millisecond'`;
      await trx.updateTable('consumer_cursor').set({ attempts, next_attempt_at: next }).where('name', '=', name).execute();
    } else {
      await putAside(trx, name, entry.seq, attempts, error);
      await moveCursor(trx, name, entry.seq);
    }
  });
}

async function putAside(trx: Transaction<Database>, name: string, seq: number, attempts: number, error: unknown): Promise<void> {
  const text = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
  await trx
    .insertInto('consumer_failure')
    .values({ name, seq, attempts, error: text, failed_at: sql`clock_timestamp()` })
    .onConflict((conflict) =>
      conflict.columns(['name', 'seq']).doUpdateSet((eb) => ({
        attempts: eb('consumer_failure.attempts', '+', attempts),
        error: text,
        failed_at: sql`clock_timestamp()`,
        replay_requested: false,
      })),
    )
    .execute();
}
