import type { House } from '@bannette/house';
import type { TaskHandler } from '@bannette/store';
import { createTransport } from 'nodemailer';
import { mailboxOf } from './tell.js';
import { wordNotice } from './words.js';

export interface MailOptions {
  /** `smtp://` or `smtps://` URL; absent: notices stay in the workspace. */
  readonly smtpUrl?: string;
  readonly from: string;
  /** Address of the workspace, for the link. */
  readonly publicUrl: string;
}

/** Sends a notice once: a crash after the server took it may send it twice, with the same Message-ID. */
export function mailNotice(house: House, options: MailOptions): TaskHandler {
  const transport = options.smtpUrl ? createTransport(options.smtpUrl) : undefined;
  return async (payload) => {
    const notice = await house.store.db.selectFrom('notice').selectAll().where('id', '=', String(payload.noticeId)).executeTakeFirst();
    const to = notice && mailboxOf(notice.audience, await house.settings());
    if (!notice || notice.mailed_at || !transport || !to) return;
    const { subject, text } = wordNotice(notice.kind, notice.params, `${options.publicUrl}/#${notice.link ?? '/'}`);
    await transport.sendMail({ from: options.from, to, subject, text, messageId: `<${notice.id}@bannette>` });
    await house.store.transaction({ entityId: notice.entity_id, actor: 'system' }, async (tx) => {
      await tx.trx.updateTable('notice').set({ mailed_at: house.now() }).where('id', '=', notice.id).execute();
      const room = notice.kind.startsWith('paper.') ? 'paper' : 'retention';
      tx.append({ type: `${room}.noticeSent`, subjectKind: room, subjectId: notice.id, data: { audience: notice.audience, kind: notice.kind } });
    });
  };
}
