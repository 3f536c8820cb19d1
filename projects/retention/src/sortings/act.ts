import { everWithSorting, mayWithSorting, nextSortingState, type SortingAction, type SortingDeed } from '@bannette/domain';
import { conflict, forbidden, notFound, type Caller } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { Database, JsonObject, Tx } from '@bannette/store';
import type { Kysely, Selectable, Updateable } from 'kysely';

export type SortingRow = Selectable<Database['sorting']>;

export interface SortingChange {
  readonly set?: Omit<Updateable<Database['sorting']>, 'revision' | 'state'>;
  readonly entry?: { readonly type: `sorting.${string}`; readonly data?: JsonObject; readonly personal?: JsonObject };
}

interface SortingCall {
  readonly caller: Caller;
  readonly correlationId: string;
  readonly params: { readonly id: string };
  readonly body: { readonly revision?: number };
}

/** A person's action on a sorting: its row locked, rights, the revision that they saw, and the journal's entry in one transaction. */
export async function actOnSorting(house: House, call: SortingCall, action: SortingAction, change: (sorting: SortingRow, tx: Tx) => Promise<SortingChange> | SortingChange): Promise<void> {
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const sorting = await lockSorting(tx, house.entityId, call.params.id);
    requireSorting(call.caller, action, sorting);
    const { revision } = call.body;
    if (revision !== undefined && revision !== sorting.revision) throw conflict('staleSorting', 'The sorting has changed since you saw it', { revision: sorting.revision });
    const { set, entry } = await change(sorting, tx);
    await writeSorting(tx, sorting, { ...set, state: nextSortingState(sorting.state, action) ?? sorting.state }, entry);
  });
}

export async function writeSorting(tx: Tx, { id, chrono, revision }: SortingRow, set: Updateable<Database['sorting']>, entry: SortingChange['entry']): Promise<void> {
  await tx.trx.updateTable('sorting').set({ ...set, revision: revision + 1 }).where('id', '=', id).execute();
  if (entry) tx.append({ ...entry, data: { chrono, ...entry.data }, subjectKind: 'sorting', subjectId: id });
}

export const lockSorting = (tx: Tx, entityId: string, id: string): Promise<SortingRow | undefined> => tx.trx.selectFrom('sorting').selectAll().where('id', '=', id).where('entity_id', '=', entityId).forUpdate().executeTakeFirst();

/** To who may not see it there is none (404); who may never do that is refused (403); what its state doesn't offer is a conflict (409). */
export function requireSorting(person: Caller, deed: SortingDeed, sorting: SortingRow | undefined): asserts sorting is SortingRow {
  if (!sorting) throw notFound('sorting');
  if (mayWithSorting(person, deed, sorting)) return;
  if (!mayWithSorting(person, 'read', sorting)) throw notFound('sorting');
  if (everWithSorting(person, deed, sorting)) throw conflict('notInSortingState', `A sorting that is ${sorting.state} does not allow: ${deed}`, { action: deed, state: sorting.state });
  throw forbidden(deed);
}

export async function seenSorting(house: House, db: Kysely<Database>, person: Caller, id: string, deed: SortingDeed = 'read'): Promise<SortingRow> {
  const sorting = await db.selectFrom('sorting').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  requireSorting(person, deed, sorting);
  return sorting;
}
