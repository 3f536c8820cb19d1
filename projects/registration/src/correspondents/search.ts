import { seesAllPersons, wordsOf, type Person } from '@bannette/domain';
import type { CorrespondentFound } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { CorrespondentRow } from './index-keys.js';
import { begunBy, knownTo, soundingLike, soundsOf, type Typed } from './keys.js';

/** So many are narrowed to before they are ranked. */
const candidates = 200;
/** Words beyond these are not turned round. */
const mostTurned = 3;

const readableBy = (person: Person): RawBuilder<SqlBool> => sql<SqlBool>`mail.readers && ${sql.val([...person.groups])}::text[]`;
const byOwnMail = (person: Person): RawBuilder<SqlBool> => sql<SqlBool>`exists (select from mail where mail.correspondent_id = correspondent.id and ${readableBy(person)})`;

/**
 * Whom `person` may know of, as a condition: organisations all, private persons by a mail that may be read, which is from or
 * to them, alone or among several, or who was joined with them.
 */
export function visibleTo(person: Person): RawBuilder<SqlBool> {
  if (seesAllPersons(person)) return sql<SqlBool>`true`;
  const readable = readableBy(person);
  const among = sql<SqlBool>`mail.parties <> '[]' and mail.parties @> jsonb_build_array(jsonb_build_object('id', one))`;
  // One after the other, by an index: nothing else tells the database how few a family are.
  return sql<SqlBool>`(correspondent.kind <> 'individual'
    or ${byOwnMail(person)}
    or exists (select from correspondent_family(correspondent.id) one, lateral (select from mail where mail.correspondent_id = one and ${readable} limit 1) found)
    or exists (select from correspondent_family(correspondent.id) one, lateral (select from mail where ${among} and ${readable} limit 1) found))`;
}

/**
 * Correspondents by what is typed: beginnings of words in any order, without regard to accents, or as they sound; a SIRET,
 * a reference of another system that one may see. Asked step by step, from what an index answers at once to what costs more,
 * until there are enough; then ranked.
 */
export async function searchCorrespondents(house: House, person: Person, typed: string, limit: number): Promise<CorrespondentFound[]> {
  const words = wordsOf(typed).slice(0, 6);
  const exact = await byNumber(house, person, typed);
  const found = new Map(exact.map((row) => [row.id, row]));
  for (const step of steps) {
    if (found.size >= limit || !words.length) break;
    for (const row of await step(house, person, words, limit)) found.set(row.id, row);
  }
  const numbers = new Set(exact.map(({ id }) => id));
  const ranked = [...found.values()].map((row) => ({ row, rank: rankOf(row, words, numbers.has(row.id)) })).sort((a, b) => b.rank - a.rank || (a.row.search_name < b.row.search_name ? -1 : 1));
  return ranked.slice(0, limit).map(({ row }) => foundOf(row));
}

type Step = (house: House, person: Person, words: readonly string[], limit: number) => Promise<CorrespondentRow[]>;

/** Letter by letter, not as a language sorts: the index is in no other order. */
const inOrderOfIndex = sql`search_name using ~<~`;

/** Names that begin with what was typed, in whatever order: names are kept in one. */
const namesThatBegin: Step = async (house, person, words, limit) => {
  // Of most of them a service may not know: it asks the keys, among which is who may.
  if (!seesAllPersons(person)) return [];
  const rows: CorrespondentRow[] = [];
  for (const beginning of ordersOf(words).map((order) => order.join(' '))) {
    if (rows.length >= limit) break;
    rows.push(...(await known(house, person).where('search_name', 'like', `${beginning}%`).orderBy(inOrderOfIndex).limit(limit).execute()));
  }
  return rows;
};

/** Every word begins one of the name's. */
const wordsThatBegin: Step = async (house, person, words) => byKeys(house, person, begunBy(words));

/** Words that sound so; the last one may be begun only. */
const wordsThatSound: Step = async (house, person, words, limit) => {
  const rows = await byKeys(house, person, soundingLike(words, false));
  return rows.length < limit && words.length > 1 ? [...rows, ...(await byKeys(house, person, soundingLike(words, true)))] : rows;
};

const steps: readonly Step[] = [namesThatBegin, wordsThatBegin, wordsThatSound];

function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > mostTurned || words.length < 2) return [words];
  return words.flatMap((word, at) => ordersOf([...words.slice(0, at), ...words.slice(at + 1)]).map((rest) => [word, ...rest]));
}

export function foundOf({ id, kind, name, card, address, postcode, city, email }: CorrespondentRow): CorrespondentFound {
  return { id, kind, name: card.givenName ? `${card.givenName} ${name}` : name, address: address ?? undefined, postcode: postcode ?? undefined, city: city ?? undefined, country: card.addresses?.[0]?.country, email: email ?? undefined };
}

function known(house: House, person: Person) {
  return house.store.db.selectFrom('correspondent').selectAll('correspondent').where('correspondent.entity_id', '=', house.entityId).where('correspondent.merged_into', 'is', null).where(visibleTo(person));
}

async function byKeys(house: House, person: Person, typed: Typed | undefined): Promise<CorrespondentRow[]> {
  if (!typed) return [];
  const query = seesAllPersons(person) ? typed.query : `${typed.query} & ${knownTo(person.groups)}`;
  const { rows } = await sql<CorrespondentRow>`select * from correspondents_by_keys(${house.entityId}, ${query}::tsquery, ${sql.val([...typed.begin])}::text[], ${candidates})`.execute(house.store.db);
  return visibleAmong(house, person, rows);
}

/** Asked of few, by their ids: of all that are found, the database would rather read every mail. Most are known by a mail of their own. */
async function visibleAmong(house: House, person: Person, rows: CorrespondentRow[]): Promise<CorrespondentRow[]> {
  const asked = seesAllPersons(person) ? [] : rows.filter(({ kind }) => kind === 'individual').map(({ id }) => id);
  if (!asked.length) return rows;
  const seeing = async (ids: readonly string[], how: RawBuilder<SqlBool>): Promise<string[]> => (ids.length ? (await house.store.db.selectFrom('correspondent').select('correspondent.id').where('correspondent.id', 'in', [...ids]).where(how).execute()).map(({ id }) => id) : []);
  const seen = new Set(await seeing(asked, byOwnMail(person)));
  for (const id of await seeing(asked.filter((one) => !seen.has(one)), visibleTo(person))) seen.add(id);
  return rows.filter(({ id, kind }) => kind !== 'individual' || seen.has(id));
}

/** Each by an index of its own: numbers of the state, and what other systems call it. */
async function byNumber(house: House, person: Person, typed: string): Promise<CorrespondentRow[]> {
  const number = typed.replace(/\s/g, '');
  if (number.length < 4 || !/\d/.test(number)) return [];
  const referred = await house.store.db
    .selectFrom('correspondent_reference')
    .select(sql<string>`correspondent_kept(correspondent_id)`.as('kept'))
    .where('entity_id', '=', house.entityId)
    .where('value', '=', typed.trim())
    .where((eb) => eb.or([eb('guard', 'is', null), eb('guard', 'in', [...person.groups, ''])]))
    .limit(20)
    .execute();
  const registered = /^\d{14}$/.test(number) ? await house.store.db.selectFrom('correspondent').select(sql<string>`correspondent_kept(id)`.as('kept')).where('entity_id', '=', house.entityId).where('siret', '=', number).limit(20).execute() : [];
  const ids = [...registered, ...referred].map(({ kept }) => kept);
  return ids.length ? known(house, person).where('correspondent.id', 'in', ids).execute() : [];
}

/** Whole words count most, beginnings less, sounds least; where the first word was typed first, a little more. */
function rankOf(row: CorrespondentRow, words: readonly string[], exact: boolean): number {
  if (exact) return 100;
  const own = wordsOf(`${row.name} ${row.card.givenName ?? ''}`);
  const score = words.reduce((sum, word) => sum + (own.includes(word) ? 3 : own.some((one) => one.startsWith(word)) ? 2 : own.some((one) => soundsOf(one).some((sound) => soundsOf(word).includes(sound))) ? 1 : 0), 0);
  return score + (own[0] === words[0] ? 0.5 : 0) - own.length / 100;
}
