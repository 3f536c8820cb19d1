import { headedAbove, headGroup, type Settings } from '@bannette/domain';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/** For each of the services whose head has never signed in, or that has none, the nearest service above whose head has. */
export async function headsAbove(db: Kysely<Database>, services: readonly string[], { services: tree }: Pick<Settings, 'services'>): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set([...services, ...tree.map(({ code }) => code)])];
  const { rows } = await sql<{ group: string }>`SELECT g AS group FROM unnest(${codes.map(headGroup)}::text[]) g WHERE EXISTS (SELECT FROM person p WHERE g = ANY (p.groups))`.execute(db);
  const groups = new Set(rows.map(({ group }) => group));
  const headed = new Set(codes.filter((code) => groups.has(headGroup(code))));
  return new Map(services.flatMap((service) => {
    const above = headedAbove(service, tree, headed);
    return above ? [[service, above] as const] : [];
  }));
}
