import * as z from 'zod';
import { fold } from '../routing/text.js';

const line = z.string().trim().min(1).max(38, { error: 'addressLine' });

/**
 * A postal address as the post reads it: besides the name and the line of postcode and town, at most four lines of at
 * most 38 characters (NF Z10-011). Abroad the last line is the country.
 */
export const postalAddress = z.object({
  /** What it is for: `domicile`, `siège`, `correspondance`… */
  label: z.string().trim().max(40).optional(),
  lines: z.array(line).max(4),
  postcode: z.string().trim().max(12).optional(),
  city: z.string().trim().max(32).optional(),
  country: z.string().trim().max(38).optional(),
});
export type PostalAddress = z.infer<typeof postalAddress>;

/** So much fits into a line of an address. */
const lineLength = 38;

/** Lines of an address that came from elsewhere, parted between words where they are longer than the post takes; how many there are is not looked at. */
export function foldedLines(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const folded: string[] = [];
    for (const word of line.trim().split(/\s+/).filter(Boolean).flatMap((one) => one.match(/.{1,38}/gu) ?? [])) {
      const last = folded.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= lineLength) folded[folded.length - 1] = `${last} ${word}`;
      else folded.push(word);
    }
    return folded;
  });
}

export type AddressFlaw = 'postcode' | 'cityMissing' | 'lineTooLong' | 'empty';

/** What keeps the post from delivering; a French address has five digits and a town. */
export function flawsOfAddress({ lines, postcode, city, country }: PostalAddress): readonly AddressFlaw[] {
  const abroad = country !== undefined && fold(country) !== 'france';
  const flaws: AddressFlaw[] = [];
  if (!lines.length && !city && !postcode) flaws.push('empty');
  if (!abroad && postcode !== undefined && !/^\d{5}$/.test(postcode)) flaws.push('postcode');
  if (!abroad && postcode !== undefined && !city) flaws.push('cityMissing');
  if (`${postcode ?? ''} ${city ?? ''}`.trim().length > 38) flaws.push('lineTooLong');
  return flaws;
}

/** So many lines has an address besides the country's, the name's included (NF Z10-011). */
const mostLines = 6;

/** The lines below the name: town and country in capitals, without accents or marks. */
export function addressLines({ lines, postcode, city, country }: PostalAddress): readonly string[] {
  const capitals = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/[^\p{L}\d ]+/gu, ' ').replace(/ {2,}/g, ' ').trim();
  const town = [postcode, city && capitals(city)].filter(Boolean).join(' ');
  const abroad = country && fold(country) !== 'france' ? capitals(country) : undefined;
  return [...lines, ...(town ? [town] : []), ...(abroad ? [abroad] : [])];
}

/** The lines on an envelope: a name that is wider than a line takes a second one where there is room. */
export function envelopeLines(name: string, address: PostalAddress): readonly string[] {
  const below = addressLines(address);
  const domestic = below.length - (address.country && fold(address.country) !== 'france' ? 1 : 0);
  return [...foldedLines([name]).slice(0, Math.max(1, mostLines - domestic)), ...below];
}
