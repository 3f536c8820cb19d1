import { dayIn, isCleared, may, nextState, sameMailCodes, stretchesOf, type MailState } from '@bannette/domain';
import { conflict, forbidden, notFound, type Call, type Contract, type DuplicateComparison, type Mail, type PossibleDuplicate } from '@bannette/http';
import { actInName, changeMail, contextOf, forRights, linesOf, markedFor, requireNotStopped, requireRevision, requireRight, selectMails, viewMail, type House, type MailRow } from '@bannette/house';
import type { DuplicateBefore, Tx } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { addLink, lockBoth } from '../links/link.js';
import { mayTakeBack } from './take-back.js';

const shown = 50;

/** Mails that may be the same one as this, of those that the caller may read; surest first, what was decided last. */
export async function duplicatesFor(house: House, { params, caller }: Call<Contract['duplicates']>): Promise<{ items: PossibleDuplicate[] }> {
  const { db } = house.store;
  const own = await db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirst();
  requireRight(caller, 'read', own);
  const pairs = await db.selectFrom('duplicate_pair').selectAll().where((eb) => eb.or([eb('a', '=', params.id), eb('b', '=', params.id)])).orderBy('found_at', 'desc').limit(shown).execute();
  const others = pairs.map(({ a, b }) => (a === params.id ? b : a));
  const rows = others.length ? await selectMails(db).select(markedFor(house, caller)).where('mail.id', 'in', others).where(sql<SqlBool>`readers && ${sql.val([...caller.groups])}::text[]`).execute() : [];
  const links = others.length ? await db.selectFrom('mail_link').select('to_id').where('kind', '=', 'duplicateOf').where('from_id', '=', params.id).where('to_id', 'in', others).execute() : [];
  const lines = linesOf(house, caller, await house.settings(), rows.filter((row) => may(caller, 'read', forRights(row))));
  const sure = ({ because, decided }: PossibleDuplicate): number => (decided ? 10 : 0) + Math.min(...because.map(({ code }) => sameMailCodes.indexOf(code)));
  const items = pairs.flatMap(({ a, b, because, decided, decided_by_name, decided_at, before }): PossibleDuplicate[] => {
    const mail = lines.find(({ id }) => id === (a === params.id ? b : a));
    if (!mail || (mail.state === 'voided' && !decided)) return [];
    return [{ mail, earlier: mail.id === a, because: because.map(plain), ...(decided && decided_at ? { decided: { as: decided, by: decided_by_name ?? '', at: decided_at.toISOString(), isThis: decided === 'same' && links.some(({ to_id }) => to_id === mail.id), mayUndo: (decided === 'other' || links.some(({ to_id }) => to_id === mail.id)) && mayTakeBack(caller, own, { same: decided === 'same', before }) } } : {}) }];
  });
  return { items: items.sort((one, other) => sure(one) - sure(other)) };
}

const plain = (because: PossibleDuplicate['because'][number] | object): PossibleDuplicate['because'][number] => ({ ...(because as PossibleDuplicate['because'][number]) });

/** Two mails that the caller may read, side by side: what is known of either, and the texts that were read, stretch by stretch. */
export async function compareDuplicate(house: House, { params, caller }: Call<Contract['compareDuplicate']>): Promise<DuplicateComparison> {
  const { db } = house.store;
  const [a, b] = [params.id, params.other].sort() as [string, string];
  const pair = await db.selectFrom('duplicate_pair').select('because').where('a', '=', a).where('b', '=', b).executeTakeFirst();
  const rows = await db.selectFrom('mail').selectAll().where('id', 'in', [a, b]).execute();
  const [mail, other] = [params.id, params.other].map((id) => rows.find((row) => row.id === id));
  requireRight(caller, 'read', mail);
  if (!other || !isCleared(caller, forRights(other)) || !may(caller, 'read', forRights(other)) || !pair) throw notFound('duplicate');
  const documents = await db.selectFrom('document').select(['id', 'mail_id', 'name', 'pages', 'sha512']).where('mail_id', 'in', [a, b]).orderBy('position').execute();
  const sideOf = (row: MailRow): DuplicateComparison['one'] => ({
    id: row.id,
    chrono: row.chrono ?? undefined,
    state: row.state,
    subject: row.subject ?? row.proposals.subject?.value,
    sender: row.correspondent?.name ?? row.proposals.senderName?.value,
    receivedAt: row.received_at ?? undefined,
    channel: row.channel,
    capturedAt: row.created_at.toISOString(),
    documents: documents.filter(({ mail_id }) => mail_id === row.id).map(({ id, name, pages, sha512 }) => ({ id, name, pages, sha512 })),
  });
  return { one: sideOf(mail), other: sideOf(other), because: pair.because.map(plain), text: stretchesOf(mail.read_text, other.read_text).map((stretch) => ({ ...stretch })) };
}

/**
 * A person's word on two mails. A duplicate is linked to the other and makes no work of its own: what has no number yet, or
 * was not given to a service, is voided; what a service has goes to no follow-up; what was treated stays as it is. That two
 * are two is remembered.
 */
export async function decideDuplicate(house: House, call: Call<Contract['decideDuplicate']>): Promise<Mail> {
  const { params, body, caller } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const [mail, other] = await lockBoth(tx, params.id, body.other);
    requireRight(caller, body.duplicate ? 'markDuplicate' : 'link', mail);
    if (body.duplicate) await requireNotStopped(tx.trx, mail, 'markDuplicate', dayIn((await house.settings()).authority.timeZone, house.now()));
    if (body.duplicate) actInName(tx, caller, 'markDuplicate', mail);
    requireRevision(mail, body.revision);
    if (!other || !may(caller, 'list', forRights(other))) throw notFound('mail');
    if (!may(caller, 'read', forRights(other))) throw forbidden('markDuplicate');
    if (mail.id === other.id) throw notFound('duplicate');
    const [a, b] = [mail.id, other.id].sort() as [string, string];
    const pair = await tx.trx.selectFrom('duplicate_pair').selectAll().where('a', '=', a).where('b', '=', b).forUpdate().executeTakeFirst();
    if (!pair) throw notFound('duplicate');
    if (pair.decided) throw conflict('decidedAlready', 'Somebody has decided already', { by: pair.decided_by_name ?? '' });
    if (body.duplicate && other.state === 'voided') throw conflict('otherVoided', 'The other mail was voided itself');
    const state = nextState(mail.state, 'markDuplicate');
    const ends = body.duplicate && state !== undefined && state !== mail.state;
    await tx.trx.updateTable('duplicate_pair').set({ ...(ends ? { before: JSON.stringify(before(mail)) as never } : {}), decided: body.duplicate ? 'same' : 'other', decided_by: caller.id, decided_by_name: caller.displayName, decided_at: house.now() }).where('a', '=', a).where('b', '=', b).execute();
    if (!body.duplicate) return tellTwo(tx, mail, other);
    await addLink(tx, { from: mail, to: other, kind: 'duplicateOf', by: caller });
    if (!ends) return;
    await refuseOpenWork(tx, mail.id);
    await changeMail(tx, mail, endOf(mail, state, other, body.reason, house.now()));
  });
  return viewMail(house, caller, params.id);
}

const before = ({ state, tray, service, copies, closing_reason }: MailRow): DuplicateBefore => ({ state, tray, service, copies, closing_reason });

/** @throws 409 while somebody has a task on it, or was asked for an opinion */
async function refuseOpenWork(tx: Tx, mailId: string): Promise<void> {
  const count = async (rows: Promise<readonly unknown[]>): Promise<number> => (await rows).length;
  const tasks = await count(tx.trx.selectFrom('task').select('id').where('mail_id', '=', mailId).where('state', '=', 'open').execute());
  const opinions = await count(tx.trx.selectFrom('opinion').select('id').where('mail_id', '=', mailId).where('state', 'in', ['waiting', 'asked', 'passed']).execute());
  if (tasks || opinions) throw conflict('openWork', 'Tasks or opinions are still open on this mail', { tasks, opinions });
}

function tellTwo(tx: Tx, mail: MailRow, other: MailRow): void {
  for (const [one, beside] of [[mail, other], [other, mail]] as const) tx.append({ type: 'mail.notDuplicate', subjectKind: 'mail', subjectId: one.id, data: { other: beside.id } });
}

/** How a duplicate ends: told in the words of the ways to end a mail that there are, so that whoever hears of those hears of it. */
function endOf(mail: MailRow, state: MailState, other: MailRow, said: string | undefined, now: Date) {
  const reason = said ?? other.chrono ?? other.id;
  const ended = { state, closing_reason: reason, closed_at: now };
  if (state === 'voided') return { set: { ...ended, tray: null, service: null, copies: [] }, entry: { type: 'mail.voided', data: { duplicateOf: other.id, ...(mail.chrono ? { chrono: mail.chrono } : {}) }, personal: { reason } } };
  return { set: ended, entry: { type: 'mail.closedWithoutAnswer', data: { duplicateOf: other.id }, personal: { reason } } };
}

