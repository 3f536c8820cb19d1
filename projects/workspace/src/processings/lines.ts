/** A list as it is typed: an entry a line. */
export const linesIn = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** Pairs as they are typed, one a line: `Serveur SA : hébergement`. Without its second part a pair says what is to be said. */
export function pairsIn(text: string): (readonly [string, string])[] {
  return linesIn(text).map((line) => {
    const [first = '', ...rest] = line.split(':');
    return [first.trim(), rest.join(':').trim() || '?'] as const;
  });
}
export const pairsText = (pairs: readonly (readonly [string, string])[]): string => pairs.map(([first, second]) => `${first} : ${second}`).join('\n');
