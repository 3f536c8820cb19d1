import { setTimeout as delay } from 'node:timers/promises';

/** Waits until something has come about; throws, saying what did not, after half a minute. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await condition()) return;
    await delay(20);
  }
  throw new Error(`it did not happen: ${what}`);
}
