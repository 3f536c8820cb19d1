/** A file as it lies there; another size or time makes it another file. */
export interface Lying {
  readonly size: number;
  readonly mtimeMs: number;
}

const [firstPauseMs, longestPauseMs] = [2_000, 300_000];

/** Files that could not be taken: each is left alone for a while, longer each time, so that one of them neither floods the log nor the disk. */
export function patience() {
  const failures = new Map<string, Lying & { tries: number; notBefore: number }>();
  const same = (one: Lying, other: Lying): boolean => one.size === other.size && one.mtimeMs === other.mtimeMs;
  return {
    mayTry(name: string, file: Lying, now: number): boolean {
      const failed = failures.get(name);
      return !failed || !same(failed, file) || failed.notBefore <= now;
    },
    /** Tells how often it has failed, and for how long it is left alone, in ms. */
    failed(name: string, file: Lying, now: number): { tries: number; pauseMs: number } {
      const before = failures.get(name);
      const tries = before && same(before, file) ? before.tries + 1 : 1;
      const pauseMs = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs);
      failures.set(name, { size: file.size, mtimeMs: file.mtimeMs, tries, notBefore: now + pauseMs });
      return { tries, pauseMs };
    },
    /** Forgets what is there no more. */
    keep(present: ReadonlySet<string>): void {
      for (const name of failures.keys()) if (!present.has(name)) failures.delete(name);
    },
  };
}

export type Patience = ReturnType<typeof patience>;
