import type { Lackable } from '@bannette/domain';
import type { Words } from '../words/words.js';

/** What a card lacks, in words. */
export const lackingText = (lacking: readonly Lackable[], words: Words): string => lacking.map((what) => words.text(`CORRESPONDENT.LACK.${what}`)).join(', ');
