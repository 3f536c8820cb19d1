import { setTimeout as delay } from 'node:timers/promises';

/** Waits until `ask` answers something true, and answers it; throws, saying what did not come about. */
export async function until<T>(what: string, ask: () => Promise<T> | T, patienceMs = 60_000): Promise<Exclude<T, false | null | undefined>> {
  for (const end = Date.now() + patienceMs; ; await delay(25)) {
    const found = await ask();
    if (found) return found as Exclude<T, false | null | undefined>;
    if (Date.now() > end) throw new Error(`It did not come about: ${what}`);
  }
}
