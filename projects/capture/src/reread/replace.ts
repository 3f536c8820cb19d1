import { dayIn, type Settings } from '@bannette/domain';
import { changeMail, lockMail, type House, type MailPatch, type MailRow } from '@bannette/house';
import type { Database, Spooled, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { proposalsFor } from '../deposit/make-mails.js';
import { keepPages, pageRow } from '../deposit/page-rows.js';
import { numbersOf, withNumbers } from '../deposit/paper-numbers.js';
import type { Reading } from '../reading/index.js';
import { fileOf, type DocumentRow } from './view.js';

interface Reread {
  readonly asked: Selectable<Database['reread']>;
  readonly document: DocumentRow;
  readonly reading: Extract<Reading, { outcome: 'read' }>;
  readonly searchable: Spooled | undefined;
  readonly settings: Settings;
}

/**
 * Puts a new reading in the place of the old: text, how well it was read, searchable copy. What is proposed follows only while
 * nobody has confirmed anything; what was confirmed stays.
 *
 * @returns the spool's key of the copy that nobody needs any more
 */
export async function replaceReading(house: House, tx: Tx, { asked, document, reading, searchable, settings }: Reread): Promise<string | undefined> {
  const file = await fileOf(tx.trx, document);
  const read = { confidence: reading.confidence, engine: reading.engine, warnings: JSON.stringify(reading.warnings), archive: JSON.stringify(reading.archive) };
  const copy = searchable && { searchable_key: searchable.key, searchable_size: searchable.size, searchable_sha512: searchable.sha512 };
  await tx.trx.updateTable('document').set({ ...read, ...copy, ...(copy ? { stored_at: null } : {}) }).where('id', '=', document.id).execute();
  if (file) {
    await tx.trx.updateTable('deposit_file').set({ ...read, ...copy, read_at: house.now() }).where('id', '=', file.id).execute();
    await keepPages(tx, reading.pages.map((page) => pageRow(file.id, page.number, page)));
  }
  await tx.trx.updateTable('reread').set({ state: 'done', ended_at: house.now() }).where('id', '=', asked.id).execute();
  const mail = (await lockMail(tx, asked.mail_id)) as MailRow;
  await changeMail(tx, mail, {
    set: await readOf(house, tx, mail, reading.text, settings),
    entry: { type: 'mail.reread', data: { document: document.id, sha512: document.sha512, searchable: searchable?.sha512 ?? null, before: document.searchable_sha512, confidence: Math.round(reading.confidence), was: document.confidence === null ? null : Math.round(document.confidence), language: asked.language, uneven: asked.uneven } },
  });
  return copy && document.searchable_key && document.searchable_key !== searchable.key ? document.searchable_key : undefined;
}

/** The mail's text, of all its files, and what it proposes. */
async function readOf(house: House, tx: Tx, mail: MailRow, text: string, settings: Settings): Promise<MailPatch> {
  const files = await tx.trx.selectFrom('deposit_file').selectAll().where('mail_id', '=', mail.id).where('state', '=', 'read').orderBy('position').execute();
  const deposit = mail.deposit_id ? await tx.trx.selectFrom('deposit').selectAll().where('id', '=', mail.deposit_id).executeTakeFirst() : undefined;
  if (!files.length || !deposit) return { read_text: text.replaceAll('\0', '') };
  const ids = files.map(({ id }) => id);
  const pages = await tx.trx.selectFrom('page_text').select(['file_id', 'text']).where('file_id', 'in', ids).orderBy('number').execute();
  const texts = ids.flatMap((id) => pages.filter(({ file_id }) => file_id === id).map((page) => page.text));
  if (mail.state !== 'toQualify') return { read_text: texts.join('\n') };
  const together = deposit.batch_id ? await tx.trx.selectFrom('batch').select('service').where('id', '=', deposit.batch_id).executeTakeFirst() : undefined;
  const proposals = proposalsFor(texts, files, deposit, settings, dayIn(settings.authority.timeZone, house.now()), together);
  return { read_text: texts.join('\n'), proposals: JSON.stringify(withNumbers(proposals, await numbersOf(tx, ids))) };
}
