import type { Database, Tx } from '@bannette/store';
import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import type { House } from '@bannette/house';
import { searchNameOf } from '@bannette/domain';
import { familyOf } from './card.js';
import { keysOf, knownToAll } from './keys.js';

export type CorrespondentRow = Selectable<Database['correspondent']>;

/** What search begins with: of a person the given name too. */
export const wholeName = ({ kind, name, card }: Pick<CorrespondentRow, 'kind' | 'name' | 'card'>): string => (kind === 'individual' && card.givenName ? `${name} ${card.givenName}` : name);

/** Name of the job that looks who may be the same. */
export const pairTask = 'correspondent.pairs';

const rowsAtOnce = 500;

/** Keys of a correspondent, as a value to write: its names, its e-mail addresses, and who may know of it or of those who were joined with it. */
export function keysValue({ kind, name, card }: Pick<CorrespondentRow, 'kind' | 'name' | 'card'>, family: readonly string[]): ReturnType<typeof sql<string>> {
  const keys = sql`array_to_tsvector(${sql.val([...keysOf([name, card.givenName ?? '', ...(card.emails ?? [])]), ...(kind === 'individual' ? [] : [knownToAll])])}::text[])`;
  if (kind !== 'individual') return sql<string>`${keys}`;
  // Added to by the database with every mail that others may read.
  const mails = sql`select readers from mail where correspondent_id = any(${sql.val([...family])}::uuid[]) union all select readers from mail where ${amongSeveral(family)}`;
  return sql<string>`${keys} || array_to_tsvector(array(select distinct '@' || reader from (${mails}) theirs, unnest(theirs.readers) as reader))`;
}

/** Of a letter that is from or to several, one of the others is of this family. */
export const amongSeveral = (family: readonly string[]): RawBuilder<SqlBool> => sql<SqlBool>`parties <> '[]' and (${sql.join(family.map((id) => sql`parties @> ${JSON.stringify([{ id }])}::jsonb`), sql` or `)})`;

/**
 * After a change of what it is found by: it is indexed in the same transaction, and looked at for doubles by a job.
 *
 * @param family of one that is new: itself alone
 */
export async function indexed(tx: Tx, id: string, family?: readonly string[]): Promise<void> {
  const row = await tx.trx.selectFrom('correspondent').select(['kind', 'name', 'card']).where('id', '=', id).executeTakeFirstOrThrow();
  await tx.trx.updateTable('correspondent').set({ search_keys: keysValue(row, family ?? (await familyOf(tx.trx, id))) }).where('id', '=', id).execute();
  await tx.enqueue(pairTask, { id }, { key: `${pairTask}:${id}`, priority: 5 });
}

/** Gives keys to those of before, some at a time; begun anew after a crash, it goes on where it was. */
export async function indexOlder(house: House): Promise<void> {
  for (;;) {
    const rows = await house.store.db.selectFrom('correspondent').select(['id', 'kind', 'name', 'card']).where('search_keys', 'is', null).limit(rowsAtOnce).execute();
    if (!rows.length) return;
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      for (const row of rows) await tx.trx.updateTable('correspondent').set({ search_keys: keysValue(row, await familyOf(tx.trx, row.id)), search_name: searchNameOf({ name: wholeName(row) }) }).where('id', '=', row.id).where('search_keys', 'is', null).execute();
    });
  }
}
