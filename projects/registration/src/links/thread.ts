import { dayIn, may, threadOf, type Edge, type Person } from '@bannette/domain';
import type { Call, Contract, ThreadStepView } from '@bannette/http';
import { forRights, letterOf, linesOf, markedFor, requireRight, selectMails, type House, type MailListRow, type Marked } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type SqlBool } from 'kysely';

/** Mails of a thread that are shown, and rounds in which they are looked for. */
const most = 60;
const rounds = 12;
const edgesAtOnce = 300;

/**
 * The thread of a mail: all that is tied to it by links, answers and what e-mails say of one another, step by step, through
 * mails that the caller may know of only; what they may not open is a masked line.
 */
export async function threadFor(house: House, { params, caller }: Call<Contract['thread']>): Promise<{ items: ThreadStepView[]; more: boolean }> {
  const { db } = house.store;
  const start = await selectMails(db).select(markedFor(house, caller)).where('mail.id', '=', params.id).executeTakeFirst();
  requireRight(caller, 'read', start);
  const known = new Map<string, ThreadRow>([[start.id, start]]);
  const edges = new Map<string, Edge>();
  let more = false;
  let newcomers: readonly ThreadRow[] = [start];
  for (let round = 0; newcomers.length && round < rounds; round++) {
    const found = await edgesOf(db, house.entityId, newcomers);
    const ids = [...new Set(found.flatMap(({ from, to }) => [from, to]))].filter((id) => !known.has(id));
    const others = await seenOf(house, caller, ids);
    more ||= known.size + others.length > most;
    newcomers = others.slice(0, most - known.size);
    newcomers.forEach((mail) => known.set(mail.id, mail));
    found.filter(({ from, to }) => known.has(from) && known.has(to)).forEach((edge) => edges.set(`${edge.from} ${edge.to} ${edge.kind}`, edge));
  }
  const settings = await house.settings();
  const dayOf = (mail: MailListRow): string => mail.departure_date ?? mail.received_at ?? dayIn(settings.authority.timeZone, mail.created_at);
  const rows = [...known.values()];
  const lines = new Map(linesOf(house, caller, settings, rows).map((line) => [line.id, line]));
  const steps = threadOf(rows.map((mail) => ({ id: mail.id, day: dayOf(mail) })), [...edges.values()]);
  return { more, items: steps.flatMap(({ id, ties }) => { const [mail, row] = [lines.get(id), known.get(id)]; return mail && row ? [{ mail, day: dayOf(row), ties: [...ties] }] : []; }) };
}

type ThreadRow = MailListRow & Marked;

async function seenOf(house: House, person: Person, ids: readonly string[]): Promise<ThreadRow[]> {
  const rows = ids.length ? await selectMails(house.store.db).select(markedFor(house, person)).where('mail.id', 'in', [...ids]).orderBy('mail.id').limit(most * 4).execute() : [];
  return rows.filter((row) => may(person, 'list', forRights(row)));
}

/** What ties these mails to others, whichever way. What somebody said speaks louder than what e-mails say. */
async function edgesOf(db: Kysely<Database>, entityId: string, mails: readonly MailListRow[]): Promise<Edge[]> {
  const ids = mails.map(({ id }) => id);
  const named = mails.flatMap(({ message_references, in_reply_to }) => [...message_references, ...(in_reply_to ? [in_reply_to] : [])]);
  const own = mails.flatMap(({ message_id }) => (message_id ? [message_id] : []));
  const [links, answers, parents, children] = await Promise.all([
    db.selectFrom('mail_link').select(['from_id', 'to_id', 'kind']).where((eb) => eb.or([eb('from_id', 'in', ids), eb('to_id', 'in', ids)])).limit(edgesAtOnce).execute(),
    db.selectFrom('mail').select(['id', 'answer_of', 'letter_kind']).where((eb) => eb.or([eb('answer_of', 'in', ids), eb('id', 'in', ids)])).where('answer_of', 'is not', null).limit(edgesAtOnce).execute(),
    named.length ? db.selectFrom('mail').select(['id', 'message_id']).where('entity_id', '=', entityId).where('message_id', 'in', named).limit(edgesAtOnce).execute() : [],
    own.length ? db.selectFrom('mail').select(['id', 'message_references', 'in_reply_to']).where('entity_id', '=', entityId).where(sql<SqlBool>`message_references <> '{}' and message_references && ${sql.val(own)}::text[]`).limit(edgesAtOnce).execute() : [],
  ]);
  const said = [
    ...links.map(({ from_id, to_id, kind }): Edge => ({ from: from_id, to: to_id, kind, source: 'person' })),
    ...answers.map((letter): Edge => ({ from: letter.id, to: letter.answer_of ?? letter.id, kind: 'answers', source: 'answer', letter: letterOf(letter) })),
  ];
  const tied = (one: string, other: string): boolean => said.some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
  const written = [
    ...mails.flatMap((mail) => nearest(mail, parents).map((to) => ({ from: mail.id, to }))),
    ...children.flatMap((child) => nearest(child, mails).map((to) => ({ from: child.id, to }))),
  ].filter(({ from, to }) => from !== to && !tied(from, to));
  return [...said, ...written.map(({ from, to }): Edge => ({ from, to, kind: 'answers', source: 'message' }))];
}

/** The message that it replies to, or else its nearest ancestor that is known; a message that came twice is two mails. */
function nearest({ in_reply_to, message_references }: Pick<MailListRow, 'in_reply_to' | 'message_references'>, among: readonly Pick<MailListRow, 'id' | 'message_id'>[]): string[] {
  for (const name of [...(in_reply_to ? [in_reply_to] : []), ...[...message_references].reverse()]) {
    const found = among.filter(({ message_id }) => message_id === name).map(({ id }) => id);
    if (found.length) return found;
  }
  return [];
}
