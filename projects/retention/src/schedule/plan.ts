import { applyCategories, hasCode, planCategoriesOnly, type CategoryOptions, type InstallPlan, type InstallStep, type Repository } from '@bannette/alfresco';
import { withSortedOut } from '@bannette/domain';
import { conflict, forbidden, Problem, type Call, type Contract, type SchedulePlan } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';
import { compareAll } from './drift.js';
import { mayApplySchedule, mayEditSchedule, requireReader } from './versions.js';

const purgeAccount = { id: 'bannette-purge', email: 'bannette-purge@localhost' } as const;

/** Rows in force beside their categories, as they were last compared. */
export async function schedulePlan(house: House, { caller }: Pick<Call<Contract['schedulePlan']>, 'caller'>): Promise<SchedulePlan> {
  await requireReader(house, caller);
  const { schedule } = await house.settings();
  const { db } = house.store;
  const compared = await db.selectFrom('schedule_comparison').selectAll().where('entity_id', '=', house.entityId).executeTakeFirst();
  const stored = new Map((await db.selectFrom('schedule_drift').selectAll().where('entity_id', '=', house.entityId).execute()).map((row) => [row.row_code, row]));
  return {
    checkedAt: compared?.checked_at.toISOString(),
    problem: compared?.problem ?? undefined,
    rows: withSortedOut(schedule.rows).map(({ code, label, agreed }) => {
      const seen = stored.get(code);
      const drift = seen ? [...seen.drift] : agreed ? [] : [{ code: 'notAgreed' as const }];
      return { code, label, category: seen?.category_id ? { id: seen.category_id, name: seen.category_name ?? '' } : undefined, authority: seen?.authority ?? undefined, steps: [...(seen?.steps ?? [])], drift, checkedAt: seen?.checked_at.toISOString() };
    }),
    foreign: [...(compared?.foreign_categories ?? [])],
  };
}

export async function compareSchedulePlan(house: House, call: Call<Contract['compareSchedulePlan']>): Promise<SchedulePlan> {
  if (!mayEditSchedule(call.caller) && !mayApplySchedule(call.caller)) throw forbidden('compareSchedulePlan');
  await compareAll(house);
  return schedulePlan(house, call);
}

/** What an administrator would write; only rows that the archives have agreed to get a category here. */
export async function schedulePlanSteps(house: House, { caller }: Call<Contract['schedulePlanSteps']>) {
  const { plan } = await planAs(house, caller);
  return told(plan, plan.steps);
}

/** Writes what is missing, with the administrator's own proof; what was written before a failure is journaled too. */
export async function applySchedulePlan(house: House, call: Call<Contract['applySchedulePlan']>) {
  const done: InstallStep[] = [];
  let plan: InstallPlan | undefined;
  const one = await tryAdvisoryLock(house.store, 'schedule.apply', async () => {
    const own = await planAs(house, call.caller);
    plan = own.plan;
    try {
      await applyCategories(own.repository, own.plan, (step) => void done.push(step));
    } finally {
      if (done.length) await house.store.transaction(contextOf(house, call), async (tx) => void tx.append({ type: 'schedule.planApplied', subjectKind: 'schedule', subjectId: 'plan', data: { steps: done.length, of: own.plan.steps.length, subjects: done.map(({ action, subject }) => `${action} ${subject}`).slice(0, 500) } }));
      await compareAll(house);
    }
    return true;
  });
  if (!one || !plan) throw conflict('applyingAlready', 'Somebody else is writing categories');
  return told(plan, done);
}

const told = ({ warnings }: InstallPlan, steps: readonly InstallStep[]) => ({ steps: steps.map(({ action, subject }) => ({ action, subject })), warnings: warnings.map(({ code, subject }) => ({ code, subject })) });

async function planAs(house: House, caller: Call<Contract['applySchedulePlan']>['caller']): Promise<{ readonly repository: Repository; readonly plan: InstallPlan }> {
  if (!mayApplySchedule(caller)) throw forbidden('applySchedulePlan');
  const { authority, schedule } = await house.settings();
  const repository = house.repositoryAs(caller.proof);
  const options: CategoryOptions = { entity: house.entityId, serviceAccount: { id: house.serviceAccount, email: `${house.serviceAccount}@localhost` }, records: { purgeAccount, authority: authority.name, rows: schedule.rows.filter(({ agreed }) => agreed), samples: false } };
  try {
    return { repository, plan: await planCategoriesOnly(repository, options) };
  } catch (error) {
    if (hasCode(error, 'forbidden')) throw new Problem(403, 'notAlfrescoAdministrator', 'Alfresco does not take you for its administrator');
    if (hasCode(error, 'invalid')) throw conflict('installationIncomplete', error.message, { what: error.errorKey ?? '' });
    throw error;
  }
}
