import { Readable } from 'node:stream';
import { dayIn, formatChrono } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Mail } from '@bannette/http';
import { changeMail, contextOf, enqueueMirror, lockMail, requireRevision, requireRight, viewMail, type House, type MailRow } from '@bannette/house';
import { newId, nextNumber, type Tx } from '@bannette/store';
import { letterPdf } from './letter-pdf.js';
import { fillTemplate } from './template.js';

const maxAnswerBytes = 20 * 1024 * 1024;
type AnswerCall = Call<Contract['answer']>;

/**
 * Answers a mail: an outgoing mail with its own departure number and date, its letter made from a template, linked to
 * the mail it answers. The letter bears its number, so it is made and spooled inside the transaction; one that is undone leaves
 * unused bytes in the spool, which are swept.
 */
export async function answer(house: House, call: AnswerCall): Promise<Mail> {
  const settings = await house.settings();
  const { body, caller, params } = call;
  const template = settings.templates.find(({ code }) => code === body.template);
  if (!template) throw invalid('unknownTemplate', `There is no template ${body.template}`, { template: body.template });
  const today = dayIn(settings.authority.timeZone, house.now());
  if (body.departureDate > today) throw invalid('dayInFuture', `${body.departureDate} is in the future`, { day: body.departureDate });
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, params.id);
    requireRight(caller, 'answer', mail);
    requireRevision(mail, body.revision);
    const year = Number(today.slice(0, 4));
    const number = await nextNumber(tx.trx, { entityId: house.entityId, register: 'outgoing', year });
    const chrono = formatChrono(settings.authority.registers.outgoing, year, number);
    const service = settings.services.find(({ code }) => code === mail.service);
    const facts = { subject: mail.subject ?? '', chrono: mail.chrono ?? '', ourChrono: chrono, senderName: mail.correspondent?.name ?? '', receivedAt: mail.received_at ?? '', service: service?.label ?? '' };
    const pdf = await letterPdf({
      authority: settings.authority,
      service: service?.label ?? '',
      recipient: mail.correspondent ?? undefined,
      chrono,
      answers: mail.chrono ?? '',
      day: body.departureDate,
      subject: fillTemplate(body.subject, facts),
      body: fillTemplate(body.body, facts),
      signatory: caller.displayName,
    });
    const spooled = await house.spool.write(Readable.from([pdf.bytes]), { maxBytes: maxAnswerBytes });
    const outgoing = await insertOutgoing(tx, house, mail, { chrono, number, year, today, subject: fillTemplate(body.subject, facts), departureDate: body.departureDate, channel: body.channel, text: body.body }, { ...spooled, pages: pdf.pages });
    await changeMail(tx, mail, {
      set: { state: body.closes ? 'closed' : 'inProgress', ...(body.closes ? { closed_at: house.now(), closing_reason: null } : {}), ...(mail.assignee ? {} : { assignee: caller.id, assignee_name: caller.displayName }) },
      entry: { type: 'mail.answered', data: { answer: outgoing, chrono, departureDate: body.departureDate, channel: body.channel } },
    });
    if (body.closes) tx.append({ type: 'mail.closed', subjectKind: 'mail', subjectId: mail.id, data: { answer: outgoing } });
  });
  return viewMail(house, caller, params.id);
}

interface Outgoing {
  readonly chrono: string;
  readonly number: number;
  readonly year: number;
  readonly today: string;
  readonly subject: string;
  readonly departureDate: string;
  readonly channel: AnswerCall['body']['channel'];
  readonly text: string;
}

async function insertOutgoing(tx: Tx, house: House, mail: MailRow, letter: Outgoing, letterFile: { key: string; size: number; sha512: string; pages: number }): Promise<string> {
  const id = newId();
  await tx.trx
    .insertInto('mail')
    .values({
      id,
      entity_id: house.entityId,
      category: 'outgoing',
      state: 'sent',
      channel: letter.channel,
      register: 'outgoing',
      year: letter.year,
      number: letter.number,
      chrono: letter.chrono,
      node_name: letter.chrono,
      node_path: letter.today.replaceAll('-', '/'),
      subject: letter.subject,
      type: mail.type,
      proposals: '{}',
      read_text: letter.text,
      correspondent_id: mail.correspondent_id,
      correspondent: mail.correspondent && JSON.stringify(mail.correspondent),
      service: mail.service,
      site: mail.site,
      mail_rooms: mail.mail_rooms,
      copies: mail.copies,
      confidentiality: mail.confidentiality,
      compartment: mail.compartment,
      readers: mail.readers,
      listers: mail.listers,
      departure_date: letter.departureDate,
      registered_at: house.now(),
      answer_of: mail.id,
      schedule_row: mail.schedule_row,
      desired_version: 1,
    })
    .execute();
  await tx.trx
    .insertInto('document')
    .values({ id: newId(), mail_id: id, position: 1, role: 'main', name: `${letter.chrono}-1.pdf`, media_type: 'application/pdf', size: letterFile.size, sha512: letterFile.sha512, pages: letterFile.pages, warnings: '[]', spool_key: letterFile.key })
    .execute();
  tx.append({ type: 'mail.sent', subjectKind: 'mail', subjectId: id, data: { chrono: letter.chrono, answers: mail.id, departureDate: letter.departureDate, channel: letter.channel, ...(mail.mail_rooms ? { site: mail.site, mailRooms: mail.mail_rooms } : {}) } });
  await enqueueMirror(tx, id);
  return id;
}

/** The answer that closes a mail must be one of its own. */
export async function requireAnswer(tx: Tx, mail: MailRow, answerId: string): Promise<void> {
  const found = await tx.trx.selectFrom('mail').select('id').where('id', '=', answerId).where('answer_of', '=', mail.id).executeTakeFirst();
  if (!found) throw conflict('notItsAnswer', 'This outgoing mail does not answer that mail');
}
