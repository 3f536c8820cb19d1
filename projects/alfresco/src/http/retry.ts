import { outcomeUnknown } from '../error.js';

/** Waits about 0.1, 0.2, 0.4 … s, at most 2 s, of which half is chance, so that workers don't come back together. */
export function delayBeforeRetry(attempt: number, chance: number = Math.random()): number {
  const full = Math.min(100 * 2 ** (attempt - 1), 2_000);
  return full * (0.5 + chance / 2);
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Repeats what may be done twice without harm, when nobody can tell whether it was done. */
export async function repeating<T>(retries: number, act: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(attempt);
    } catch (error) {
      if (attempt > retries || !outcomeUnknown(error)) throw error;
      await pause(delayBeforeRetry(attempt));
    }
  }
}
