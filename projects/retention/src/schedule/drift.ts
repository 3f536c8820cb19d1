import { comparePlan, hasCode, rowMark, type ComparedPlan, type ComparedRow } from '@bannette/alfresco';
import { withSortedOut, type ScheduleRow } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Drift } from '@bannette/store';

/** A row that drifted is looked at again when somebody asks later than this. */
const freshMs = 5_000;

/**
 * Why nothing may fall due under a row in force: empty when its category and schedule are what it says and the archives have
 * agreed. What was last seen to be right is believed; what wasn't, or isn't known, is looked at.
 *
 * @throws AlfrescoError when that needs Alfresco, and it can't be reached
 */
export async function rowDrift(house: House, code: string): Promise<readonly Drift[]> {
  const row = withSortedOut((await house.settings()).schedule.rows).find((each) => each.code === code);
  if (!row) return [{ code: 'categoryMissing' }];
  if (!row.agreed) return [{ code: 'notAgreed' }];
  const stored = await house.store.db.selectFrom('schedule_drift').select(['drift', 'mark', 'checked_at']).where('entity_id', '=', house.entityId).where('row_code', '=', code).executeTakeFirst();
  if (stored?.mark === rowMark(row, false) && (!stored.drift.length || house.now().getTime() - stored.checked_at.getTime() < freshMs)) return stored.drift;
  const compared = await compareOne(house, row);
  await storeDrift(house, [compared]);
  return compared.drift;
}

async function compareOne(house: House, row: ScheduleRow): Promise<ComparedRow> {
  const [compared] = (await comparePlan(house.repository.records, house.entityId, [row]))?.rows ?? [];
  return compared ?? { code: row.code, mark: rowMark(row, false), steps: [], drift: [{ code: 'categoryMissing' }] };
}

/** Rows in force that nothing falls due under, with the cause, as last seen. */
export async function driftingRows(house: House): Promise<ReadonlyMap<string, readonly Drift[]>> {
  const { schedule } = await house.settings();
  const rows = await house.store.db.selectFrom('schedule_drift').select(['row_code', 'drift']).where('entity_id', '=', house.entityId).execute();
  const stored = new Map(rows.map(({ row_code, drift }) => [row_code, drift]));
  return new Map(withSortedOut(schedule.rows).map(({ code, agreed }): [string, readonly Drift[]] => [code, agreed ? (stored.get(code) ?? []) : [{ code: 'notAgreed' }]]).filter(([, drift]) => drift.length));
}

/** Compares the whole file plan, as the service account sees it, and keeps what was found. */
export async function compareAll(house: House): Promise<void> {
  const { schedule } = await house.settings();
  const version = (await house.settingVersions()).schedule ?? 0;
  const { plan, problem } = await lookAt(house, withSortedOut(schedule.rows));
  if (plan) await storeDrift(house, plan.rows);
  const seen = { setting_version: version, checked_at: house.now(), problem: problem ?? null, foreign_categories: JSON.stringify(plan?.others ?? []) };
  await house.store.db.insertInto('schedule_comparison').values({ entity_id: house.entityId, ...seen }).onConflict((conflict) => conflict.column('entity_id').doUpdateSet(seen)).execute();
  const codes = withSortedOut(schedule.rows).map(({ code }) => code);
  await house.store.db.deleteFrom('schedule_drift').where('entity_id', '=', house.entityId).where('row_code', 'not in', codes.length ? codes : ['']).execute();
}

async function lookAt(house: House, rows: readonly ScheduleRow[]): Promise<{ readonly plan?: ComparedPlan; readonly problem?: string }> {
  try {
    const plan = await comparePlan(house.repository.records, house.entityId, rows);
    return plan ? { plan } : { problem: 'filePlanMissing' };
  } catch (error) {
    if (hasCode(error, 'notOffered')) return { problem: 'agsMissing' };
    if (hasCode(error, 'unavailable', 'timeout')) return { problem: 'unreachable' };
    throw error;
  }
}

async function storeDrift(house: House, rows: readonly ComparedRow[]): Promise<void> {
  for (const { code, mark, category, authority, steps, drift } of rows) {
    const seen = { mark, category_id: category?.id ?? null, category_name: category?.name ?? null, drift: JSON.stringify(drift), authority: authority ?? null, steps: JSON.stringify(steps), checked_at: house.now() };
    await house.store.db.insertInto('schedule_drift').values({ entity_id: house.entityId, row_code: code, ...seen }).onConflict((conflict) => conflict.columns(['entity_id', 'row_code']).doUpdateSet(seen)).execute();
  }
}
