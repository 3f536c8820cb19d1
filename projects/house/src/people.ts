import type { Person } from '@bannette/domain';
import type { Database, Store } from '@bannette/store';
import { sql, type Kysely, type SqlBool } from 'kysely';

/**
 * Keeps the name and groups that Alfresco told at sign-in: for lists, the journal, and whom a mail can be assigned to.
 * (Alfresco lists a group's members only while it has a search index, and to administrators.)
 */
export async function rememberPerson(store: Store, person: Person): Promise<void> {
  const values = { id: person.id, display_name: person.displayName, email: person.email ?? null, groups: [...person.groups] };
  await store.db
    .insertInto('person')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...values, seen_at: new Date() }))
    .execute();
}

/** People who signed in at least once and were in `group` then. */
export function peopleIn(db: Kysely<Database>, group: string): Promise<{ id: string; display_name: string; groups: string[] }[]> {
  return db.selectFrom('person').select(['id', 'display_name', 'groups']).where(sql<SqlBool>`${group} = any(groups)`).orderBy('display_name').execute();
}

/** Display names by id; an unknown id stands for itself. */
export async function displayNames(db: Kysely<Database>, ids: readonly string[]): Promise<(id: string) => { id: string; displayName: string }> {
  const known = ids.length ? await db.selectFrom('person').select(['id', 'display_name']).where('id', 'in', [...new Set(ids)]).execute() : [];
  const names = new Map(known.map((person) => [person.id, person.display_name]));
  return (id) => ({ id, displayName: names.get(id) ?? id });
}
