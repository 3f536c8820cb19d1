import type { Kysely, Transaction } from 'kysely';
import { appendEntries } from './journal/append.js';
import { type Job, type JobOptions, type JobPayload, addJobs } from './jobs/enqueue.js';
import type { JsonObject } from './json.js';
import type { Database } from './schema/database.js';
import type { SubjectKind } from './schema/foundation.js';

/** For whom a transaction is done; it goes into every journal entry of it. */
export interface Context {
  readonly entityId: string;
  /** User name of a person or an account, or `system`. */
  readonly actor: string;
  /** Who delegated, when the actor acts for another. */
  readonly onBehalfOf?: string;
  /** Follows a letter from the request that brought it in. */
  readonly correlationId?: string;
}

export interface JournalDraft {
  readonly type: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** Covered by the chain for ever: no personal data. */
  readonly data?: JsonObject;
  /** Kept beside the chain, which covers only its salted digest; can be erased. */
  readonly personal?: JsonObject;
  /** When it happened, if not now. */
  readonly at?: Date;
}

export interface Tx {
  readonly trx: Transaction<Database>;
  readonly context: Context;
  /** Says whom the actor replaces in this transaction; all its entries tell it. */
  actFor(person: string): void;
  /** Collected, and written at the end of the transaction, so that commit order is sequence order. */
  append(entry: JournalDraft): void;
  /** Adds a job in the same transaction, at its end. The payload holds ids only. */
  enqueue(task: string, payload: JobPayload, options?: JobOptions): Promise<void>;
}

export function runTransaction<T>(db: Kysely<Database>, context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      const told = await workIn(trx, context, work);
      await finish(trx, [told]);
      return told.result;
    });
}

/** What a piece of work has to tell, and for whom it was done. */
export interface Told {
  readonly context: Context;
  readonly drafts: readonly JournalDraft[];
  readonly jobs: readonly Job[];
}

/** The last of a transaction: jobs of all its works at once, then what they tell, under the chain's lock. */
export async function finish(trx: Transaction<Database>, works: readonly Told[]): Promise<void> {
  await addJobs(trx, works.flatMap(({ jobs }) => jobs));
  await appendEntries(trx, works);
}

/** Does `work` in a transaction that is open already, and gives what is left to do at its end, see `finish`. */
export async function workIn<T>(trx: Transaction<Database>, context: Context, work: (tx: Tx) => Promise<T>): Promise<Told & { readonly result: T }> {
  const drafts: JournalDraft[] = [];
  const jobs: Job[] = [];
  let current = context;
  const result = await work({
    trx,
    get context() {
      return current;
    },
    actFor: (person) => void (current = { ...current, onBehalfOf: person }),
    append: (entry) => void drafts.push(entry),
    enqueue: async (task, payload, options) => void jobs.push({ task, payload, options }),
  });
  return { context: current, drafts, jobs, result };
}
