import type { Database, Tx } from '@bannette/store';
import { sql, type Selectable } from 'kysely';
import type { House } from '@bannette/house';
import { searchNameOf } from '@bannette/domain';
import { keysOf, knownToAll } from './keys.js';

export type CorrespondentRow = Selectable<Database['correspondent']>;

/** What search begins with: of a person the given name too. */
export const wholeName = ({ kind, name, card }: Pick<CorrespondentRow, 'kind' | 'name' | 'card'>): string => (kind === 'individual' && card.givenName ? `${name} ${card.givenName}` : name);

/** Name of the job that looks who may be the same. */
export const pairTask = 'correspondent.pairs';

const rowsAtOnce = 500;

/** Keys of a correspondent, as a value to write: its names, its e-mail addresses, and who may know of it. */
export function keysValue({ id, kind, name, card }: Pick<CorrespondentRow, 'id' | 'kind' | 'name' | 'card'>): ReturnType<typeof sql<string>> {
  const keys = sql`array_to_tsvector(${sql.val([...keysOf([name, card.givenName ?? '', ...(card.emails ?? [])]), ...(kind === 'individual' ? [] : [knownToAll])])}::text[])`;
  // Added to by the database with every mail that others may read.
  return kind === 'individual' ? sql<string>`${keys} || array_to_tsvector(array(select distinct '@' || reader from mail, unnest(readers) as reader where correspondent_id = ${id}))` : sql<string>`${keys}`;
}

/** After a change of what it is found by: it is indexed in the same transaction, and looked at for doubles by a job. */
export async function indexed(tx: Tx, id: string): Promise<void> {
  const row = await tx.trx.selectFrom('correspondent').select(['id', 'kind', 'name', 'card']).where('id', '=', id).executeTakeFirstOrThrow();
  await tx.trx.updateTable('correspondent').set({ search_keys: keysValue(row) }).where('id', '=', id).execute();
  await tx.enqueue(pairTask, { id }, { key: `${pairTask}:${id}`, priority: 5 });
}

/** Gives keys to those of before, some at a time; begun anew after a crash, it goes on where it was. */
export async function indexOlder(house: House): Promise<void> {
  for (;;) {
    const rows = await house.store.db.selectFrom('correspondent').select(['id', 'kind', 'name', 'card']).where('search_keys', 'is', null).limit(rowsAtOnce).execute();
    if (!rows.length) return;
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      for (const row of rows) await tx.trx.updateTable('correspondent').set({ search_keys: keysValue(row), search_name: searchNameOf({ name: wholeName(row) }) }).where('id', '=', row.id).where('search_keys', 'is', null).execute();
    });
  }
}
