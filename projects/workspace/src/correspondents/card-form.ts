import type { Card } from './correspondents-api.js';

/** A card as it stands in the form: lists as lines of text. */
export interface CardValues {
  kind: string;
  name: string;
  givenName: string;
  siret: string;
  addresses: { label: string; lines: string; postcode: string; city: string; country: string }[];
  emails: string;
  phones: string;
  preferredChannel: string;
  consents: { channel: string; on: string; how: string }[];
  note: string;
  references: { system: string; value: string; guard?: string }[];
}

export const emptyAddress = { label: '', lines: '', postcode: '', city: '', country: '' };

export function valuesOf(card: Card | undefined): CardValues {
  return {
    kind: card?.kind ?? 'individual',
    name: card?.name ?? '',
    givenName: card?.givenName ?? '',
    siret: card?.siret ?? '',
    addresses: (card?.addresses ?? []).map(({ label = '', lines, postcode = '', city = '', country = '' }) => ({ label, lines: lines.join('\n'), postcode, city, country })),
    emails: (card?.emails ?? []).join('\n'),
    phones: (card?.phones ?? []).join('\n'),
    preferredChannel: card?.preferredChannel ?? '',
    consents: (card?.consents ?? []).map((one) => ({ ...one })),
    note: card?.note ?? '',
    references: (card?.references ?? []).map((one) => ({ guard: '', ...one })),
  };
}

/** Lines that the post takes of an address, and how long they may be (NF Z10-011). */
const most = { lines: 4, characters: 38 };

export type LinesFlaw = { readonly code: 'TOO_MANY_LINES' | 'LINE_TOO_LONG'; readonly line: string; readonly count: number };

/** What of an address is more than the post takes: it can't be kept so. */
export function flawOfLines(text: string): LinesFlaw | undefined {
  const all = linesOf(text);
  const long = all.find((line) => line.length > most.characters);
  if (long) return { code: 'LINE_TOO_LONG', line: long, count: long.length };
  return all.length > most.lines ? { code: 'TOO_MANY_LINES', line: '', count: all.length } : undefined;
}

export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const said = (text: string): string | undefined => text.trim() || undefined;

/** The call's body; what is empty is left out. */
export function bodyOf(values: CardValues): object {
  return {
    kind: values.kind,
    name: values.name.trim(),
    givenName: values.kind === 'individual' || values.kind === 'elected' ? said(values.givenName) : undefined,
    siret: values.kind === 'individual' || values.kind === 'elected' ? undefined : said(values.siret),
    addresses: values.addresses.map(({ label, lines: text, postcode, city, country }) => ({ label: said(label), lines: linesOf(text), postcode: said(postcode), city: said(city), country: said(country) })).filter((address) => address.lines.length || address.city || address.postcode),
    emails: linesOf(values.emails),
    phones: linesOf(values.phones),
    preferredChannel: said(values.preferredChannel),
    consents: values.consents.map((one) => ({ ...one, how: one.how.trim() })),
    note: said(values.note),
    references: values.references.map(({ system, value, guard }) => ({ system: system.trim(), value: value.trim(), ...(guard ? { guard } : {}) })),
  };
}
