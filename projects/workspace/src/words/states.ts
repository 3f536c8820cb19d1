import type { MailState } from '../api/types.js';

/** The mark of a state: always beside its word, never colour alone. */
export const stateIcons: { readonly [state in MailState]: string } = {
  toQualify: 'rule',
  registered: 'tag',
  distributed: 'inbox',
  inProgress: 'edit_note',
  toSend: 'outgoing_mail',
  sent: 'send',
  closed: 'task_alt',
  noFollowUp: 'do_not_disturb_on',
  voided: 'block',
  eliminated: 'delete_forever',
};
