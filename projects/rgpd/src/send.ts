import type { House, Post } from '@bannette/house';
import type { TaskHandler } from '@bannette/store';
import { preferencesPath } from './post/words.js';
import { mailboxOf } from './tell.js';
import { wordNotice } from './words.js';

/** Sends a notice to the functional mailbox of its audience, once: a crash after the server took it may send it twice, with the same Message-ID. */
export function mailNotice(house: House, post: Post): TaskHandler {
  return async (payload) => {
    const notice = await house.store.db.selectFrom('notice').selectAll().where('id', '=', String(payload.noticeId)).executeTakeFirst();
    const to = notice && mailboxOf(notice.audience, await house.settings());
    if (!notice || notice.mailed_at || !post.sends || !to) return;
    const { subject, text } = wordNotice(notice.kind, notice.params, post.link(notice.link ?? '/'));
    await post.send({ to, subject, text, id: notice.id, automatic: 'generated', unsubscribe: preferencesPath });
    await house.store.transaction({ entityId: notice.entity_id, actor: 'system' }, async (tx) => {
      await tx.trx.updateTable('notice').set({ mailed_at: house.now() }).where('id', '=', notice.id).execute();
      const room = notice.kind.startsWith('paper.') ? 'paper' : 'retention';
      tx.append({ type: `${room}.noticeSent`, subjectKind: room, subjectId: notice.id, data: { audience: notice.audience, kind: notice.kind } });
    });
  };
}
