/** What a file's name says, by the pattern that the scanner names its files with. */
export interface NameFacts {
  readonly batch?: string;
  readonly number?: number;
  readonly service?: string;
  readonly operator?: string;
}

const pieces: { readonly [name: string]: string } = { '{batch}': '(?<batch>.+?)', '{number}': '(?<number>\\d{1,9})', '{service}': '(?<service>.+?)', '{operator}': '(?<operator>.+?)', '*': '.*?' };
const partsOf = (pattern: string): readonly string[] => pattern.split(/(\{[^}]*\}|\*)/).filter(Boolean);
const isPiece = (part: string): boolean => /^(\{.*\}|\*)$/.test(part);

/**
 * A pattern is literal text with `{batch}`, `{number}`, `{service}`, `{operator}` and `*` for anything, each at most once;
 * between two of them there is a text that tells where one ends, unless one is a number. The extension is no part of it.
 */
export function namePatternFlaw(pattern: string): 'namePattern' | undefined {
  const parts = partsOf(pattern);
  const known = parts.filter(isPiece);
  const unclear = parts.some((part, index) => isPiece(part) && isPiece(parts[index + 1] ?? '') && part !== '{number}' && parts[index + 1] !== '{number}');
  const wrong = parts.some((part) => (isPiece(part) ? !pieces[part] : /[{}/\\]/.test(part)));
  return !known.length || unclear || wrong || new Set(known).size !== known.length ? 'namePattern' : undefined;
}

/** What a file's name says by the pattern; undefined when it doesn't follow it. */
export function readName(pattern: string, fileName: string): NameFacts | undefined {
  if (namePatternFlaw(pattern)) return undefined;
  const source = partsOf(pattern).map((part) => pieces[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('');
  const found = new RegExp(`^${source}$`, 'iu').exec(withoutExtension(fileName).normalize('NFC').slice(0, 255));
  if (!found) return undefined;
  const { number, ...words } = found.groups ?? {};
  return { ...words, ...(number ? { number: Number(number) } : {}) };
}

export const withoutExtension = (fileName: string): string => fileName.replace(/(?<=.)\.[^.]{1,10}$/, '');

const collator = new Intl.Collator('fr', { numeric: true });
/** Files of one batch in the order of their pages: numbers in names count as numbers, so that 10 comes after 9. */
export const byPageName = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
