import { dayIn } from '@bannette/domain';
import type { Call, Contract, ScheduleSimulation } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { JobInfo } from '@bannette/store';
import { effectOf } from './effect.js';
import { adoptPublished, findVersion, lockSchedule, requireEditor, requireReader } from './versions.js';

export const simulateTask = 'schedule.simulate';

/** Has counted what a version would change; asked again while it waits, the count is of the version as it then is. */
export async function simulateSchedule(house: House, call: Call<Contract['simulateSchedule']>): Promise<ScheduleSimulation> {
  await requireEditor(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockSchedule(tx);
    const { id, revision } = await findVersion(house, call.params.id, tx.trx);
    const asked = { revision, state: 'waiting' as const, asked_by: call.caller.id, asked_at: house.now(), done_at: null, result: null };
    await tx.trx.insertInto('schedule_simulation').values({ version_id: id, ...asked }).onConflict((conflict) => conflict.column('version_id').doUpdateSet(asked)).execute();
    await tx.enqueue(simulateTask, { versionId: id }, { key: `${simulateTask}:${id}`, priority: 5, maxAttempts: 5 });
  });
  return scheduleSimulation(house, call);
}

export async function scheduleSimulation(house: House, { caller, params }: Pick<Call<Contract['scheduleSimulation']>, 'caller' | 'params'>): Promise<ScheduleSimulation> {
  await requireReader(house, caller, params.id);
  const version = await findVersion(house, params.id);
  const found = await house.store.db.selectFrom('schedule_simulation').selectAll().where('version_id', '=', version.id).executeTakeFirst();
  if (!found) return { state: 'none', current: false };
  const effect = found.result ? { ...found.result, parts: found.result.parts.map(({ service, ...part }) => ({ ...part, service: service ?? undefined })), fates: [...found.result.fates] } : undefined;
  const open = version.state === 'draft' || version.state === 'agreed';
  return { state: found.state, current: !open || found.revision === version.revision, askedAt: found.asked_at.toISOString(), doneAt: found.done_at?.toISOString(), effect };
}

/** Counts, and keeps the count with the version; of a version that was thrown away, nothing is counted. */
export function countEffect(house: House) {
  return async ({ versionId }: { readonly versionId: string }, { signal }: JobInfo): Promise<void> => {
    const { db } = house.store;
    const version = await db.selectFrom('schedule_version').selectAll().where('id', '=', versionId).executeTakeFirst();
    if (!version) return;
    const inForce = await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      await lockSchedule(tx);
      return adoptPublished(tx);
    });
    const { authority } = await house.settings();
    const before = version.based_on && version.state !== 'draft' && version.state !== 'agreed' ? (await findVersion(house, version.based_on)).rows : inForce.rows;
    const result = await effectOf(db, { entityId: house.entityId, before, after: version.rows, authority, today: dayIn(authority.timeZone, house.now()) }, () => signal.throwIfAborted());
    await db.updateTable('schedule_simulation').set({ state: 'done', revision: version.revision, done_at: house.now(), result: JSON.stringify(result) }).where('version_id', '=', versionId).execute();
  };
}
