/** What is ticked for the new card, and what it is called. */
export interface Parted {
  readonly kind: string;
  readonly name: string;
  readonly givenName: string;
  readonly mails: readonly string[];
  /** Their places on the card, from 0. */
  readonly addresses: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly positions: readonly string[];
}

/** The call's body; the card that was seen is named only where something of it is taken. */
export function splitBody({ kind, name, givenName, mails, addresses, emails, phones, positions }: Parted, revision: number): object {
  const person = kind === 'individual' || kind === 'elected';
  const takes = addresses.length + emails.length + phones.length > 0;
  return {
    mails,
    positions,
    ...(takes ? { take: { revision, addresses: addresses.map(Number), emails, phones } } : {}),
    correspondent: { kind, name: name.trim(), ...(person && givenName.trim() ? { givenName: givenName.trim() } : {}) },
  };
}
