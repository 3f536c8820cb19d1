import { houseGroups } from '@bannette/domain';
import type { House } from '@bannette/house';
import { notify } from '@bannette/rgpd';
import type { Tx } from '@bannette/store';
import { errorKeys, type Report } from '../report.js';

/**
 * Keeps the report as the last one. Errors that came or went since the one before are journaled, by their codes; of those
 * that came, the administrators are told. What stays is told once.
 */
export async function keepReport(house: House, report: Report): Promise<void> {
  const { entityId } = house;
  await house.store.transaction({ entityId, actor: 'system' }, async (tx) => {
    const before = await tx.trx.selectFrom('health_report').select('report').where('entity_id', '=', entityId).forUpdate().executeTakeFirst();
    const row = { entity_id: entityId, examined_at: new Date(report.at), report: JSON.stringify(report) };
    await tx.trx.insertInto('health_report').values(row).onConflict((conflict) => conflict.column('entity_id').doUpdateSet({ examined_at: row.examined_at, report: row.report })).execute();
    const [was, is] = [before ? errorKeys(before.report as Report) : [], errorKeys(report)];
    const [came, gone] = [is.filter((key) => !was.includes(key)), was.filter((key) => !is.includes(key))];
    if (!came.length && !gone.length) return;
    tx.append({ type: 'health.changed', subjectKind: 'system', subjectId: entityId, data: { errors: is.length, came: codesOf(came), gone: codesOf(gone) } });
    if (came.length) await tellAdministrators(tx, report, came.length);
  });
}

/** Check and code; whom or what it concerns stays in the report, which can be replaced. */
const codesOf = (keys: readonly string[]): string[] => [...new Set(keys.map((key) => key.split(' ').slice(0, 2).join(' ')))];

async function tellAdministrators(tx: Tx, { at }: Report, count: number): Promise<void> {
  await notify(tx, { audience: houseGroups.administrators, kind: 'health.errors', key: at, params: { count }, link: '/administration/health' });
}

export async function lastReport({ store, entityId }: House): Promise<Report | undefined> {
  const row = await store.db.selectFrom('health_report').select('report').where('entity_id', '=', entityId).executeTakeFirst();
  return row?.report as Report | undefined;
}
