import type { Random } from '../random.js';
import type { AuthorKind } from '../words/sender.js';

/** One of the fonts that every PDF reader has: no font of the system is ever needed. */
export interface Typeface {
  readonly regular: string;
  readonly bold: string;
  readonly italic: string;
  /** Against Helvetica, so that a page holds about the same words. */
  readonly scale: number;
}

const helvetica: Typeface = { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique', scale: 0.96 };
const times: Typeface = { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic', scale: 1.06 };
/** A typewriter. */
const courier: Typeface = { regular: 'Courier', bold: 'Courier-Bold', italic: 'Courier-Oblique', scale: 0.92 };

export const pickTypeface = (random: Random, author: AuthorKind): Typeface =>
  random.pick(author === 'individual' ? [helvetica, times, times, courier] : [helvetica, helvetica, times]);
