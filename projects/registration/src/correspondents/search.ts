import { seesAllPersons, wordsOf, type Person } from '@bannette/domain';
import type { CorrespondentFound } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { CorrespondentRow } from './index-keys.js';
import { keyQuery, soundsOf } from './keys.js';

/** So many are narrowed to before they are ranked. */
const candidates = 200;
/** Shorter than this, a lone word is looked for as the beginning of a name only: as a key it would be half of all. */
const keyFrom = 4;

/** Whom `person` may know of: organisations all, private persons by a mail of theirs that may be read. */
export function visibleTo(person: Person) {
  return (eb: ExpressionBuilder<Database, 'correspondent'>) =>
    seesAllPersons(person)
      ? sql<SqlBool>`true`
      : eb.or([eb('correspondent.kind', '<>', 'individual'), eb.exists(eb.selectFrom('mail').select('mail.id').whereRef('mail.correspondent_id', '=', 'correspondent.id').where(sql<SqlBool>`mail.readers && ${sql.val([...person.groups])}::text[]`))]);
}

/**
 * Correspondents by what is typed: beginnings of words in any order, without regard to accents, or as they sound; a SIRET,
 * an e-mail address, a reference of another system that one may see. First narrowed by indexes, then ranked.
 */
export async function searchCorrespondents(house: House, person: Person, typed: string, limit: number): Promise<CorrespondentFound[]> {
  const words = wordsOf(typed);
  const exact = await byNumber(house, person, typed);
  const begin = words.length === 1 || words.join(' ').length < keyFrom ? await byBeginning(house, person, words.join(' '), limit) : [];
  const rest = begin.length < limit && words.join('').length >= keyFrom ? await byKeys(house, person, typed) : [];
  const rows = [...new Map([...exact, ...begin, ...rest].map((row) => [row.id, row])).values()];
  const ranked = rows.map((row) => ({ row, rank: rankOf(row, words, exact.includes(row)) })).sort((a, b) => b.rank - a.rank || (a.row.search_name < b.row.search_name ? -1 : 1));
  return ranked.slice(0, limit).map(({ row }) => foundOf(row));
}

export function foundOf({ id, kind, name, card, address, postcode, city, email }: CorrespondentRow): CorrespondentFound {
  return { id, kind, name: card.givenName ? `${card.givenName} ${name}` : name, address: address ?? undefined, postcode: postcode ?? undefined, city: city ?? undefined, email: email ?? undefined };
}

function known(house: House, person: Person) {
  return house.store.db.selectFrom('correspondent').selectAll('correspondent').where('correspondent.entity_id', '=', house.entityId).where('correspondent.merged_into', 'is', null).where(visibleTo(person));
}

async function byBeginning(house: House, person: Person, beginning: string, limit: number): Promise<CorrespondentRow[]> {
  return known(house, person).where('search_name', 'like', `${beginning.replace(/[\\%_]/g, '\\$&')}%`).orderBy('search_name').limit(limit).execute();
}

async function byKeys(house: House, person: Person, typed: string): Promise<CorrespondentRow[]> {
  const query = keyQuery(typed);
  return query ? known(house, person).where(sql<SqlBool>`search_keys @@ ${query}::tsquery`).limit(candidates).execute() : [];
}

async function byNumber(house: House, person: Person, typed: string): Promise<CorrespondentRow[]> {
  const number = typed.replace(/\s/g, '');
  if (number.length < 4 || !/\d/.test(number)) return [];
  return known(house, person)
    .where((eb) => eb.or([eb('siret', '=', number), eb.exists(eb.selectFrom('correspondent_reference').select('value').whereRef('correspondent_id', '=', 'correspondent.id').where('value', '=', typed.trim()).where((guarded) => guarded.or([guarded('guard', 'is', null), guarded('guard', 'in', [...person.groups, ''])])))]))
    .limit(20)
    .execute();
}

/** Whole words count most, beginnings less, sounds least; where the first word was typed first, a little more. */
function rankOf(row: CorrespondentRow, words: readonly string[], exact: boolean): number {
  if (exact) return 100;
  const own = wordsOf(`${row.name} ${row.card.givenName ?? ''}`);
  const score = words.reduce((sum, word) => sum + (own.includes(word) ? 3 : own.some((one) => one.startsWith(word)) ? 2 : own.some((one) => soundsOf(one).some((sound) => soundsOf(word).includes(sound))) ? 1 : 0), 0);
  return score + (own[0] === words[0] ? 0.5 : 0) - own.length / 100;
}
