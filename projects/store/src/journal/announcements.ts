import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { connectionOptions } from '../pool.js';

export interface Announcements {
  /** Calls `wake` after each commit to the journal, of entries of these types if there are any given, and after the connection was away for a while. Connects at the first use. */
  subscribe(wake: () => void, types?: readonly string[]): () => void;
  /**
   * Calls `heard` with what was told to open pages: `notice ID`, `tray ID` (its count has changed), `read PERSON`; with
   * `missed` after the connection was away for a while. Ids only.
   */
  hear(heard: (told: string) => void): () => void;
  close(): Promise<void>;
}

/** One listening connection for all consumers and open pages of a process. Announcements may get lost: both ask again by themselves as well. */
export function listenToJournal(databaseUrl: string): Announcements {
  const listeners = new Map<() => void, ReadonlySet<string> | undefined>();
  const hearers = new Set<(told: string) => void>();
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  const wakeThose = (told: readonly string[]) => listeners.forEach((types, wake) => (!types || !told.length || told.some((type) => types.has(type))) && wake());
  const tellAll = (told: string) => hearers.forEach((heard) => heard(told));
  const listen = () => (running ??= keepListening(databaseUrl, { wake: wakeThose, tell: tellAll }, closing.signal));
  return {
    subscribe: (wake, types) => {
      const own = () => wake();
      listeners.set(own, types && new Set(types));
      void listen();
      return () => void listeners.delete(own);
    },
    hear: (heard) => {
      hearers.add(heard);
      void listen();
      return () => void hearers.delete(heard);
    },
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

const journal = 'bannette_journal';
const live = 'bannette_live';

interface Ears {
  /** @param types of the entries; none where they are not known */
  wake(types: readonly string[]): void;
  tell(told: string): void;
}

async function keepListening(databaseUrl: string, ears: Ears, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    await listenOnce(databaseUrl, ears, closing).catch(() => undefined);
    await delay(1000, undefined, { signal: closing }).catch(() => undefined);
  }
}

/** Returns when the connection ends or `closing` is raised. */
async function listenOnce(databaseUrl: string, { wake, tell }: Ears, closing: AbortSignal): Promise<void> {
  const client = new pg.Client(connectionOptions(databaseUrl));
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
    closing.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await client.connect();
    client.on('notification', ({ channel, payload }) => (channel === journal ? wake(payload?.split(' ').filter(Boolean) ?? []) : tell(payload ?? '')));
    await client.query(`listen ${journal}`);
    await client.query(`listen ${live}`);
    wake([]);
    tell('missed');
    await ended;
  } finally {
    await client.end().catch(() => undefined);
  }
}
