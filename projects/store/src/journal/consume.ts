import { setTimeout as delay } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Store } from '../open-store.js';
import type { Database } from '../schema/database.js';
import type { Tx } from '../transaction.js';
import { type Step, handleNext, registerConsumer } from './consumer-step.js';
import type { JournalEntry } from './read.js';
import { type Passed, handleTogether } from './together.js';

export interface JournalConsumer {
  /** Returns when the entry in hand is done. */
  stop(): Promise<void>;
}

export interface ConsumerOptions {
  /** Names the cursor; processes that share a name share the work. */
  readonly name: string;
  readonly types: readonly string[];
  /**
   * Before entries are handled, several in one transaction or one by who locks: takes the locks that their handling will
   * take, in an order that all consumers keep, so that no two wait for one another.
   */
  prepare?(entries: readonly JournalEntry[], trx: Transaction<Database>): Promise<void>;
  /** Whether handling locks the mail of each entry, or never does; where neither is said, it may. */
  readonly locks?: boolean;
  /**
   * Of one that goes together with others: asked once for all that waits, whether it has anything to do. Then it goes by
   * itself, because it takes locks that the others don't; else it passes over all of it.
   */
  concerned?(trx: Transaction<Database>): Promise<boolean>;
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
  return keepConsuming(store, [options], () => handleNext(store, options));
}

/**
 * The same for several consumers whose handling takes a few statements each: what waits is handled for all of them in one
 * transaction. Each keeps its own cursor, and its failures are its own.
 */
export function consumeTogether(store: Store, consumers: readonly ConsumerOptions[]): JournalConsumer {
  const passed: Passed = new Map();
  return keepConsuming(store, consumers, () => handleTogether(store, consumers, passed));
}

function keepConsuming(store: Store, consumers: readonly ConsumerOptions[], next: () => Promise<Step>): JournalConsumer {
  const pollMs = Math.min(...consumers.map(({ pollMs }) => pollMs ?? 5_000));
  const stopping = new AbortController();
  let wake = new AbortController();
  const unsubscribe = store.announcements.subscribe(() => wake.abort(), [...new Set(consumers.flatMap(({ types }) => types))]);
  stopping.signal.addEventListener('abort', () => wake.abort());

  let registered = false;
  const takeStep = async (): Promise<Step> => {
    if (!registered) for (const { name } of consumers) await registerConsumer(store.db, name);
    registered = true;
    return next();
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      wake = new AbortController();
      const step = await takeStep().catch((error: unknown): Step => {
        consumers[0]?.onError?.(error);
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
