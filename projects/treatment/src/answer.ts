import { dayIn } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Mail } from '@bannette/http';
import { actInName, changeMail, contextOf, lockMail, releaseLock, requireRevision, requireRight, requireUnlocked, viewMail, type House, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { requireTemplate, sendLetter, signatureOf } from './letter.js';
import { closeWork } from './work/open-work.js';

/** Answers a mail: an outgoing mail with its own departure number and date, its letter made from a template, linked to the mail it answers. */
export async function answer(house: House, call: Call<Contract['answer']>): Promise<Mail> {
  const settings = await house.settings();
  const { body, caller, params } = call;
  const template = requireTemplate(body.template, settings);
  const today = dayIn(settings.authority.timeZone, house.now());
  if (body.departureDate > today) throw invalid('dayInFuture', `${body.departureDate} is in the future`, { day: body.departureDate });
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, params.id);
    requireRight(caller, 'answer', mail);
    requireRevision(mail, body.revision);
    await requireUnlocked(tx, caller, mail.id, house.now());
    const replaced = actInName(tx, caller, 'answer', mail);
    const treats = replaced?.person ?? caller;
    const { copies, told } = body.closes ? await closeWork(tx, mail, body.despiteOpenWork) : { copies: mail.copies, told: {} };
    const outgoing = await sendLetter(house, tx, mail, settings, today, { kind: 'answer', subject: body.subject, body: body.body, departureDate: body.departureDate, channel: body.channel, signatory: signatureOf(caller, replaced), template, to: body.to });
    await changeMail(tx, mail, {
      set: { copies, state: body.closes ? 'closed' : 'inProgress', ...(body.closes ? { closed_at: house.now(), closing_reason: null } : {}), ...(mail.assignee ? {} : { assignee: treats.id, assignee_name: treats.displayName }) },
      entry: { type: 'mail.answered', data: { answer: outgoing.id, chrono: outgoing.chrono, departureDate: body.departureDate, channel: body.channel } },
    });
    await releaseLock(tx, caller, mail.id);
    if (body.closes) tx.append({ type: 'mail.closed', subjectKind: 'mail', subjectId: mail.id, data: { answer: outgoing.id, ...told } });
  });
  return viewMail(house, caller, params.id);
}

/** The answer that closes a mail must be one of its own, and an answer: a receipt is none. */
export async function requireAnswer(tx: Tx, mail: MailRow, answerId: string): Promise<void> {
  const found = await tx.trx.selectFrom('mail').select('id').where('id', '=', answerId).where('answer_of', '=', mail.id).where((eb) => eb.or([eb('letter_kind', 'is', null), eb('letter_kind', '=', 'answer')])).executeTakeFirst();
  if (!found) throw conflict('notItsAnswer', 'This outgoing mail does not answer that mail');
}
