import { fold } from '../routing/text.js';

/** What tells one beneficiary from another. Days are `YYYY-MM-DD`. */
export interface Identity {
  readonly name: string;
  readonly firstName?: string;
  readonly birthDate?: string;
  /** As the house numbers its files (n° de dossier). */
  readonly fileNumber?: string;
}

export type Likeness = 'sameNumber' | 'sameNameAndBirth' | 'sameName' | 'namesSwapped' | 'nearNameAndBirth';

/** Names in lower case without accents, dashes or apostrophes: what a search compares. */
export function searchNameOf({ name, firstName }: Pick<Identity, 'name' | 'firstName'>): string {
  return wordsOf(`${name} ${firstName ?? ''}`).join(' ');
}

/** Words of what was typed, as `searchNameOf` has them. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).split(/[^\p{L}\d]+/u).filter(Boolean);
}

/** Why two identities may be one person, the surest reason; undefined when nothing speaks for it. */
export function likenessOf(a: Identity, b: Identity): Likeness | undefined {
  if (a.fileNumber && b.fileNumber && normal(a.fileNumber) === normal(b.fileNumber)) return 'sameNumber';
  const bornAlike = a.birthDate !== undefined && a.birthDate === b.birthDate;
  if (a.birthDate && b.birthDate && !bornAlike) return undefined;
  const [one, other] = [wordsOf(a.name).join(' '), wordsOf(b.name).join(' ')];
  const [first, second] = [wordsOf(a.firstName ?? '').join(' '), wordsOf(b.firstName ?? '').join(' ')];
  if (one === other && first === second) return bornAlike ? 'sameNameAndBirth' : 'sameName';
  if (one === second && first === other) return 'namesSwapped';
  return bornAlike && distance(`${one} ${first}`, `${other} ${second}`) <= 2 ? 'nearNameAndBirth' : undefined;
}

const normal = (number: string): string => wordsOf(number).join('');

/** Letters to change, add or leave out until the texts are equal. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
