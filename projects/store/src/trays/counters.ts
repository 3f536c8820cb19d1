import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../schema/database.js';

const atOnce = 20_000;
const lockKey = 'bannette trays';

/**
 * Adds up what changed since the last time; several processes may call it, one works. A reader sees the same sums before
 * and after.
 *
 * @param today the authority's day: from it on, what was due before is late
 * @returns how many changes were added up
 */
export async function foldTrays(db: Kysely<Database>, today: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows: held } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${lockKey}, 0)) as held`.execute(trx);
    return held[0]?.held ? fold(trx, today) : 0;
  });
}

async function fold(trx: Transaction<Database>, today: string): Promise<number> {
  await sql`
    update tray_total t set as_of = ${today}::date, late = late + ${movedBetween(sql`t.as_of`, today)}
    where as_of <> ${today}::date`.execute(trx);
  const { rows } = await sql<{ folded: number }>`
    with taken as (delete from tray_delta where id in (select id from tray_delta order by id limit ${atOnce}) returning entity_id, who, guard, day, change),
      by_day as (
        insert into tray_bucket (entity_id, who, guard, day, open)
        select entity_id, who, guard, day, sum(change) from taken group by 1, 2, 3, 4 having sum(change) <> 0
        on conflict (entity_id, who, guard, day) do update set open = tray_bucket.open + excluded.open),
      all_days as (
        insert into tray_total (entity_id, who, guard, open, late, as_of)
        select entity_id, who, guard, sum(change), coalesce(sum(change) filter (where day < ${today}::date), 0), ${today}::date from taken group by 1, 2, 3
        on conflict (entity_id, who, guard) do update set open = tray_total.open + excluded.open, late = tray_total.late + excluded.late)
    select count(*)::integer as folded from taken`.execute(trx);
  return rows[0]?.folded ?? 0;
}

/** What becomes late between two days; what no longer is, when the second is the earlier one. */
const movedBetween = (from: RawBuilder<unknown>, to: string): RawBuilder<number> => sql<number>`coalesce((
  select sum(case when ${from} <= day then open else -open end) from tray_bucket b
  where b.entity_id = t.entity_id and b.who = t.who and b.guard = t.guard and b.day >= least(${from}, ${to}::date) and b.day < greatest(${from}, ${to}::date)), 0)::integer`;

/** Forgets days on which nothing is left. Apart from the adding up, so that a bucket's row is mostly changed in place. */
export async function sweepTrays(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${lockKey}, 0))`.execute(trx);
    await trx.deleteFrom('tray_bucket').where('open', '=', 0).execute();
    await sql`delete from tray_total t where open = 0 and not exists (select from tray_bucket b where b.entity_id = t.entity_id and b.who = t.who and b.guard = t.guard)`.execute(trx);
  });
}

/** Totals as the buckets say. */
const totals = sql`select b.entity_id, b.who, b.guard, sum(b.open)::integer as open, coalesce(sum(b.open) filter (where b.day < t.as_of), 0)::integer as late
  from tray_bucket b left join tray_total t on t.entity_id = b.entity_id and t.who = b.who and t.guard = b.guard group by 1, 2, 3`;

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
    where coalesce(kept.open, 0) <> coalesce(counted.open, 0)
    union all
    select who, coalesce(kept.open, 0), coalesce(counted.open, 0) from tray_total kept full join (${totals}) counted using (entity_id, who, guard)
    where (coalesce(kept.open, 0), coalesce(kept.late, 0)) <> (coalesce(counted.open, 0), coalesce(counted.late, 0))
    order by who limit ${most}`.execute(db);
  return rows;
}

/** Makes what is kept equal to a recount: what others change meanwhile stays counted. @returns how many buckets were wrong */
export async function mendTrays(db: Kysely<Database>, today: string): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${lockKey}, 0))`.execute(trx);
    const { numAffectedRows } = await sql`
      insert into tray_delta (entity_id, who, guard, day, change)
      select entity_id, who, guard, day, coalesce(counted.open, 0) - coalesce(kept.open, 0)
      from (select * from tray_kept where who[1] not like 'saved:%') kept full join tray_recount counted using (entity_id, who, guard, day)
      where coalesce(kept.open, 0) <> coalesce(counted.open, 0)`.execute(trx);
    while (await fold(trx, today));
    await trx.deleteFrom('tray_total').execute();
    await sql`insert into tray_total select entity_id, who, guard, sum(open), coalesce(sum(open) filter (where day < ${today}::date), 0), ${today}::date from tray_bucket group by 1, 2, 3`.execute(trx);
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

/** What is kept of `whose` (`tray:…`, `service:…`, see `tray_places`), for one who belongs to `groups`: as many rows as there are of them, whatever there is of mails and days. */
export async function readTrays(db: Kysely<Database>, { entityId, whose, groups, today }: { readonly entityId: string; readonly whose: readonly string[]; readonly groups: readonly string[]; readonly today: string }): Promise<readonly TrayCounts[]> {
  if (!whose.length) return [];
  const asked = sql`${sql.val([...whose])}::text[]`;
  const { rows } = await sql<TrayCounts>`
    select who, (guard = '{}' or guard && ${sql.val([...groups])}::text[]) as admitted, sum(open)::integer as open, sum(late)::integer as late, sum(today)::integer as today
    from (
      select who, guard, open, late + case when as_of = ${today}::date then 0 else ${movedBetween(sql`t.as_of`, today)} end as late,
        -- Only of services is it asked what is due today.
        case when who[1] like 'service:%' then coalesce((select open from tray_bucket b where b.entity_id = t.entity_id and b.who = t.who and b.guard = t.guard and b.day = ${today}::date), 0) else 0 end as today
      from tray_total t where entity_id = ${entityId} and who && ${asked}
      union all
      select who, guard, change, case when day < ${today}::date then change else 0 end, case when day = ${today}::date then change else 0 end
      from tray_delta where entity_id = ${entityId} and who && ${asked}) kept
    group by 1, 2`.execute(db);
  return rows;
}
