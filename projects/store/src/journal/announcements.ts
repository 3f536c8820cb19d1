import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connectionOptions } from '../pool.js';

export interface Announcements {
  /** Calls `wake` after each commit to the journal, and after the connection was away for a while. Connects at the first use. */
  subscribe(wake: () => void): () => void;
  close(): Promise<void>;
}

/** One listening connection for all consumers of a process. Announcements may get lost: consumers poll as well. */
export function listenToJournal(databaseUrl: string): Announcements {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  const wakeAll = () => listeners.forEach((wake) => wake());
  return {
    subscribe: (wake) => {
      listeners.add(wake);
      running ??= keepListening(databaseUrl, wakeAll, closing.signal);
      return () => void listeners.delete(wake);
    },
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

async function keepListening(databaseUrl: string, wake: () => void, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    await listenOnce(databaseUrl, wake, closing).catch(() => undefined);
    await delay(1000, undefined, { signal: closing }).catch(() => undefined);
  }
}

/** Returns when the connection ends or `closing` is raised. */
async function listenOnce(databaseUrl: string, wake: () => void, closing: AbortSignal): Promise<void> {
  const client = new pg.Client(connectionOptions(databaseUrl));
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
    closing.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await client.connect();
    client.on('notification', wake);
    await client.query('listen bannette_journal');
    wake();
    await ended;
  } finally {
    await client.end().catch(() => undefined);
  }
}
