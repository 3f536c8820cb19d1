import { covers, type Replaced } from '@bannette/domain';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type SqlBool } from 'kysely';

type Connection = Pick<Kysely<Database>, 'selectFrom'>;

/** Delegations that run on `today`, each with each of its delegates. */
const running = (db: Connection, entityId: string, today: string) =>
  db
    .selectFrom('delegation')
    .innerJoin('delegation_delegate', 'delegation_delegate.delegation_id', 'delegation.id')
    .where('delegation.entity_id', '=', entityId)
    .where('ended_at', 'is', null)
    .where('starts_on', '<=', today)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]));

/** Whom `person` replaces today, with the groups that Alfresco last told of them. */
export async function replacedBy(db: Connection, entityId: string, person: string, today: string): Promise<readonly Replaced[]> {
  const rows = await running(db, entityId, today)
    .leftJoin('person', 'person.id', 'delegation.delegator')
    .select(['delegation.id', 'delegator', 'delegator_name', 'powers', 'types', 'services', 'person.groups', 'person.display_name'])
    .where('delegate', '=', person)
    .orderBy('delegation.id')
    .execute();
  return rows.map((row) => ({ delegation: row.id, powers: row.powers, types: row.types, services: row.services, person: { id: row.delegator, displayName: row.display_name ?? row.delegator_name, groups: row.groups ?? [] } }));
}

/** Who replaces somebody today for a mail, or for whatever; and until when. */
export interface Absence {
  readonly until?: string;
  readonly delegates: readonly { readonly id: string; readonly displayName: string }[];
}

/** Absences today of the people named, as far as their delegates are for `mail`. */
export async function absencesOf(db: Connection, entityId: string, people: readonly string[], today: string, mail?: { readonly type?: string; readonly service?: string }): Promise<ReadonlyMap<string, Absence>> {
  if (!people.length) return new Map();
  const rows = await running(db, entityId, today)
    .select(['delegator', 'ends_on', 'types', 'services', 'delegate', 'delegate_name'])
    .where(sql<SqlBool>`delegator = any(${sql.val([...new Set(people)])}::text[])`)
    .orderBy('delegation.id')
    .orderBy('delegate_name')
    .execute();
  const found = new Map<string, Absence>();
  for (const row of rows) {
    if (mail && !covers(row, mail)) continue;
    const known = found.get(row.delegator);
    const delegates = [...(known?.delegates ?? []), { id: row.delegate, displayName: row.delegate_name }];
    const until = known ? (known.until && row.ends_on ? (known.until > row.ends_on ? known.until : row.ends_on) : undefined) : (row.ends_on ?? undefined);
    found.set(row.delegator, { ...(until ? { until } : {}), delegates: delegates.filter(({ id }, index) => delegates.findIndex((other) => other.id === id) === index) });
  }
  return found;
}
