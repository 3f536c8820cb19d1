import type { Sql } from '../database/database.js';
import { EVERYONE } from '../permissions/roles.js';

export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly zones: readonly string[];
  readonly parents: readonly string[];
}

const SELECT = `select g.id, g.display_name as "displayName", g.zones, coalesce((select array_agg(m.parent order by m.parent) from membership m where m.member = g.id), '{}') as parents from authority_group g`;

export const findGroup = (sql: Sql, id: string): Promise<Group | undefined> => sql.one<Group>(`${SELECT} where g.id = $1`, [id]);
export const allGroups = (sql: Sql): Promise<Group[]> => sql.rows<Group>(`${SELECT} order by lower(g.display_name), g.id`);

/** All groups that an authority belongs to, by whatever way. */
export const groupsAbove = (sql: Sql, member: string): Promise<Group[]> =>
  sql.rows<Group>(
    `with recursive above (id) as (select parent from membership where member = $1 union select m.parent from membership m join above a on m.member = a.id)
     ${SELECT} where g.id in (select id from above) order by lower(g.display_name), g.id`,
    [member],
  );

/** Everybody's group is kept nowhere and can't be changed. */
export const everyone: Group = { id: EVERYONE, displayName: '', zones: [], parents: [] };

export function shownGroup(group: Group, include: ReadonlySet<string>): Record<string, unknown> {
  const fixed = group.id === EVERYONE;
  return {
    isRoot: !fixed && group.parents.length === 0,
    ...(fixed ? {} : { displayName: group.displayName }),
    ...(include.has('parentIds') ? { parentIds: group.parents } : {}),
    id: group.id,
    ...(include.has('zones') ? { zones: group.zones } : {}),
  };
}
