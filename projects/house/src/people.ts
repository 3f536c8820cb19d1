import type { Person } from '@bannette/domain';
import type { Database, Store } from '@bannette/store';
import type { Kysely } from 'kysely';

/** Keeps the name that Alfresco told, for lists and the journal. */
export async function rememberPerson(store: Store, person: Person): Promise<void> {
  const values = { id: person.id, display_name: person.displayName, email: person.email ?? null };
  await store.db
    .insertInto('person')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...values, seen_at: new Date() }))
    .execute();
}

/** Display names by id; an unknown id stands for itself. */
export async function displayNames(db: Kysely<Database>, ids: readonly string[]): Promise<(id: string) => { id: string; displayName: string }> {
  const known = ids.length ? await db.selectFrom('person').select(['id', 'display_name']).where('id', 'in', [...new Set(ids)]).execute() : [];
  const names = new Map(known.map((person) => [person.id, person.display_name]));
  return (id) => ({ id, displayName: names.get(id) ?? id });
}
