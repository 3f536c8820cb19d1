import type { CorrespondentCard, Database, Tx } from '@bannette/store';
import { sql, type Selectable } from 'kysely';
import type { House } from '@bannette/house';
import { searchNameOf } from '@bannette/domain';
import { keysOf } from './keys.js';

export type CorrespondentRow = Selectable<Database['correspondent']>;

/** What search begins with: of a person the given name too. */
export const wholeName = ({ kind, name, card }: Pick<CorrespondentRow, 'kind' | 'name' | 'card'>): string => (kind === 'individual' && card.givenName ? `${name} ${card.givenName}` : name);

/** Name of the job that looks who may be the same. */
export const pairTask = 'correspondent.pairs';

const rowsAtOnce = 500;

/** Keys of a correspondent, as a value to write: its names, its e-mail addresses and its town. */
export function keysValue(name: string, card: CorrespondentCard): ReturnType<typeof sql<string>> {
  return sql<string>`array_to_tsvector(${sql.val([...keysOf([name, card.givenName ?? '', ...(card.emails ?? [])])])}::text[])`;
}

/** After a change of what it is found by: it is indexed in the same transaction, and looked at for doubles by a job. */
export async function indexed(tx: Tx, id: string): Promise<void> {
  const row = await tx.trx.selectFrom('correspondent').select(['name', 'card']).where('id', '=', id).executeTakeFirstOrThrow();
  await tx.trx.updateTable('correspondent').set({ search_keys: keysValue(row.name, row.card) }).where('id', '=', id).execute();
  await tx.enqueue(pairTask, { id }, { key: `${pairTask}:${id}`, priority: 5 });
}

/** Gives keys to those of before, some at a time; begun anew after a crash, it goes on where it was. */
export async function indexOlder(house: House): Promise<void> {
  for (;;) {
    const rows = await house.store.db.selectFrom('correspondent').select(['id', 'kind', 'name', 'card']).where('search_keys', 'is', null).limit(rowsAtOnce).execute();
    if (!rows.length) return;
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      for (const { id, kind, name, card } of rows) await tx.trx.updateTable('correspondent').set({ search_keys: keysValue(name, card), search_name: searchNameOf({ name: wholeName({ kind, name, card }) }) }).where('id', '=', id).where('search_keys', 'is', null).execute();
    });
  }
}
