import { addDays, dayIn, type Settings } from '@bannette/domain';
import { changeMail, heldMails, lockMail, mailPermissions, type DocumentRow, type House, type MailRow } from '@bannette/house';
import { withAdvisoryLock, type Said, type TaskHandler } from '@bannette/store';
import { categoryOf, folderIn } from './category.js';
import { dateRecord } from './date-record.js';
import { declarePart, findParts, isRecord, type PartRow } from './parts.js';
import { aroundOf, reckonOf, type RecordRow, type Reckoned } from './reckon.js';
import { Refusal, saidOf } from './refusal.js';
import { enqueueEnd } from './tasks.js';

/** A mail on its way, as it is now. */
export interface Ending {
  readonly mail: MailRow;
  readonly record: RecordRow;
  readonly reckoned: Reckoned;
  readonly documents: readonly DocumentRow[];
  readonly settings: Settings;
}

/**
 * Brings a mail whose current use has ended into Governance Services and dates it, under the lock that its mirror takes.
 * Whatever it finds done it leaves; a crash between any two lines is mended by the next run. What can't be done is kept as
 * the record's failure and tried again every day; where nobody answers, the job itself tries again.
 */
export function endUse(house: House): TaskHandler {
  return async (payload) => {
    const mailId = String(payload.mailId);
    const waits = Number(payload.waits ?? 0);
    const waiting = await withAdvisoryLock(house.store, `mail:${mailId}`, (lost) => tried(house, mailId, lost));
    if (waiting) await house.store.transaction(byHouse(house), (tx) => enqueueEnd(tx, mailId, { runAt: new Date(Date.now() + waitMs(waits)), waits: waits + 1 }));
  };
}

const waitMs = (waits: number): number => Math.min(600_000, 500 * 2 ** Math.min(waits, 12));
export const byHouse = ({ entityId }: House) => ({ entityId, actor: 'system' });

/** @returns whether it has to wait for the mirror */
async function tried(house: House, mailId: string, lost: AbortSignal): Promise<boolean> {
  const { db } = house.store;
  await db.updateTable('mail_record').set((eb) => ({ retried_at: house.now(), attempts: eb('attempts', '+', 1) })).where('mail_id', '=', mailId).execute();
  try {
    const waits = await goOn(house, mailId, lost);
    await db.updateTable('mail_record').set({ failure: null }).where('mail_id', '=', mailId).where('failure', 'is not', null).execute();
    return waits;
  } catch (error) {
    const said = saidOf(error);
    if (!said) throw error;
    await db.updateTable('mail_record').set({ failure: JSON.stringify(said satisfies Said) }).where('mail_id', '=', mailId).execute();
    return false;
  }
}

async function goOn(house: House, mailId: string, lost: AbortSignal): Promise<boolean> {
  const first = await endingOf(house, mailId);
  if (!first || (await heldMails(house.store.db, [mailId])).has(mailId)) return false;
  if (first.record.state === 'ending') {
    const category = await categoryFor(house, first);
    if (!(await narrow(house, first, category))) return false;
    lost.throwIfAborted();
    const ending = await endingOf(house, mailId);
    if (!ending) return false;
    if (ending.mail.applied_version < ending.mail.desired_version || ending.documents.some(({ stored_at, gone_at }) => !stored_at && !gone_at)) return true;
    await declareAll(house, ending, category.id, lost);
  }
  lost.throwIfAborted();
  const declared = await endingOf(house, mailId);
  // What people added to its folder afterwards is content of the mail, too.
  if (declared && first.record.state !== 'ending') await declareAdditions(house, declared, lost);
  if (declared && (declared.record.state === 'declared' || declared.record.state === 'dated')) await dateRecord(house, declared, lost);
  return false;
}

export async function endingOf(house: House, mailId: string): Promise<Ending | undefined> {
  const { db } = house.store;
  const mail = await db.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirst();
  if (!mail || mail.eliminated_at) return undefined;
  const settings = await house.settings();
  const around = await aroundOf(db, mail);
  if (!around.record || around.record.state === 'destroyed') return undefined;
  const documents = await db.selectFrom('document').selectAll().where('mail_id', '=', mailId).orderBy('position').execute();
  return { mail, record: around.record, reckoned: reckonOf(mail, settings, around), documents, settings };
}

async function categoryFor(house: House, { mail, record, reckoned: { row }, documents }: Ending): Promise<{ readonly id: string; readonly mark: string }> {
  if (!row) throw new Refusal('noRow');
  // What was begun under a row is ended under it, whatever the schedule says since.
  const category = mail.intermediate_at && record.category_id ? { id: record.category_id, mark: record.mark } : await categoryOf(house, row);
  if (mail.gone_at || documents.some(({ gone_at }) => gone_at)) throw new Refusal('goneFromAlfresco');
  // What people still have to look at is not made unchangeable, nor are its versions taken away.
  if (mail.open_alerts > 0) throw new Refusal('alertOpen');
  return category;
}

/** Keeps the row as it is now and narrows who reads the mail, once, if its current use has ended in this very moment too. */
async function narrow(house: House, ending: Ending, category: { readonly id: string; readonly mark: string }): Promise<boolean> {
  const { authority } = ending.settings;
  return house.store.transaction(byHouse(house), async (tx) => {
    const mail = await lockMail(tx, ending.mail.id);
    if (!mail) return false;
    // The term of its personal data may have narrowed it before.
    if (mail.intermediate_at && ending.record.category_id) return true;
    const now = house.now();
    const { row, ends } = reckonOf(mail, ending.settings, await aroundOf(tx.trx, mail));
    if (!row || !ends || ends >= dayIn(authority.timeZone, now) || (await heldMails(tx.trx, [mail.id])).has(mail.id)) return false;
    await tx.trx.updateTable('mail_record').set({ row: JSON.stringify(row), mark: category.mark, category_id: category.id }).where('mail_id', '=', mail.id).where('state', '=', 'ending').execute();
    await changeMail(tx, mail, { set: { intermediate_at: mail.intermediate_at ?? now }, entry: { type: 'mail.currentUseEnded', data: { row: row.code, since: addDays(ends, 1), at: now.toISOString() } } });
    return true;
  });
}

async function declareAdditions(house: House, ending: Ending, lost: AbortSignal): Promise<void> {
  const { mail, record, documents } = ending;
  const undone = (await findParts(house, mail, documents)).filter(({ state }) => state === 'found' || state === 'pruned' || state === 'declared');
  if (!undone.length) return;
  if (mail.open_alerts > 0) throw new Refusal('alertOpen');
  for (const part of undone) {
    lost.throwIfAborted();
    await declarePart(house, part, { folderId: record.folder_id ?? '', neutralName: neutralName(mail, part), digests: await digestsOf(house, part, documents) });
  }
  await house.store.transaction(byHouse(house), async (tx) => tx.append({ type: 'mail.declared', subjectKind: 'mail', subjectId: mail.id, data: { row: record.row.code, documents: undone.length, folder: record.folder_id } }));
}

/** Readers, then every node; what people add while it runs is found by the last look. */
async function declareAll(house: House, ending: Ending, categoryId: string, lost: AbortSignal): Promise<void> {
  const { mail, record, documents } = ending;
  const { db } = house.store;
  if (!mail.node_id) throw new Refusal('goneFromAlfresco');
  await house.repository.nodes.setPermissions(mail.node_id, mailPermissions(house, mail));
  const folderId = record.folder_id ?? (await folderOfRecords(house, await findParts(house, mail, documents), categoryId)) ?? (await folderIn(house, categoryId));
  if (!record.folder_id) await db.updateTable('mail_record').set({ folder_id: folderId }).where('mail_id', '=', mail.id).execute();
  const done = new Set<string>();
  for (;;) {
    const parts = (await findParts(house, mail, documents)).filter(({ node_id }) => !done.has(node_id));
    if (!parts.length) break;
    for (const part of parts) {
      lost.throwIfAborted();
      await declarePart(house, part, { folderId, neutralName: neutralName(mail, part), digests: await digestsOf(house, part, documents) });
      done.add(part.node_id);
    }
  }
  await house.store.transaction(byHouse(house), async (tx) => {
    const { numUpdatedRows } = await tx.trx.updateTable('mail_record').set({ state: 'declared', declared_at: house.now() }).where('mail_id', '=', mail.id).where('state', '=', 'ending').executeTakeFirst();
    if (numUpdatedRows) tx.append({ type: 'mail.declared', subjectKind: 'mail', subjectId: mail.id, data: { row: record.row.code, documents: done.size, folder: folderId } });
  });
}

/** Where its records lie already, as after a rebuild: they stay in the folder of the month in which they were declared. */
async function folderOfRecords(house: House, parts: readonly PartRow[], categoryId: string): Promise<string | undefined> {
  const { nodes } = house.repository;
  for (const { node_id } of parts) {
    const node = await nodes.get(node_id);
    if (isRecord(node) && node.parentId && (await nodes.get(node.parentId)).parentId === categoryId) return node.parentId;
  }
  return undefined;
}

const neutralName = (mail: MailRow, { node_id }: PartRow): string => `${mail.node_name ?? mail.id}-ajout-${node_id.slice(0, 8)}`;

/** What a document of the house's may hold: what was captured, and what people made of it under the eyes of all. */
async function digestsOf(house: House, part: PartRow, documents: readonly DocumentRow[]): Promise<readonly string[] | undefined> {
  const document = documents.find(({ id }) => id === part.document_id);
  if (!document) return undefined;
  const versions = await house.store.db.selectFrom('document_version').select('sha512').where('node_id', '=', part.node_id).execute();
  const captured = part.part === 'searchable' ? document.searchable_sha512 : document.sha512;
  return [...(captured ? [captured] : []), ...versions.map(({ sha512 }) => sha512)];
}

