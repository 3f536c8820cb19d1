import { setTimeout as delay } from 'node:timers/promises';

/** A measurement of thousands sets `BANNETTE_TEST_PATIENCE_MS`. */
const usualPatienceMs = (): number => Number(process.env['BANNETTE_TEST_PATIENCE_MS'] ?? 60_000);

/** Waits until `ask` answers something true, and answers it; throws, saying what did not come about. */
export async function until<T>(what: string, ask: () => Promise<T> | T, patienceMs = usualPatienceMs()): Promise<Exclude<T, false | null | undefined>> {
  for (const end = Date.now() + patienceMs; ; await delay(25)) {
    const found = await ask();
    if (found) return found as Exclude<T, false | null | undefined>;
    if (Date.now() > end) throw new Error(`It did not come about: ${what}`);
  }
}
