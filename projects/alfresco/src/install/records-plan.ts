import { withSortedOut, type ScheduleRow } from '@bannette/domain';
import { hasCode } from '../error.js';
import { Gec } from '../model.generated.js';
import type { RecordCategory } from '../records/file-plan.js';
import type { Repository } from '../repository.js';
import { planAccount } from './accounts-plan.js';
import { purgeRole, retentionEvents, serviceRole, type RoleDefinition } from './duties.js';
import { inOrder, part, problem, together, warning, type Part } from './part.js';
import type { InstallOptions, ServiceAccount } from './steps.js';
import { categoryName, isSampleMark, isScheduled, missingSteps, plainName, rowMark, scheduleFor, stepsFor, type PlannedRow } from './schedule-rows.js';

/** What is wanted of records management. */
export interface RecordsOptions {
  /** Destroys what has its visa, and does nothing else. */
  readonly purgeAccount: ServiceAccount;
  /** The authority's name, in the name of its category. */
  readonly authority: string;
  readonly rows: readonly ScheduleRow[];
  /** Rows that nobody agreed to get a schedule too, which says that it is a sample. */
  readonly samples: boolean;
}

export const planMark = 'bannette-plan';
export const planName = (authority: string): string => plainName(`Bannette – ${authority}`);
export const isOurPlan = ({ properties }: RecordCategory, entity: string): boolean => properties[Gec.props.id] === planMark && properties[Gec.props.entity] === entity;

/** Compares the Governance Services (AGS) of the repository with what records need. Without AGS the rest is installed, and this is a warning. */
export async function planRecords(repository: Repository, options: InstallOptions): Promise<Part> {
  if (!options.records) return part();
  const { plan } = repository.records;
  try {
    const site = await plan.site();
    return together(
      site ? part() : part({ action: 'createSite', subject: 'rm' }),
      options.records.purgeAccount.id === options.serviceAccount.id ? problem('accountsSame', options.serviceAccount.id) : await planAccount(repository, options.records.purgeAccount, 'élimination'),
      await planEvents(repository),
      await planRoles(repository, options, options.records, site !== undefined),
      await planCategories(repository, options, options.records, site !== undefined),
    );
  } catch (error) {
    if (hasCode(error, 'notOffered')) return warning('agsMissing', '');
    if (hasCode(error, 'forbidden')) return problem('notRecordsAdministrator', error.operation);
    throw error;
  }
}

async function planEvents({ records }: Repository): Promise<Part> {
  const there = await records.events.list();
  return together(
    ...retentionEvents.map((event) => {
      const found = there.find(({ name }) => name === event.name);
      // One that AGS completes by itself would be a visa that nobody gave.
      if (found) return found.type === 'rmEventType.simple' ? part() : problem('eventForeign', event.name);
      const namesake = there.find(({ label }) => label === event.label);
      return namesake ? problem('eventForeign', namesake.name) : part({ action: 'createEvent', subject: event.name, event });
    }),
  );
}

async function planRoles({ records }: Repository, { serviceAccount }: InstallOptions, { purgeAccount }: RecordsOptions, hasSite: boolean): Promise<Part> {
  const there = hasSite ? await records.roles.list() : [];
  const planRole = (role: RoleDefinition, account: string): Part => {
    const found = there.find(({ name }) => name === role.name);
    if (found && found.label !== role.label) return problem('roleForeign', role.name);
    const same = found && [...found.capabilities].sort().join() === [...role.capabilities].sort().join();
    return together(
      same ? part() : part({ action: found ? 'updateRole' : 'createRole', subject: role.name, role }),
      found?.people.includes(account) ? part() : part({ action: 'assignRole', subject: account, role: role.name }),
    );
  };
  return together(planRole(serviceRole, serviceAccount.id), planRole(purgeRole, purgeAccount.id));
}

async function planCategories(repository: Repository, options: InstallOptions, wanted: RecordsOptions, hasSite: boolean): Promise<Part> {
  const { plan } = repository.records;
  const name = planName(wanted.authority);
  const tops = hasSite ? await plan.topCategories() : [];
  const top = tops.find((category) => isOurPlan(category, options.entity));
  if (!top && tops.some((category) => isNamed(category, name))) return problem('categoryForeign', name);
  const there = top ? await plan.categories(top.id) : [];
  return together(
    top ? part() : part({ action: 'createPlan', subject: name }),
    await planFiling(repository, 'plan', top?.id, [options.serviceAccount.id, wanted.purgeAccount.id]),
    await planFiling(repository, 'holds', hasSite ? await repository.records.holds.containerId(await plan.filePlanId()) : undefined, [options.serviceAccount.id]),
    ...(await inOrder(withSortedOut(wanted.rows), (row) => planRow(repository, row, wanted.samples, there))),
  );
}

// Alfresco takes two names that differ in their case only for one.
const isNamed = (category: RecordCategory, name: string): boolean => category.name.toLowerCase() === name.toLowerCase();

async function planFiling({ records }: Repository, place: 'plan' | 'holds', id: string | undefined, wanted: readonly string[]): Promise<Part> {
  const there = id ? await records.filing.of(id) : [];
  const accounts = wanted.filter((account) => !there.some(({ authority, right }) => authority === account && right === 'Filing'));
  return accounts.length ? part({ action: 'grantFiling', subject: place, accounts }) : part();
}

async function planRow(repository: Repository, row: ScheduleRow, samples: boolean, there: readonly RecordCategory[]): Promise<Part> {
  const mark = rowMark(row, samples);
  const found = there.find(({ properties }) => properties[Gec.props.id] === mark);
  const sample = isSampleMark(mark);
  if (found) return planSchedule(repository, { row, mark, sample, version: 0, name: found.name }, found);
  const version = 1 + there.filter(({ properties }) => properties[Gec.props.retentionRule] === row.code && isSampleMark(String(properties[Gec.props.id])) === sample).length;
  const name = categoryName(row, version, sample);
  if (there.some((category) => isNamed(category, name))) return problem('categoryForeign', name);
  const planned: PlannedRow = { row, mark, sample, version, name };
  return together(part({ action: 'createCategory', subject: name, row: planned }), isScheduled(planned) ? part({ action: 'writeSchedule', subject: name, row: planned }) : part());
}

/** A schedule that is there is completed where an installation broke off, and never changed. */
async function planSchedule({ records }: Repository, planned: PlannedRow, category: RecordCategory): Promise<Part> {
  const { name } = planned;
  const inForce = category.hasSchedule ? await records.schedules.of(category.id) : undefined;
  const own = inForce?.categoryId === category.id ? inForce : undefined;
  if (!isScheduled(planned)) return own ? warning('scheduleNotAgreed', name) : part();
  const write = part({ action: 'writeSchedule', subject: name, row: planned, categoryId: category.id });
  if (!own) return (await records.plan.folders(category.id)).length ? warning('categoryInUse', name) : write;
  const missing = missingSteps(stepsFor(planned.row), own.steps);
  if (!missing || own.recordLevel !== scheduleFor(planned).recordLevel) return warning('scheduleDrifted', name);
  return missing.length ? write : part();
}
