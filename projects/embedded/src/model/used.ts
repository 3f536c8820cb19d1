import type { Session } from '../repository.js';

const known = new WeakMap<object, Set<string>>();

/** ACS never forgets that a property was once written: such a property can't leave its model. */
export async function rememberUsed(session: Session, names: readonly string[]): Promise<void> {
  const seen = known.get(session.repository) ?? new Set<string>();
  known.set(session.repository, seen);
  const fresh = names.filter((name) => !seen.has(name));
  if (fresh.length === 0) return;
  await session.sql.rows('insert into used_name (name) select unnest($1::text[]) on conflict do nothing', [fresh]);
  session.after(() => fresh.forEach((name) => seen.add(name)));
}
