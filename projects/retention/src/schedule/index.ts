import { compareSchedules, type ScheduleRow } from '@bannette/domain';
import { serve } from '@bannette/http';
import { contextOf, type House, type Listening, type Sidecar } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { agreeSchedule, enforceSchedule, reopenSchedule } from './agree.js';
import { compareAll } from './drift.js';
import { changeSchedule, discardSchedule, draftSchedule } from './edit.js';
import { importSchedule, scheduleFile } from './file.js';
import { applySchedulePlan, compareSchedulePlan, schedulePlan, schedulePlanSteps } from './plan.js';
import { askRecompute, recompute, recomputeTask } from './recompute.js';
import { countEffect, scheduleSimulation, simulateSchedule, simulateTask } from './simulate.js';
import { adoptPublished, findVersion, lockSchedule, mayApplySchedule, mayEditSchedule, requireReader, viewContent, viewVersions } from './versions.js';

export { driftingRows, rowDrift } from './drift.js';

const compareTask = 'schedule.compare';

export function scheduleRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    schedule: async (call) => {
      await requireReader(house, call.caller);
      const inForce = await house.store.db.selectFrom('schedule_version').select('id').where('entity_id', '=', house.entityId).where('state', '=', 'inForce').executeTakeFirst();
      if (!inForce)
        await house.store.transaction(contextOf(house, call), async (tx) => {
          await lockSchedule(tx);
          await adoptPublished(tx);
        });
      const rows = await house.store.db.selectFrom('schedule_version').selectAll().where('entity_id', '=', house.entityId).orderBy('number', 'desc').limit(100).execute();
      return { versions: await viewVersions(house, rows), mayEdit: mayEditSchedule(call.caller), mayApply: mayApplySchedule(call.caller) };
    },
    scheduleVersion: async ({ caller, params }) => {
      await requireReader(house, caller, params.id);
      return viewContent(house, params.id);
    },
    compareSchedules: async ({ caller, params, query }) => {
      await requireReader(house, caller, params.id);
      const [own, other] = await Promise.all([findVersion(house, params.id), findVersion(house, query.with)]);
      const { added, removed, changed, same } = compareSchedules(own.rows, other.rows);
      return { added: added as ScheduleRow[], removed: removed as ScheduleRow[], changed: changed.map((row) => ({ ...row, fields: [...row.fields] })), same };
    },
    draftSchedule: (call) => draftSchedule(house, call),
    changeSchedule: (call) => changeSchedule(house, call),
    agreeSchedule: (call) => agreeSchedule(house, call),
    reopenSchedule: (call) => reopenSchedule(house, call),
    enforceSchedule: (call) => enforceSchedule(house, call),
    discardSchedule: (call) => discardSchedule(house, call),
    scheduleFile: (call) => scheduleFile(house, call),
    importSchedule: (call) => importSchedule(house, call),
    simulateSchedule: (call) => simulateSchedule(house, call),
    scheduleSimulation: (call) => scheduleSimulation(house, call),
    schedulePlan: (call) => schedulePlan(house, call),
    compareSchedulePlan: (call) => compareSchedulePlan(house, call),
    schedulePlanSteps: (call) => schedulePlanSteps(house, call),
    applySchedulePlan: (call) => applySchedulePlan(house, call),
  });
}

export const scheduleTasks = (house: House): NonNullable<Sidecar['tasks']> => ({ [simulateTask]: countEffect(house), [recomputeTask]: recompute(house), [compareTask]: () => compareAll(house) });

/** Whoever publishes a schedule: it is the version in force, due days follow it, and the file plan is looked at. */
export const scheduleListens: readonly Listening[] = [
  {
    name: 'schedule.published',
    types: ['settings.published'],
    handle: async ({ subjectId, data }, tx) => {
      if (subjectId !== 'schedule') return;
      await lockSchedule(tx);
      await adoptPublished(tx);
      await askRecompute(tx, { version: Number(data.version) });
      // The settings in force are read again within a second.
      await tx.enqueue(compareTask, {}, { key: compareTask, priority: 10, maxAttempts: 5, runAt: new Date(Date.now() + 1500) });
    },
  },
];

/** Compares the file plan with the schedule: once a day, for others change it too. */
export const compareDaily = (house: House): Promise<void> => house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => tx.enqueue(compareTask, {}, { key: compareTask, priority: 10, maxAttempts: 5 }));
