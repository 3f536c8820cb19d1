import type { Beneficiary } from '../api/types.js';

/** Family name in capitals, then the first name, as files are labelled. */
export const nameOf = ({ name, firstName }: Pick<Beneficiary, 'name' | 'firstName'>): string => [name.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' ');

/** A name as it was typed, parted: what is in capitals, or the first word, is the family name; a day or a number is none. */
export function typedName(text: string): { readonly name: string; readonly firstName: string } {
  const words = text.trim().split(/\s+/).filter((word) => word && !/\d/.test(word));
  const capitals = words.filter((word) => word.length > 1 && word === word.toLocaleUpperCase('fr'));
  const family = capitals.length && capitals.length < words.length ? capitals : words.slice(0, 1);
  return { name: family.join(' '), firstName: words.filter((word) => !family.includes(word)).join(' ') };
}
