import { sql, type Kysely } from 'kysely';
import type { Database } from '../schema/database.js';

const atOnce = 20_000;
const lockKey = 'bannette trays';

/**
 * Adds up what changed since the last time; several processes may call it, one works. A reader sees the same sums before
 * and after.
 *
 * @returns how many changes were added up
 */
export async function foldTrays(db: Kysely<Database>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows: held } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${lockKey}, 0)) as held`.execute(trx);
    if (!held[0]?.held) return 0;
    const { rows } = await sql<{ folded: number }>`
      with taken as (delete from tray_delta where id in (select id from tray_delta order by id limit ${atOnce}) returning entity_id, who, guard, day, change),
        added as (
          insert into tray_bucket (entity_id, who, guard, day, open)
          select entity_id, who, guard, day, sum(change) from taken group by 1, 2, 3, 4 having sum(change) <> 0
          on conflict (entity_id, who, guard, day) do update set open = tray_bucket.open + excluded.open
          returning 1)
      select (select count(*) from taken)::integer as folded`.execute(trx);
    return rows[0]?.folded ?? 0;
  });
}

/** Forgets days on which nothing is left. Apart from the adding up, so that a bucket's row is mostly changed in place. */
export async function sweepTrays(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${lockKey}, 0))`.execute(trx);
    await trx.deleteFrom('tray_bucket').where('open', '=', 0).execute();
  });
}

export interface TrayDifference {
  readonly who: readonly string[];
  readonly kept: number;
  readonly counted: number;
}

/** Where what is kept isn't what a recount of all mails says; nothing when all is well. Reads every open mail: seconds on a million. */
export async function trayDifferences(db: Kysely<Database>, most = 20): Promise<readonly TrayDifference[]> {
  const { rows } = await sql<{ who: string[]; kept: number; counted: number }>`
    select who, coalesce(kept.open, 0) as kept, coalesce(counted.open, 0) as counted
    from (select * from tray_kept where who[1] not like 'saved:%') kept full join tray_recount counted using (entity_id, who, guard, day)
    where coalesce(kept.open, 0) <> coalesce(counted.open, 0) order by who limit ${most}`.execute(db);
  return rows;
}

/** Makes what is kept equal to a recount, in one statement: what others change meanwhile stays counted. @returns how many buckets were wrong */
export async function mendTrays(db: Kysely<Database>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${lockKey}, 0))`.execute(trx);
    const { numAffectedRows } = await sql`
    insert into tray_delta (entity_id, who, guard, day, change)
    select entity_id, who, guard, day, coalesce(counted.open, 0) - coalesce(kept.open, 0)
    from (select * from tray_kept where who[1] not like 'saved:%') kept full join tray_recount counted using (entity_id, who, guard, day)
    where coalesce(kept.open, 0) <> coalesce(counted.open, 0)`.execute(trx);
    return Number(numAffectedRows ?? 0);
  });
}

export interface TrayCounts {
  readonly who: readonly string[];
  /** Whether it is for everybody whose tray it is, or one of the groups that were asked about. */
  readonly admitted: boolean;
  readonly open: number;
  readonly late: number;
  readonly today: number;
}

/** What is kept of `whose` (`tray:…`, `service:…`, see `tray_places`), for one who belongs to `groups`: as many rows to read as there are days, never as there are mails. */
export async function readTrays(db: Kysely<Database>, { entityId, whose, groups, today }: { readonly entityId: string; readonly whose: readonly string[]; readonly groups: readonly string[]; readonly today: string }): Promise<readonly TrayCounts[]> {
  if (!whose.length) return [];
  const asked = sql`${sql.val([...whose])}::text[]`;
  const { rows } = await sql<TrayCounts>`
    select who, (guard = '{}' or guard && ${sql.val([...groups])}::text[]) as admitted, sum(open)::integer as open,
      coalesce(sum(open) filter (where day < ${today}::date), 0)::integer as late, coalesce(sum(open) filter (where day = ${today}::date), 0)::integer as today
    from (
      select who, guard, day, open from tray_bucket where entity_id = ${entityId} and who && ${asked}
      union all select who, guard, day, change from tray_delta where entity_id = ${entityId} and who && ${asked}) kept
    group by 1, 2`.execute(db);
  return rows;
}
