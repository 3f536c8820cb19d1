import { Readable } from 'node:stream';
import { fillTemplate, unknownPlaces, type Channel, type LetterEffect, type LetterKind, type Replaced, type Settings } from '@bannette/domain';
import { invalid } from '@bannette/http';
import { drawNumber, enqueueMirror, type Drawn, type House, type MailRow } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { askDispatch, emailSubject, requireEmail } from './dispatch/ask.js';
import { factsFor } from './letter-facts.js';
import { letterPdf } from './letter-pdf.js';

const maxLetterBytes = 20 * 1024 * 1024;

/** A letter that goes out with a mail. */
export interface Letter {
  readonly kind: LetterKind;
  readonly subject: string;
  readonly body: string;
  readonly departureDate: string;
  readonly channel: Extract<Channel, 'post' | 'email' | 'registered' | 'registered_ar'>;
  readonly signatory: string;
  /** What its template may name beside the facts of the mail. */
  readonly facts?: { readonly [name: string]: string };
  /** What it is made from. */
  readonly template: Settings['templates'][number];
  /** By e-mail: the address that it is sent to from here; absent: its author sends it. */
  readonly to?: string;
  readonly countsAs?: LetterEffect;
  /** Nobody asked for it: the house writes it by itself. */
  readonly automatic?: boolean;
}

/** Who signs; a delegate does so in the delegator's name and says so. */
export const signatureOf = (caller: { readonly displayName: string }, replaced: Replaced | undefined): string => (replaced ? `Pour ${replaced.person.displayName}, et par délégation,\n${caller.displayName}` : caller.displayName);

/** @throws 422 `unknownTemplate` */
export function requireTemplate(code: string, { templates }: Settings): Settings['templates'][number] {
  const template = templates.find((one) => one.code === code);
  if (!template) throw invalid('unknownTemplate', `There is no template ${code}`, { template: code });
  return template;
}

/**
 * Writes an outgoing mail with its own departure number, its letter linked to the mail that it goes with. The letter bears
 * its number, so it is made and spooled inside the caller's transaction; one that is undone leaves unused bytes in the
 * spool, which are swept.
 *
 * @throws 422 `letterPlaces` for a text that names what is not known: a letter never leaves with a gap; `notByEmail`, `leavesToday`, `noMailServer` for an address where none can be written to
 */
export async function sendLetter(house: House, tx: Tx, mail: MailRow, settings: Settings, today: string, letter: Letter): Promise<{ readonly id: string; readonly chrono: string }> {
  if (letter.to) requireEmail(house, today, letter);
  const drawn = await drawNumber(tx, settings, { kind: 'outgoing', service: mail.service ?? undefined, today });
  const { chrono } = drawn;
  const service = settings.services.find(({ code }) => code === mail.service);
  const facts = { ...(await factsFor(tx.trx, mail, settings, today)), ourChrono: chrono, ...letter.facts };
  const places = unknownPlaces(`${letter.subject}\n${letter.body}`, facts);
  if (places.length) throw invalid('letterPlaces', `Nothing is known to fill in: ${places.join(', ')}`, { places: places.join(', ') });
  const subject = fillTemplate(letter.subject, facts);
  const body = fillTemplate(letter.body, facts);
  const pdf = await letterPdf({ authority: settings.authority, service: service?.label ?? '', recipient: mail.correspondent ?? undefined, chrono, answers: mail.chrono ?? '', day: letter.departureDate, subject, body, signatory: letter.signatory });
  const spooled = await house.spool.write(Readable.from([pdf.bytes]), { maxBytes: maxLetterBytes });
  const id = await insertOutgoing(tx, house, mail, { ...drawn, today, subject, departureDate: letter.departureDate, channel: letter.channel, kind: letter.kind, text: body }, { ...spooled, pages: pdf.pages });
  if (letter.to) await askDispatch(house, tx, { id, answers: mail, to: letter.to, subject: emailSubject(letter.template, facts), text: [body, letter.signatory, settings.authority.name].join('\n\n'), countsAs: letter.countsAs, automatic: letter.automatic });
  return { id, chrono };
}

interface Numbered extends Drawn {
  readonly today: string;
  readonly subject: string;
  readonly departureDate: string;
  readonly channel: Letter['channel'];
  readonly kind: LetterKind;
  readonly text: string;
}

async function insertOutgoing(tx: Tx, house: House, mail: MailRow, letter: Numbered, letterFile: { key: string; size: number; sha512: string; pages: number }): Promise<string> {
  const id = newId();
  await tx.trx
    .insertInto('mail')
    .values({
      id,
      entity_id: house.entityId,
      category: 'outgoing',
      state: 'sent',
      channel: letter.channel,
      register: letter.register,
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
      letter_kind: letter.kind === 'answer' ? null : letter.kind,
      schedule_row: mail.schedule_row,
      desired_version: 1,
    })
    .execute();
  const documentId = newId();
  await tx.trx
    .insertInto('document')
    .values({ id: documentId, mail_id: id, position: 1, role: 'main', name: `${letter.chrono}-1.pdf`, media_type: 'application/pdf', size: letterFile.size, sha512: letterFile.sha512, pages: letterFile.pages, warnings: '[]', spool_key: letterFile.key })
    .execute();
  await fileBesideAnswered(tx, documentId, mail.id);
  tx.append({ type: 'mail.sent', subjectKind: 'mail', subjectId: id, data: { chrono: letter.chrono, answers: mail.id, departureDate: letter.departureDate, channel: letter.channel, ...(mail.mail_rooms ? { site: mail.site, mailRooms: mail.mail_rooms } : {}) } });
  await enqueueMirror(tx, id);
  return id;
}

/** A letter is for those whom the mail is for that it answers: it lies in their files too. */
async function fileBesideAnswered(tx: Tx, documentId: string, answered: string): Promise<void> {
  const rows = await tx.trx.selectFrom('document_beneficiary').innerJoin('document', 'document.id', 'document_id').select('beneficiary_id').distinct().where('mail_id', '=', answered).execute();
  if (rows.length) await tx.trx.insertInto('document_beneficiary').values(rows.map(({ beneficiary_id }) => ({ document_id: documentId, beneficiary_id }))).execute();
}
