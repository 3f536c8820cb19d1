import { setTimeout as delay } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Store } from '../open-store.js';
import type { Database } from '../schema/database.js';
import type { Tx } from '../transaction.js';
import { type Step, handleNext, registerConsumer } from './consumer-step.js';
import type { JournalEntry } from './read.js';

export interface JournalConsumer {
  /** Returns when the entry in hand is done. */
  stop(): Promise<void>;
}

export interface ConsumerOptions {
  /** Names the cursor; processes that share a name share the work. */
  readonly name: string;
  readonly types: readonly string[];
  /**
   * Before several entries are handled in one transaction: takes the locks that their handling will take, in an order that
   * all consumers keep, so that no two wait for one another.
   */
  prepare?(entries: readonly JournalEntry[], trx: Transaction<Database>): Promise<void>;
  /** Its effects belong into `tx`: they are committed together with the cursor, so they happen once. */
  handle(entry: JournalEntry, tx: Tx): Promise<void>;
  /** Told of every failed try; without an entry when the database could not be asked. */
  onError?(error: unknown, entry?: JournalEntry): void;
  /** Milliseconds between looks when no announcement comes; 5,000 by default. */
  readonly pollMs?: number;
  /** Tries of one entry before it is put aside as a `consumer_failure`; 8 by default. */
  readonly maxAttempts?: number;
  /** Milliseconds before the second try, doubled with each further one up to a minute; 500 by default. */
  readonly backoffMs?: number;
}

/** Hands a consumer every entry of its types, in the journal's order, from the journal's beginning. */
export function consumeJournal(store: Store, options: ConsumerOptions): JournalConsumer {
  const { pollMs = 5_000 } = options;
  const stopping = new AbortController();
  let wake = new AbortController();
  const unsubscribe = store.announcements.subscribe(() => wake.abort(), options.types);
  stopping.signal.addEventListener('abort', () => wake.abort());

  let registered = false;
  const takeStep = async (): Promise<Step> => {
    if (!registered) await registerConsumer(store.db, options.name);
    registered = true;
    return handleNext(store, options);
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      const step = await takeStep().catch((error: unknown): Step => {
        options.onError?.(error);
        return { waitMs: Math.min(pollMs, 1_000) };
      });
      const pause = step === 'handled' ? 0 : step === 'idle' ? pollMs : step.waitMs;
      if (pause > 0 && !stopping.signal.aborted) await delay(pause, undefined, { signal: wake.signal }).catch(() => undefined);
    }
  };
  const running = run();

  return {
    stop: async () => {
      unsubscribe();
      stopping.abort();
      await running;
    },
  };
}
