import { listersOf, readersOf, type MailAction } from '@bannette/domain';
import type { Database, JournalEntry, JsonObject, Tx } from '@bannette/store';
import type { QueryCreator, Transaction, Updateable } from 'kysely';
import { forRights, type MailRow } from './row.js';
import { changesSubstance, requireOutsideLists } from './substance.js';

export type MailPatch = Updateable<Database['mail']>;

/** One change of a mail: its new values, what the journal tells of it, and how long it can be undone. */
export interface MailChange {
  readonly set: MailPatch;
  readonly entry: { readonly type: string; readonly data?: JsonObject; readonly personal?: JsonObject };
  /** Distribution comes next and sends the mail to Alfresco with its readers: one journey instead of two. */
  readonly awaitsDistribution?: boolean;
  readonly undo?: { readonly action: MailAction; readonly token: string; readonly until: Date };
}

/** Name of the job that makes Alfresco equal to the mail. */
export const mirrorTask = 'mail.mirror';

/**
 * Mails that a consumer's transaction has locked for all its entries: each is as it is now for the first who asks, because
 * whoever changes a mail has locked it before.
 */
const ahead = new WeakMap<Transaction<Database>, Map<string, MailRow>>();

/** The mail, locked until the transaction ends. */
export async function lockMail(tx: Tx, id: string): Promise<MailRow | undefined> {
  const known = ahead.get(tx.trx);
  const mail = known?.get(id);
  known?.delete(id);
  return mail ?? tx.trx.selectFrom('mail').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** Of a mail that its consumer's transaction has locked already, what it is; undefined where nobody knows without asking. */
export const lockedAhead = (tx: Tx, id: string): MailRow | undefined => ahead.get(tx.trx)?.get(id);

/** The mails that several entries of the journal tell of, locked in one order, so that no two that hear of them wait for one another. */
export async function lockSubjects(entries: readonly JournalEntry[], trx: Transaction<Database>): Promise<void> {
  const ids = [...new Set(entries.flatMap(({ subjectKind, subjectId }) => (subjectKind === 'mail' ? [subjectId] : [])))].sort();
  if (!ids.length) return;
  const mails = await trx.selectFrom('mail').selectAll().where('id', '=', (eb) => eb.fn.any(eb.val(ids))).orderBy('id').forNoKeyUpdate().execute();
  ahead.set(trx, new Map(mails.map((mail) => [mail.id, mail])));
}

/**
 * Writes the new state, the journal entry and the work it causes, in the caller's transaction. Readers follow from
 * service, copies and confidentiality; a mail that has its number is mirrored to Alfresco.
 */
export async function changeMail(tx: Tx, mail: MailRow, change: MailChange): Promise<MailRow> {
  const next = { ...mail, ...change.set } as MailRow;
  if (tx.context.actor !== 'system' && changesSubstance(mail, next)) await requireOutsideLists(tx.trx, [mail.id]);
  const secrecy = forRights(next);
  const mirrored = next.node_name !== null;
  // A person's action ends what could be undone before; what the house does by itself leaves it.
  const queries = tx.context.actor === 'system' ? tx.trx : tx.trx.with('ended', (qb) => qb.deleteFrom('undo').where('mail_id', '=', mail.id));
  const changed = await (queries as QueryCreator<Database>)
    .updateTable('mail')
    .set({
      ...change.set,
      readers: [...readersOf(secrecy)],
      listers: [...listersOf(secrecy)],
      revision: mail.revision + 1,
      ...(mirrored ? { desired_version: mail.desired_version + 1 } : {}),
    })
    .where('id', '=', mail.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  ahead.get(tx.trx)?.set(mail.id, changed);
  tx.append({ ...change.entry, subjectKind: 'mail', subjectId: mail.id });
  if (mirrored && !change.awaitsDistribution) await enqueueMirror(tx, mail.id);
  await keepUndo(tx, mail, change);
  return changed;
}

export function enqueueMirror(tx: Tx, mailId: string): Promise<void> {
  return tx.enqueue(mirrorTask, { mailId }, { key: `${mirrorTask}:${mailId}`, maxAttempts: 25 });
}

async function keepUndo(tx: Tx, mail: MailRow, { set, undo }: MailChange): Promise<void> {
  if (tx.context.actor === 'system' || !undo) return;
  const undoable = ['service', 'wanted_service', 'site', 'mail_rooms', 'tray', 'route_because', 'due_date', 'due_because', 'priority', 'assignee', 'assignee_name', 'copies', 'closed_at', 'closing_reason', 'state'] as const;
  const touched = undoable.filter((column) => column in set || undo.action === 'reroute');
  const before = Object.fromEntries(touched.map((column) => [column, mail[column]]));
  await tx.trx.insertInto('undo').values({ token: undo.token, mail_id: mail.id, action: undo.action, actor: tx.context.actor, on_behalf_of: tx.context.onBehalfOf ?? null, revision: mail.revision, before: JSON.stringify(before), until: undo.until }).execute();
}
