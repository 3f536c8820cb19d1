import { letterKinds, type Defects, type LetterFormat, type LetterKind, type LetterSpec } from './letter.js';
import { createRandom, type Random } from './random.js';
import { plusDays } from './words/french.js';

export interface BatchSpec {
  readonly seed: number;
  readonly count: number;
  /** Day that the mail room stamps, `YYYY-MM-DD`. */
  readonly receivedAt: string;
  /** Default: every kind in turn. */
  readonly kinds?: readonly LetterKind[];
}

/** A morning's mail: every kind in turn, written one to six days before, mostly well scanned, some of it badly. */
export function batchOfLetters({ seed, count, receivedAt, kinds = letterKinds }: BatchSpec): LetterSpec[] {
  if (kinds.length === 0) throw new RangeError('no kind of letter');
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(`${seed}/batch/${index}`);
    const format = pickFormat(random);
    const kind = kinds[index % kinds.length] as LetterKind;
    return { seed: seed * 100_000 + index, kind, format, receivedAt, date: plusDays(receivedAt, -random.int(1, 6)), defects: ordinaryDefects(random.fork('defects')) };
  });
}

function pickFormat(random: Random): LetterFormat {
  const share = random.next();
  if (share < 0.5) return 'pdf-image';
  if (share < 0.68) return 'tiff-g4';
  if (share < 0.82) return 'pdf-text';
  if (share < 0.9) return 'jpeg';
  return share < 0.95 ? 'tiff-gray' : 'png';
}

/** What a mail room's scanner delivers: slightly askew, a little grain, seldom worse. */
function ordinaryDefects(random: Random): Partial<Defects> {
  const bad = random.chance(0.08);
  return {
    skew: random.between(-1, 1) * (bad ? 2.6 : 0.9),
    noise: random.between(0.02, bad ? 0.4 : 0.15),
    speckle: bad ? random.between(0.1, 0.5) : 0,
    fold: random.chance(0.4),
    handwriting: random.chance(0.3),
    punchHoles: random.chance(0.08),
    fax: random.chance(0.03),
    rotation: random.chance(0.05) ? random.pick([90, 180, 270] as const) : 0,
    dpi: random.chance(0.2) ? 300 : 200,
  };
}
