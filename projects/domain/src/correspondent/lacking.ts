import type { PostalAddress } from './address.js';
import type { CorrespondentKind } from '../mail/vocabulary.js';

/** What a card should say, by what it is of; `reach`: an e-mail address or a phone. */
export const lackable = ['givenName', 'address', 'email', 'phone', 'reach', 'siret'] as const;
export type Lackable = (typeof lackable)[number];

const asked: Readonly<Record<CorrespondentKind, readonly Lackable[]>> = {
  individual: ['givenName', 'address', 'reach'],
  elected: ['givenName', 'address', 'email'],
  company: ['siret', 'address', 'email', 'phone'],
  association: ['siret', 'address', 'email', 'phone'],
  administration: ['siret', 'address', 'email', 'phone'],
  internal: [],
};

export interface KnownOfCorrespondent {
  readonly kind: CorrespondentKind;
  readonly name: string;
  readonly givenName?: string;
  readonly siret?: string;
  readonly addresses: readonly PostalAddress[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** A SIRET is French: who writes from another country has none. */
const abroad = ({ addresses }: KnownOfCorrespondent): boolean => !!addresses[0]?.country;
const delivered = ({ lines, postcode, city }: PostalAddress): boolean => lines.length > 0 && !!postcode && !!city;

/** Letters are often registered by the whole name: « Madame Rosalie Nivernet » says the first name. */
const wholeName = ({ name, givenName }: KnownOfCorrespondent): boolean => !!givenName || name.replace(/^(madame|monsieur|mademoiselle|mme|mlle|mr?)\b\.?\s*/i, '').trim().split(/\s+/).length > 1;

const has: Readonly<Record<Lackable, (known: KnownOfCorrespondent) => boolean>> = {
  givenName: wholeName,
  address: ({ addresses }) => addresses.some(delivered),
  email: ({ emails }) => emails.length > 0,
  phone: ({ phones }) => phones.length > 0,
  reach: ({ emails, phones }) => emails.length + phones.length > 0,
  siret: (known) => !!known.siret || abroad(known),
};

/** What is not known of a correspondent and should be. */
export const lackingOf = (known: KnownOfCorrespondent): readonly Lackable[] => asked[known.kind].filter((what) => !has[what](known));

/** How much of what should be known is, in percent. */
export function completenessOf(known: KnownOfCorrespondent): number {
  const wanted = asked[known.kind].length;
  return wanted ? Math.round((100 * (wanted - lackingOf(known).length)) / wanted) : 100;
}
