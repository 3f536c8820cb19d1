import type { Sql } from '../database/database.js';
import { EVERYONE } from '../permissions/roles.js';

export const ADMINISTRATORS = 'GROUP_ALFRESCO_ADMINISTRATORS';

/** A person with all groups that they belong to, through groups of groups too. */
export interface Caller {
  readonly user: string;
  readonly admin: boolean;
  readonly authorities: ReadonlySet<string>;
  /** Whether a role of records management lets them see records that they may read. */
  readonly seesRecords: boolean;
}

const ABOVE = `
  with recursive above (id) as (
    select parent from membership where member = $1
    union select m.parent from membership m join above a on m.member = a.id
  ) select id from above`;

/** Remembered in this one process until a group or a person changes. */
export function authorityBook(sql: Sql) {
  let callers = new Map<string, Caller>();
  let names: Map<string, string> | undefined;
  let generation = 0; // what was read before a change is not remembered after it

  return {
    async caller(user: string): Promise<Caller> {
      const known = callers.get(user);
      if (known !== undefined) return known;
      const asOf = generation;
      const groups = (await sql.rows<{ id: string }>(ABOVE, [user])).map((row) => row.id);
      const authorities = new Set([user, EVERYONE, ...groups]);
      const seesRecords = (await sql.one(`select 1 from rm_role where authority = any ($1) and 'ViewRecords' = any (capabilities) limit 1`, [[...authorities]])) !== undefined;
      const caller = { user, admin: groups.includes(ADMINISTRATORS), authorities, seesRecords };
      if (asOf === generation) callers.set(user, caller);
      return caller;
    },
    /** Every person's display name, by id. */
    async displayNames(): Promise<ReadonlyMap<string, string>> {
      if (names !== undefined) return names;
      const asOf = generation;
      const rows = await sql.rows<{ id: string; name: string }>(`select id, trim(concat_ws(' ', details->>'firstName', details->>'lastName')) as name from person`);
      const found = new Map([['System', 'System'], ...rows.map((row) => [row.id, row.name] as const)]);
      if (asOf === generation) names = found;
      return found;
    },
    forget(): void {
      generation += 1;
      callers = new Map();
      names = undefined;
    },
  };
}

export type Authorities = ReturnType<typeof authorityBook>;
