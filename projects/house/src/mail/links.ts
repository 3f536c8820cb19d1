import { isCleared, type LetterKind, mayWithAffair, may, seenBackwards, seenForwards, speaksForDuplicate, type Person } from '@bannette/domain';
import type { Mail } from '@bannette/http';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type SqlBool } from 'kysely';
import { forRights, type MailRow } from './row.js';

const shown = 100;

/** Linked mails that `person` may know of, with the subject of those that they may open. */
export async function linksOf(db: Kysely<Database>, person: Person, mail: Pick<MailRow, 'id' | 'answer_of' | 'letter_kind'>): Promise<Mail['links']> {
  const added = await db.selectFrom('mail_link').select(['id', 'from_id', 'to_id', 'kind']).where((eb) => eb.or([eb('from_id', '=', mail.id), eb('to_id', '=', mail.id)])).orderBy('id').limit(shown).execute();
  const ids = added.map(({ from_id, to_id }) => (from_id === mail.id ? to_id : from_id));
  const others = await db
    .selectFrom('mail')
    .select(['id', 'chrono', 'subject', 'state', 'departure_date', 'answer_of', 'letter_kind', 'service', 'copies', 'confidentiality', 'compartment', 'mail_rooms', 'intermediate_at'])
    .where((eb) => eb.or([eb('answer_of', '=', mail.id), ...(mail.answer_of ? [eb('id', '=', mail.answer_of)] : []), ...(ids.length ? [eb('id', 'in', ids)] : [])]))
    .orderBy('id')
    .limit(shown)
    .execute();
  return others.filter((other) => may(person, 'list', forRights(other))).flatMap((other) => {
    const said = { id: other.id, chrono: other.chrono ?? undefined, subject: isCleared(person, forRights(other)) ? (other.subject ?? undefined) : undefined, state: other.state, departureDate: other.departure_date ?? undefined };
    const answers = other.answer_of === mail.id ? [{ ...said, kind: 'answeredBy' as const, letter: letterOf(other) }] : other.id === mail.answer_of ? [{ ...said, kind: 'answerOf' as const, letter: letterOf(mail) }] : [];
    const linked = added.filter(({ from_id, to_id }) => from_id === other.id || to_id === other.id).map(({ id, from_id, kind }) => ({ ...said, link: id, kind: from_id === mail.id ? seenForwards[kind] : seenBackwards[kind] }));
    return [...answers, ...linked];
  });
}

/** What a letter is that is no answer. */
export const letterOf = ({ letter_kind }: Pick<MailRow, 'letter_kind'>): Exclude<LetterKind, 'answer'> | undefined => (letter_kind === 'answer' ? undefined : (letter_kind ?? undefined));

/** The affair that the mail lies in: its number for those who may know that there is one, its title for those who may open it. */
export async function affairOf(db: Kysely<Database>, person: Person, { affair_id }: Pick<MailRow, 'affair_id'>): Promise<Mail['affair']> {
  if (!affair_id) return undefined;
  const affair = await db.selectFrom('affair').select(['id', 'chrono', 'title', 'service', 'confidentiality', 'compartment', 'state']).where('id', '=', affair_id).executeTakeFirst();
  const secrecy = affair && { ...affair, compartment: affair.compartment ?? undefined };
  if (!affair || !secrecy || !mayWithAffair(person, 'list', secrecy)) return undefined;
  return { id: affair.id, chrono: affair.chrono, ...(mayWithAffair(person, 'read', secrecy) ? { title: affair.title } : {}) };
}

/** How many mails that `person` may open may be the same one, as long as nobody has decided; letters of one form are not counted. */
export async function possibleDuplicates(db: Kysely<Database>, person: Person, mailId: string): Promise<number> {
  const pairs = await db
    .selectFrom('duplicate_pair')
    .innerJoin('mail', (join) => join.on(sql<SqlBool>`mail.id = case when duplicate_pair.a = ${mailId} then duplicate_pair.b else duplicate_pair.a end`))
    .select('duplicate_pair.because')
    .where((eb) => eb.or([eb('duplicate_pair.a', '=', mailId), eb('duplicate_pair.b', '=', mailId)]))
    .where('decided', 'is', null)
    .where('mail.state', '<>', 'voided')
    .where(sql<SqlBool>`mail.readers && ${sql.val([...person.groups])}::text[]`)
    .limit(shown)
    .execute();
  return pairs.filter(({ because }) => speaksForDuplicate(because)).length;
}
