import type { MailCategory } from '../mail/states.js';

/** Kinds of mail, each with an entry form of its own. `signature` asks somebody in the house to sign. */
export const mailKinds = ['incoming', 'outgoing', 'note', 'signature', 'call'] as const;
export type MailKind = (typeof mailKinds)[number];

/** Kinds that never leave the house: a mail's category tells the others. */
export const otherKinds = ['note', 'signature', 'call'] as const;
export type OtherKind = (typeof otherKinds)[number];

export function categoryOf(kind: MailKind): MailCategory {
  return kind === 'incoming' || kind === 'outgoing' ? kind : 'internal';
}

export function kindOf(mail: { readonly category: MailCategory; readonly kind?: OtherKind | null }): MailKind {
  return mail.kind ?? (mail.category === 'internal' ? 'note' : mail.category);
}

export const isOtherKind = (kind: MailKind): kind is OtherKind => (otherKinds as readonly string[]).includes(kind);
