import type { ScheduleRow } from '@bannette/domain';
import { publishSetting, type JsonObject } from '@bannette/store';
import type { Running } from '../serve.js';
import { carryOut, installOptions } from '../start/install.js';
import { planInstall } from '@bannette/alfresco';
import type { TestHouse } from './house.js';
import { until } from './until.js';

const agreed = { by: 'Archives départementales', on: '2026-01-05', reference: 'AD/2026/1' };

/**
 * Publishes the retention schedule with these rows agreed, changed where `rows` says how, and makes their categories in
 * Governance Services as an administrator does. Waits until the schedule is in force.
 */
export async function agreeRows(house: TestHouse, running: Running, rows: readonly (Partial<ScheduleRow> & { readonly code: string })[]): Promise<void> {
  const settings = await running.house.settings();
  const changed = settings.schedule.rows.map((row) => {
    const own = rows.find(({ code }) => code === row.code);
    return own ? { ...row, agreed, ...own } : row;
  });
  const schedule = { ...settings.schedule, rows: [...changed, ...rows.filter(({ code }) => !changed.some((row) => row.code === code)).map((row) => ({ label: row.code, years: 1, trigger: 'CLOTURE', finalSort: 'D', source: '', agreed, ...row }) as ScheduleRow)] };
  await house.store.transaction({ entityId: running.house.entityId, actor: 'system' }, (tx) => publishSetting(tx, 'schedule', schedule as unknown as JsonObject, 'agreed'));
  const inForce = await until('the agreed rows are in force', async () => {
    const now = await running.house.settings();
    return rows.every(({ code }) => now.schedule.rows.some((row) => row.code === code && row.agreed)) && now;
  });
  const options = await installOptions({ ...inForce, schedule: { ...inForce.schedule, rows: inForce.schedule.rows.filter((row) => row.agreed) } }, running.house.entityId, running.house.serviceAccount);
  const plan = await planInstall(house.administrator, options);
  if (plan.problems.length) throw new Error(`The categories can't be made: ${plan.problems.map(({ code, subject }) => `${code} ${subject}`).join(', ')}`);
  await carryOut(house.administrator, plan, house.dataDir);
}
