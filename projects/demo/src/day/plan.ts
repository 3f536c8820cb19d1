import { letterKinds, type Defects, type LetterFormat, type LetterKind } from '../letters/letter.js';

export type Door = 'folder' | 'page' | 'counter' | 'email' | 'form';
/** How far a letter gets before the visitor comes in. */
export type Fate = 'waiting' | 'distributed' | 'taken' | 'assigned' | 'noted' | 'copied' | 'rerouted' | 'answered' | 'closed' | 'noFollowUp' | 'reopened';

/** One letter of the morning. */
export interface Scene {
  readonly seed: number;
  readonly kind: LetterKind;
  readonly format: LetterFormat;
  readonly door: Door;
  /** Days before today on which it arrived; old ones are late by now. */
  readonly arrivedDaysAgo: number;
  readonly defects: Partial<Defects>;
  readonly fate: Fate;
}

const fates: readonly Fate[] = ['distributed', 'taken', 'closed', 'distributed', 'assigned', 'answered', 'noted', 'distributed', 'noFollowUp', 'copied', 'taken', 'closed', 'rerouted', 'distributed', 'reopened'];
const arrivals = [1, 2, 0, 4, 26, 7, 3, 40, 1, 11, 2, 18, 5, 33, 0, 9];
const scanFormats: readonly LetterFormat[] = ['pdf-image', 'tiff-g4', 'jpeg', 'pdf-image', 'png', 'tiff-gray'];

/** Letters that came as files: quick to read, and enough of them that trays look lived in. */
export function electronicScenes(count: number): readonly Scene[] {
  const doors: readonly Door[] = ['email', 'form', 'page', 'counter'];
  return range(count).map((index) => ({
    seed: 1000 + index,
    kind: pick(letterKinds, index * 5 + 3),
    format: 'pdf-text',
    door: pick(doors, index),
    arrivedDaysAgo: pick(arrivals, index),
    defects: {},
    fate: pick(fates, index * 4 + 1),
  }));
}

/** Letters of this morning's post, as the scanner delivers them; the last ones are still to be qualified. */
export function paperScenes(count: number, waiting: number): readonly Scene[] {
  return range(count).map((index) => ({
    seed: 2000 + index,
    kind: pick(letterKinds, index * 11 + 10),
    format: pick(scanFormats, index),
    door: index % 5 === 4 ? 'page' : 'folder',
    arrivedDaysAgo: index % 3,
    defects: { skew: ((index % 7) - 3) * 0.5, noise: (index % 4) * 0.12, fold: index % 4 === 1, stamp: true, handwriting: index % 3 === 0, punchHoles: index % 5 === 2, dpi: 200 },
    fate: index >= count - waiting ? 'waiting' : pick(fates, index * 2),
  }));
}

/** What a delegation's own mail room scans this morning; the last ones are still to be qualified there. */
export function delegationScenes(count: number, waiting: number, seed: number): readonly Scene[] {
  const social: readonly LetterKind[] = ['APA', 'RSA', 'PMI', 'FSL', 'COURRIER_GENERAL'];
  return range(count).map((index) => ({
    seed: seed + index,
    kind: pick(social, index),
    format: index >= count - waiting ? pick(scanFormats, index) : 'pdf-text',
    door: 'page',
    arrivedDaysAgo: index % 3,
    defects: { stamp: true, skew: ((index % 5) - 2) * 0.5, dpi: 200 },
    fate: index >= count - waiting ? 'waiting' : pick(fates, index * 2),
  }));
}

export const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
export function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
