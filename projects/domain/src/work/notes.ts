import { nextState } from '../mail/actions.js';
import type { MailState } from '../mail/states.js';
import type { Person } from '../rights/roles.js';

/** Who sees a note, beside its author: nobody, a service, all who may open the mail, or persons by name. */
export const noteVisibilities = ['me', 'service', 'readers', 'persons'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];

/** For so long its author may change a note on a mail that is closed. Milliseconds. */
const secondThoughts = 86_400_000;

/** Whether `person` may change a note or take it back: its author, while the mail is open, or within a day. */
export function mayChangeNote(person: Person, note: { readonly author: string; readonly createdAt: Date }, mail: { readonly open: boolean; readonly state: MailState }, now: Date): boolean {
  return note.author === person.id && nextState(mail.state, 'note') !== undefined && (mail.open || now.getTime() - note.createdAt.getTime() < secondThoughts);
}
