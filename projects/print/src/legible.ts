import type { Pdf } from './paper.js';

/** What stands for a letter that the fonts of our papers don't have. */
const unknown = '\u25a1';
/** Joins, directions and variants: nothing is seen of them by themselves. */
const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

/** The same text with a box for each letter that is not `known`: a paper with a letter missing is no PDF/A. */
export function legible(text: string, known: (codePoint: number) => boolean): string {
  const plain = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
  return Array.from(plain, (letter) => (letter === '\n' ? letter : unseen.test(letter) ? '' : known(letter.codePointAt(0) ?? 0) ? letter : known(unknown.codePointAt(0) ?? 0) ? unknown : '?')).join('');
}

/** Whatever is measured and drawn on it is legible first, in the font that is chosen at that moment. */
export function drawLegibly(pdf: Pdf): void {
  const own = pdf as unknown as Record<'text' | 'widthOfString' | 'heightOfString', (text: string, ...more: readonly unknown[]) => unknown> & { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } };
  for (const name of ['text', 'widthOfString', 'heightOfString'] as const) {
    const draw = own[name].bind(own);
    own[name] = (text, ...more) => draw(legible(String(text), (codePoint) => own._font.font.hasGlyphForCodePoint(codePoint)), ...more);
  }
}
