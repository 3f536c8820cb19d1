import type { MailAction } from '../mail/actions.js';

/** What can be done to many mails at once. Each is judged as if it were done alone. */
export const bulkActions = ['take', 'release', 'assign', 'copy', 'reroute', 'close', 'closeWithoutAnswer', 'markRead', 'markUnread', 'follow', 'unfollow'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** Most mails of one bulk action. */
export const bulkMost = 500;
/** Up to here it is done while its author waits; beyond, by a job that goes on after a crash. */
export const bulkAtOnce = 50;
/** Seconds for which all of it can be undone once it is done: longer than one action's, for its outcomes have to be read. */
export const bulkUndoSeconds = 300;

/** What one has for oneself on a mail; everybody who may open it, may. */
export const personalActions = ['markRead', 'markUnread', 'follow', 'unfollow'] as const satisfies readonly BulkAction[];
export type PersonalAction = (typeof personalActions)[number];
export const isPersonal = (action: BulkAction): action is PersonalAction => (personalActions as readonly string[]).includes(action);

/** The right that a bulk action needs on each mail. */
export const rightFor = (action: BulkAction): MailAction => (isPersonal(action) ? 'read' : action);
