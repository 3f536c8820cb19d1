import type { LetterEffect } from '@bannette/domain';
import { changeMail, faultOf, letterEmailId, lockMail, refusalIn, type Email, type House, type MailRow } from '@bannette/house';
import { withAdvisoryLock, type Database, type TaskHandler, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { dispatchTask } from './ask.js';

type DispatchRow = Selectable<Database['letter_dispatch']>;

/**
 * Sends a letter by e-mail, with its PDF. One that is sent twice, after a crash between sending and marking, is the same one and
 * has the same Message-ID. Where the server won't have it, or isn't reached in a day, those who treat the mail are told, and what
 * it was to do to a clock is taken back: a receipt that never left is none.
 */
export function dispatchLetter(house: House): TaskHandler {
  return async ({ mailId }: { mailId: string }, job) => {
    await withAdvisoryLock(house.store, `${dispatchTask}:${mailId}`, async () => {
      const waiting = await house.store.db.selectFrom('letter_dispatch').selectAll().where('mail_id', '=', mailId).where('state', '=', 'waiting').executeTakeFirst();
      if (!waiting) return;
      try {
        await house.post.send(await emailOf(house, waiting));
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal === undefined && !job.lastAttempt) throw error;
        house.log.warn({ ...faultOf(error), mail: mailId, refused: refusal !== undefined }, 'A letter could not be sent by e-mail');
        return refused(house, waiting, refusal);
      }
      await settle(house, waiting, { state: 'sent' }, (tx) => tx.append({ type: 'mail.dispatched', subjectKind: 'mail', subjectId: mailId, data: { round: waiting.round }, personal: { to: waiting.recipient } }));
    });
  };
}

async function emailOf(house: House, { mail_id, answers, recipient, subject, text, round, automatic }: DispatchRow): Promise<Email> {
  const { db } = house.store;
  const [document, answered, settings] = await Promise.all([
    db.selectFrom('document').select(['name', 'media_type', 'node_id', 'stored_at', 'spool_key']).where('mail_id', '=', mail_id).orderBy('position').executeTakeFirstOrThrow(),
    db.selectFrom('mail').select(['service', 'message_id']).where('id', '=', answers).executeTakeFirstOrThrow(),
    house.settings(),
  ]);
  const stream = document.node_id && (document.stored_at || !document.spool_key) ? (await house.repository.nodes.content(document.node_id)).stream : house.spool.read(document.spool_key ?? '');
  return {
    to: recipient,
    replyTo: settings.services.find(({ code }) => code === answered.service)?.email,
    id: letterEmailId(mail_id, round),
    inReplyTo: answered.message_id ?? undefined,
    subject,
    text,
    attachments: [{ filename: document.name, contentType: document.media_type, content: Buffer.concat((await stream.toArray()) as Buffer[]) }],
    automatic: automatic ? 'replied' : undefined,
  };
}

async function refused(house: House, waiting: DispatchRow, refusal: string | undefined): Promise<void> {
  const { mail_id, answers, counts_as, recipient, round } = waiting;
  await settle(house, waiting, { state: 'refused', refusal: refusal ?? null }, async (tx) => {
    tx.append({ type: 'mail.notDispatched', subjectKind: 'mail', subjectId: mail_id, data: { round, reached: refusal !== undefined }, personal: { to: recipient, ...(refusal ? { refusal } : {}) } });
    const [letter, answered] = [await tx.trx.selectFrom('mail').select(['chrono', 'departure_date']).where('id', '=', mail_id).executeTakeFirstOrThrow(), await lockMail(tx, answers)];
    if (!answered) return;
    await tx.trx.updateTable('missing_pieces').set({ unsent: true }).where('letter_id', '=', mail_id).where('completed_on', 'is', null).execute();
    const column = counts_as && effectColumn[counts_as];
    const takenBack = column && answered[column] !== null;
    const entry = { type: 'mail.letterRefused', data: { letter: mail_id, chrono: letter.chrono ?? '', ...(takenBack ? { takenBack: counts_as } : {}), ...toldOf(answered) } };
    if (takenBack) await changeMail(tx, answered, { set: { [column]: null }, entry });
    else tx.append({ ...entry, subjectKind: 'mail', subjectId: answers });
  });
}

/** Who hears of it: who treats the mail, or those of its service who see to it that somebody does. */
export const toldOf = ({ assignee, service }: MailRow): { assignee: string } | { service: string } | object => (assignee ? { assignee } : service ? { service } : {});

/** Where it is kept on which day a letter did what it does. */
export const effectColumn = { receipt: 'receipt_on', registrationReceipt: 'registration_receipt_on', extension: 'extended_on' } as const satisfies { readonly [effect in LetterEffect]: keyof MailRow };

async function settle(house: House, { mail_id, round }: DispatchRow, set: { state: 'sent' | 'refused'; refusal?: string | null }, and: (tx: Tx) => void | Promise<void>): Promise<void> {
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const settled = await tx.trx.updateTable('letter_dispatch').set({ ...set, settled_at: house.now() }).where('mail_id', '=', mail_id).where('round', '=', round).where('state', '=', 'waiting').executeTakeFirst();
    if (settled.numUpdatedRows) await and(tx);
  });
}
