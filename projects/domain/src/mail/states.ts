/**
 * States of a correspondence, from capture to elimination (codes of the field, see docs/architecture.md). Of a mail that is
 * `eliminated` nothing of persons is left: nobody lists, reads or does anything to it, and what remains is told as an elimination.
 */
export const mailStates = [
  'toQualify',
  'registered',
  'distributed',
  'inProgress',
  'toSend',
  'sent',
  'closed',
  'noFollowUp',
  'voided',
  'eliminated',
] as const;
export type MailState = (typeof mailStates)[number];

export const mailCategories = ['incoming', 'outgoing', 'internal'] as const;
export type MailCategory = (typeof mailCategories)[number];

/** A mail that somebody still has to work on. */
export const openStates: readonly MailState[] = ['toQualify', 'registered', 'distributed', 'inProgress', 'toSend'];

export function isOpen(state: MailState): boolean {
  return openStates.includes(state);
}
