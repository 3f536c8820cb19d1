import { dayIn, trayQuery } from '@bannette/domain';
import { faultOf, type House } from '@bannette/house';
import { Problem } from '@bannette/http';
import { sql } from 'kysely';
import { patiently } from '../search.js';
import { conditionsOf } from './filter.js';
import { all } from './strands.js';
import { forgetCount, type SavedRow } from './saved.js';

/** Longest that one counting may take; what takes longer has no count. */
const patience = 2_000;
/** A count is looked after for so long after somebody saw it. */
const wantedMs = 15 * 60_000;
const leastMs = 10_000;
/** A count may take one part in so many of the database's time. */
const share = 50;

/**
 * Counts anew the saved queries that somebody looks at, aside from them: the dearer a count, the rarer. Who may open what
 * is kept with it, so one count serves all who share the query. `me` of a shared one is its owner.
 */
export async function countSaved(house: House): Promise<void> {
  const { db } = house.store;
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  const now = house.now();
  const wanted = await db.selectFrom('saved_tray').selectAll().where('entity_id', '=', house.entityId).where('asked_at', '>', new Date(now.getTime() - wantedMs)).orderBy(sql`counted_at nulls first`).limit(20).execute();
  for (const saved of wanted) {
    const pause = Math.max(leastMs, (saved.counting_ms ?? patience) * share);
    const fresh = saved.counted_at && saved.counted_on === today && now.getTime() - saved.counted_at.getTime() < pause;
    if (!fresh) await countOne(house, saved, today).catch((error: unknown) => house.log.error(faultOf(error), 'A saved tray could not be counted'));
  }
}

async function countOne(house: House, saved: SavedRow, today: string): Promise<void> {
  const who = [`saved:${saved.id}`];
  const started = performance.now();
  const rows = await patiently(house, patience, async (db) => {
    const where = all(...conditionsOf(house.entityId, trayQuery.parse(saved.query), { id: saved.owner }, today));
    return (await sql<{ guard: string[]; day: string; open: number }>`select readers as guard, case when state in ('closed', 'noFollowUp', 'sent', 'voided') then 'infinity'::date else coalesce(due_date, 'infinity') end as day, count(*)::integer as open from mail where entity_id = ${house.entityId} and ${where} group by 1, 2`.execute(db)).rows;
  }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'tooBroad') return undefined;
    throw error;
  });
  await house.store.db.transaction().execute(async (trx) => {
    const held = await trx.updateTable('saved_tray').set({ counted_at: house.now(), counted_on: today, counting_ms: rows ? Math.ceil(performance.now() - started) : null }).where('id', '=', saved.id).where('revision', '=', saved.revision).executeTakeFirst();
    if (!held.numUpdatedRows) return;
    await forgetCount(trx, house.entityId, saved.id);
    for (let from = 0; from < (rows?.length ?? 0); from += 1000) await trx.insertInto('tray_bucket').values((rows ?? []).slice(from, from + 1000).map((row) => ({ ...row, entity_id: house.entityId, who }))).execute();
    await sql`insert into tray_total select entity_id, who, guard, sum(open), coalesce(sum(open) filter (where day < ${today}::date), 0), ${today}::date from tray_bucket where entity_id = ${house.entityId} and who = ${sql.val(who)}::text[] group by 1, 2, 3`.execute(trx);
  });
}
