/** Lower case, without accents, ligatures undone, spaces and apostrophes folded: what keywords are compared in. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[\s’']+/g, ' ').trim();
}

/** Whether `keyword` stands in `folded` as whole words. */
export const holdsWord = (folded: string, keyword: string): boolean => holdsFolded(folded, fold(keyword));

/** The same for a keyword that is folded already: rules ask it of a hundred thousand letters. */
export function holdsFolded(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!isOfWord(folded, at - 1, word) && !isOfWord(folded, at + word.length, word)) return true;
  }
  return false;
}

/** Whether a letter or digit stands at a place. */
function isOfWord(folded: string, at: number, word: string): boolean {
  if (at < 0 || at >= folded.length || !word) return false;
  const point = folded.codePointAt(at >= 1 && isLow(folded.charCodeAt(at)) ? at - 1 : at) ?? 0;
  return /[\p{L}\d]/u.test(String.fromCodePoint(point));
}
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
