import { rolesOnSorting } from '@bannette/domain';
import type { Call, Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { journalOf } from '../journal.js';
import { seenSorting } from './act.js';

/** What was done with it, oldest first; an archivist, who is a guest, reads its steps alone. */
export async function sortingJournal(house: House, { caller, params }: Call<Contract['sortingJournal']>) {
  const { db } = house.store;
  const sorting = await seenSorting(house, db, caller, params.id);
  const inside = rolesOnSorting(caller, sorting).some((role) => role !== 'archivist');
  return { items: inside ? await journalOf(db, 'sorting', sorting.id) : [] };
}
