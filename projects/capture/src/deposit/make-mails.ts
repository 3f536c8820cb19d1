import { classify, dayIn, extensionOf, isOpen, isPaper, listersOf, messageId, messageReferences, readersOf, type Proposal, type Proposals, type Settings } from '@bannette/domain';
import { cameInAt, enqueueMirror, type House } from '@bannette/house';
import { newId, type Database, type JsonObject, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { describeDocument } from './described.js';
import { numbersOf, withNumbers } from './paper-numbers.js';
import { gluedHints } from '../separation/glued.js';

type FileRow = Selectable<Database['deposit_file']>;
type DepositRow = Selectable<Database['deposit']>;

/**
 * Makes the mails that the deposit's files are ready for: one a file, or one for all once each has been read or put in
 * quarantine; what a sheet began is a mail of its own in any case. The caller holds the deposit's lock, so two files that are ready at once never make two mails of one.
 */
export async function makeMails(house: House, tx: Tx, depositId: string): Promise<void> {
  const deposit = await tx.trx.selectFrom('deposit').selectAll().where('id', '=', depositId).executeTakeFirstOrThrow();
  const all = inOrder(await tx.trx.selectFrom('deposit_file').selectAll().where('deposit_id', '=', depositId).orderBy('position').execute());
  const settings = await house.settings();
  if (deposit.purpose === 'form') return deposit.mail_id ? attachReady(tx, deposit.mail_id, all.filter(isReady), settings) : undefined;
  const messages = all.filter(isMessage);
  for (const message of messages) await makeMailOf(house, tx, asSaid(deposit, message), all.filter(({ cut_from }) => cut_from === message.id), settings);
  const rest = all.filter((file) => !messages.some(({ id }) => id === file.id || id === file.cut_from));
  const isAlone = ({ sheet }: FileRow): boolean => deposit.grouping === 'perFile' || sheet !== null;
  for (const file of rest) if (isReady(file) && isAlone(file)) await makeMail(house, tx, deposit, [file], settings);
  await makeMailOf(house, tx, deposit, rest.filter((file) => !isAlone(file)), settings);
}

/** One mail of all these files, once none of them waits to be read; what comes late joins it. */
async function makeMailOf(house: House, tx: Tx, deposit: DepositRow, files: readonly FileRow[], settings: Settings): Promise<void> {
  const ready = files.filter(isReady);
  if (!ready.length || files.some(({ state }) => state === 'waiting' || state === 'reading')) return;
  const earlier = await openMailOf(tx, files);
  if (earlier) await addLate(tx, earlier, ready, files, settings);
  else await makeMail(house, tx, deposit, ready, settings);
}

/** An e-mail that came as a file and was taken apart is a mail, whatever came with it. */
const isMessage = ({ state, message }: FileRow): boolean => state === 'separated' && message !== null;

/** The deposit as an e-mail's head has it; what a person said of a deposit that is this e-mail alone speaks louder. */
function asSaid(deposit: DepositRow, { message }: FileRow): DepositRow {
  const { senderName, senderEmail, subject, receivedAt, messageId: id, inReplyTo, references, returned } = message ?? {};
  return { ...deposit, channel: 'email', sender_name: deposit.sender_name ?? senderName ?? null, sender_email: deposit.sender_email ?? senderEmail ?? null, subject: deposit.subject ?? subject ?? null, received_at: deposit.received_at ?? receivedAt ?? null, message_id: deposit.message_id ?? messageId(id) ?? null, in_reply_to: deposit.in_reply_to ?? messageId(inReplyTo ?? returned?.messageId) ?? null, message_references: deposit.message_references.length ? deposit.message_references : [...messageReferences(references)] };
}

const isReady = ({ state, mail_id }: FileRow): boolean => state === 'read' && !mail_id;

/** What was cut out of a file stands where that file does. */
function inOrder(files: readonly FileRow[]): FileRow[] {
  const place = (file: FileRow): number => files.find(({ id }) => id === file.cut_from)?.position ?? file.position;
  return [...files].sort((a, b) => place(a) - place(b) || a.position - b.position);
}

/** What is known of all that was put through a scanner together. */
export interface Together {
  readonly service: string | null;
}

/** One mail of these files, a document each. @returns its id */
export async function makeMail(house: House, tx: Tx, deposit: DepositRow, files: readonly FileRow[], settings: Settings, together?: Together): Promise<string> {
  const id = newId();
  const pages = await tx.trx.selectFrom('page_text').select(['file_id', 'text']).where('file_id', 'in', files.map((file) => file.id)).orderBy('number').execute();
  const texts = files.flatMap((file) => pages.filter(({ file_id }) => file_id === file.id).map(({ text }) => text));
  const proposals = withNumbers(proposalsFor(texts, files, deposit, settings, dayIn(settings.authority.timeZone, house.now()), together), await numbersOf(tx, files.map((file) => file.id)));
  const place = cameInAt(deposit.site ?? undefined, settings);
  const rights = { copies: [], confidentiality: 0 as const, mailRooms: place.mail_rooms ?? undefined };
  await tx.trx
    .insertInto('mail')
    .values({ ...place, id, entity_id: deposit.entity_id, category: 'incoming', state: 'toQualify', deposit_id: deposit.id, channel: deposit.channel, proposals: JSON.stringify(proposals), read_text: texts.join('\n'), received_at: deposit.received_at, message_id: deposit.message_id, in_reply_to: deposit.in_reply_to, message_references: deposit.message_references, copies: [], confidentiality: 0, readers: [...readersOf(rights)], listers: [...listersOf(rights)] })
    .execute();
  await addDocuments(tx, id, files, 0, settings);
  const batches = await originOf(tx, files);
  tx.append({ type: 'mail.captured', subjectKind: 'mail', subjectId: id, data: { deposit: deposit.id, ...(place.site ? { site: place.site, mailRooms: place.mail_rooms } : {}), documents: files.map(({ id: file, sha512, searchable_sha512 }) => ({ sha512, searchable: searchable_sha512, ...batches.get(file) })) } });
  return id;
}

/** Of documents that were cut out of scanned files: the digest of each, and which of its pages they are. */
export async function originOf(tx: Tx, files: readonly FileRow[]): Promise<ReadonlyMap<string, JsonObject>> {
  const cut = files.filter(({ cut_from }) => cut_from).map(({ id }) => id);
  if (!cut.length) return new Map();
  const pages = await tx.trx.selectFrom('batch_page').innerJoin('deposit_file', 'deposit_file.id', 'batch_page.file_id').select(['part_id', 'number', 'turn', 'sha512']).where('part_id', 'in', cut).orderBy('place').execute();
  return new Map(
    cut.map((id) => {
      const own = pages.filter(({ part_id }) => part_id === id);
      const [batch, ...others] = [...new Set(own.map(({ sha512 }) => sha512))];
      const turns = own.some(({ turn }) => turn) ? { turns: own.map(({ turn }) => turn) } : {};
      return [id, others.length ? { batches: [batch ?? '', ...others], pages: own.map(({ sha512, number }) => [[batch, ...others].indexOf(sha512), number]), ...turns } : { batch: batch ?? '', pages: own.map(({ number }) => number), ...turns }];
    }),
  );
}

/** What was read; what was declared at the deposit, and what a sheet says, speak louder. */
export function proposalsFor(texts: readonly string[], files: readonly FileRow[], deposit: DepositRow, settings: Settings, today: string, together?: Together): Proposals {
  const read = withSheet(withTogether(withDeclared(classify(texts, settings.types, today), deposit), together, settings), files[0]?.sheet ?? undefined, settings);
  const glued = isPaper(deposit.channel) && !deposit.imported && files.length === 1 ? gluedHints(texts, today) : [];
  return glued.length ? { ...read, glued } : read;
}

function withTogether(read: Proposals, together: Together | undefined, { services }: Settings): Proposals {
  const { service } = together ?? {};
  return service && services.some(({ code, retired }) => code === service && !retired) ? { ...read, service: { value: service, confidence: 1, because: 'batch' } } : read;
}

function withSheet(read: Proposals, sheet: FileRow['sheet'] | undefined, { services, types }: Settings): Proposals {
  if (!sheet) return read;
  const said = (value: string): Proposal => ({ value, confidence: 1, because: `sheet:${sheet.page}` });
  return {
    ...read,
    ...(sheet.service && services.some(({ code, retired }) => code === sheet.service && !retired) ? { service: said(sheet.service) } : {}),
    ...(sheet.type && types.some(({ code }) => code === sheet.type) ? { type: said(sheet.type) } : {}),
    ...(sheet.mail ? { belongsTo: said(sheet.mail) } : {}),
  };
}

/** The deposit's mail while somebody still works on it; what joined a closed or voided one would be seen by nobody. */
async function openMailOf(tx: Tx, files: readonly FileRow[]): Promise<string | undefined> {
  const ids = files.flatMap(({ mail_id }) => (mail_id ? [mail_id] : []));
  if (!ids.length) return undefined;
  const mails = await tx.trx.selectFrom('mail').select(['id', 'state']).where('id', 'in', ids).orderBy('id', 'desc').forNoKeyUpdate().execute();
  return mails.find(({ state }) => isOpen(state))?.id;
}

/** Files that came with a form are documents of the mail that was registered with them, and what was read of them is its text. */
async function attachReady(tx: Tx, mailId: string, ready: readonly FileRow[], settings: Settings): Promise<void> {
  if (!ready.length) return;
  const { read_text } = await tx.trx.selectFrom('mail').select('read_text').where('id', '=', mailId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const pages = await tx.trx.selectFrom('page_text').innerJoin('deposit_file', 'deposit_file.id', 'file_id').select('text').where('file_id', 'in', ready.map(({ id }) => id)).orderBy('position').orderBy('page_text.number').execute();
  await tx.trx.updateTable('mail').set({ read_text: [read_text, ...pages.map(({ text }) => text)].filter(Boolean).join('\n') }).where('id', '=', mailId).execute();
  const { present } = await tx.trx.selectFrom('document').select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('present')).where('mail_id', '=', mailId).executeTakeFirstOrThrow();
  await joinMail(tx, mailId, ready, Number(present), settings);
}

/** A file that could be read after all joins the deposit's mail. */
async function addLate(tx: Tx, mailId: string, ready: readonly FileRow[], files: readonly FileRow[], settings: Settings): Promise<void> {
  await joinMail(tx, mailId, ready, files.filter(({ mail_id }) => mail_id === mailId).length, settings);
}

async function joinMail(tx: Tx, mailId: string, ready: readonly FileRow[], present: number, settings: Settings): Promise<void> {
  await addDocuments(tx, mailId, ready, present, settings);
  const mail = await tx.trx.selectFrom('mail').select(['state', 'node_name', 'desired_version']).where('id', '=', mailId).forNoKeyUpdate().executeTakeFirstOrThrow();
  tx.append({ type: 'mail.documentAdded', subjectKind: 'mail', subjectId: mailId, data: { documents: ready.map(({ sha512 }) => ({ sha512 })) } });
  if (!mail.node_name) return;
  for (const [index, file] of ready.entries()) await tx.trx.updateTable('document').set({ name: `${mail.node_name}-${present + index + 1}.${extensionOf(file.media_type)}` }).where('mail_id', '=', mailId).where('position', '=', present + index + 1).execute();
  await tx.trx.updateTable('mail').set({ desired_version: mail.desired_version + 1 }).where('id', '=', mailId).execute();
  await enqueueMirror(tx, mailId);
}

/** What a document says of the bytes that it is made of; its name is neutral, and given for good when its mail is numbered. */
export function documentOf(file: FileRow, position: number) {
  return {
    position,
    role: position === 1 ? ('main' as const) : ('attachment' as const),
    name: `document-${position}.${extensionOf(file.media_type)}`,
    media_type: file.media_type ?? 'application/octet-stream',
    size: file.size,
    sha512: file.sha512,
    pages: file.pages ?? 0,
    confidence: file.confidence,
    engine: file.engine,
    archive: file.archive ? JSON.stringify(file.archive) : null,
    warnings: JSON.stringify(file.warnings),
    spool_key: file.spool_key,
    searchable_key: file.searchable_key,
    searchable_size: file.searchable_size,
    searchable_sha512: file.searchable_sha512,
  };
}

/** Adds a document for each file, behind the `after` that there are. */
export async function addDocuments(tx: Tx, mailId: string, files: readonly FileRow[], after: number, settings: Settings): Promise<void> {
  for (const [index, file] of files.entries()) {
    const position = after + index + 1;
    const id = newId();
    await tx.trx
      .insertInto('document')
      .values({ id, mail_id: mailId, ...documentOf(file, position) })
      .execute();
    await describeDocument(tx, id, file, settings);
    await tx.trx.updateTable('deposit_file').set({ mail_id: mailId }).where('id', '=', file.id).execute();
  }
}

/** What was declared at the deposit speaks louder than what was read. */
function withDeclared(read: Proposals, deposit: DepositRow): Proposals {
  const declared = (value: string | null): Proposal | undefined => (value ? { value, confidence: 1, because: 'deposit' } : undefined);
  return {
    ...read,
    ...(deposit.sender_name ? { senderName: declared(deposit.sender_name) } : {}),
    ...(deposit.subject ? { subject: declared(deposit.subject) } : {}),
    ...(deposit.received_at ? { receivedAt: declared(deposit.received_at) } : {}),
  };
}
