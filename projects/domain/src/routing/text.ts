/** Lower case, without accents, ligatures undone, spaces and apostrophes folded: what keywords are compared in. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[\s’']+/g, ' ').trim();
}

/** Whether `keyword` stands in `folded` as whole words. */
export function holdsWord(folded: string, keyword: string): boolean {
  const word = fold(keyword).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, 'u').test(folded);
}
