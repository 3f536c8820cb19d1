import type { LyingFile } from './look.js';

/** A file, and for how long it has been as it is now; by this machine's own clock, whatever the share's says. */
export interface SeenFile extends LyingFile {
  readonly quietMs: number;
  /** In which order it was first seen. */
  readonly order: number;
}

/** An empty file is most often one whose writing has not begun. */
const emptyQuietMs = 60_000;

export const isSettled = ({ size, quietMs }: Pick<SeenFile, 'size' | 'quietMs'>, settleMs: number): boolean => quietMs >= (size ? settleMs : Math.max(settleMs, emptyQuietMs));

/** Remembers how files were in the rounds before; `clock` counts milliseconds and never goes back. */
export function sightings(clock: () => number = () => performance.now()) {
  const known = new Map<string, { size: number; mtimeMs: number; since: number; order: number }>();
  let counted = 0;
  return {
    see(files: readonly LyingFile[]): SeenFile[] {
      const now = clock();
      const present = new Set<string>();
      const seen = files.map((file) => {
        const key = file.path.toString('latin1');
        present.add(key);
        const before = known.get(key);
        const entry = before?.size === file.size && before.mtimeMs === file.mtimeMs ? before : { size: file.size, mtimeMs: file.mtimeMs, since: now, order: before?.order ?? counted++ };
        known.set(key, entry);
        return { ...file, quietMs: now - entry.since, order: entry.order };
      });
      for (const key of known.keys()) if (!present.has(key)) known.delete(key);
      return seen;
    },
  };
}
