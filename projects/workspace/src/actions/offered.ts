import type { MailAction } from '../api/types.js';

/** Actions in the order of a working hand, with their icon and key; those of reading have no button. */
export const offered: readonly { readonly action: MailAction; readonly icon: string; readonly key?: string }[] = [
  { action: 'take', icon: 'back_hand', key: 't' },
  { action: 'answer', icon: 'reply', key: 'r' },
  { action: 'assign', icon: 'person_add', key: 'a' },
  { action: 'close', icon: 'task_alt', key: 'e' },
  { action: 'note', icon: 'sticky_note_2', key: 'n' },
  { action: 'addTask', icon: 'add_task' },
  { action: 'askOpinion', icon: 'forum' },
  { action: 'copy', icon: 'content_copy', key: 'c' },
  { action: 'reroute', icon: 'alt_route', key: 'p' },
  { action: 'passOn', icon: 'local_shipping' },
  { action: 'prioritise', icon: 'priority_high' },
  { action: 'acknowledge', icon: 'mark_email_read' },
  { action: 'extend', icon: 'more_time' },
  { action: 'attest', icon: 'workspace_premium' },
  { action: 'dispatch', icon: 'outgoing_mail' },
  { action: 'askPieces', icon: 'help_outline' },
  { action: 'receivePieces', icon: 'playlist_add_check' },
  { action: 'transmit', icon: 'forward_to_inbox' },
  { action: 'closeWithoutAnswer', icon: 'do_not_disturb_on' },
  { action: 'release', icon: 'move_to_inbox' },
  { action: 'reopen', icon: 'lock_open' },
  { action: 'setTrigger', icon: 'event' },
  { action: 'void', icon: 'block' },
];

/** After these the mail is done with here, and the next one takes its place. */
const leading: readonly MailAction[] = ['assign', 'reroute', 'passOn', 'close', 'closeWithoutAnswer', 'release', 'void', 'qualify', 'markDuplicate'];
export const leadsOn = (action: MailAction | 'undo'): boolean => action !== 'undo' && leading.includes(action);
