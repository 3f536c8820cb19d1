import type { BulkAction } from '../trays/trays-api.js';

/** What can be done to many, in the order of a working hand; `needs` says who could ever do it. Each mail's own rights decide. */
export const bulkOffered: readonly { readonly action: BulkAction; readonly icon: string; readonly needs?: 'service' | 'leads' }[] = [
  { action: 'take', icon: 'back_hand', needs: 'service' },
  { action: 'assign', icon: 'person_add', needs: 'leads' },
  { action: 'reroute', icon: 'alt_route' },
  { action: 'markRead', icon: 'drafts' },
  { action: 'copy', icon: 'content_copy', needs: 'service' },
  { action: 'close', icon: 'task_alt', needs: 'service' },
  { action: 'closeWithoutAnswer', icon: 'do_not_disturb_on', needs: 'leads' },
  { action: 'release', icon: 'move_to_inbox', needs: 'service' },
  { action: 'markUnread', icon: 'mark_email_unread' },
  { action: 'follow', icon: 'bookmark_add' },
  { action: 'unfollow', icon: 'bookmark_remove' },
];

const own: { readonly [action in BulkAction]?: string } = { markRead: 'MARK.MARK_READ', markUnread: 'MARK.MARK_UNREAD', follow: 'MARK.FOLLOW', unfollow: 'MARK.UNFOLLOW' };
export const wordsOf = (action: BulkAction): string => own[action] ?? `ACTION.${action}`;
