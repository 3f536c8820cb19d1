import { AlfrescoError } from '../error.js';
import { Gec } from '../model.generated.js';
import type { Properties } from '../nodes/properties.js';
import type { RecordCategory } from '../records/file-plan.js';
import type { Repository } from '../repository.js';
import type { InstallOptions, RecordsStep } from './steps.js';
import { isOurPlan, planMark } from './records-plan.js';
import { instructionsFor, missingSteps, scheduleFor, stepsFor, type PlannedRow } from './schedule-rows.js';

/** Carries out the steps of records management; what one of them made is known to those after it. */
export function recordsInstaller(repository: Repository, options: InstallOptions): (step: RecordsStep) => Promise<void> {
  const { records } = repository;
  const made = new Map<string, string>();
  let top: string | undefined;
  const planId = async (): Promise<string> => {
    top ??= (await records.plan.topCategories()).find((category) => isOurPlan(category, options.entity))?.id;
    if (!top) throw new AlfrescoError('notFound', 'install: category of the authority');
    return top;
  };
  return async (step) => {
    switch (step.action) {
      case 'createSite':
        return void (await records.plan.createSite('Records Management'));
      case 'createEvent':
        return records.events.create(step.event);
      case 'createRole':
        return records.roles.create(step.role);
      case 'updateRole':
        return records.roles.update(step.role);
      case 'assignRole':
        return records.roles.assign(step.role, step.subject);
      case 'createPlan':
        top = (await createMarked(repository, step.subject, { [Gec.props.id]: planMark, [Gec.props.entity]: options.entity })).id;
        return;
      case 'grantFiling':
        return records.filing.grant(step.subject === 'plan' ? await planId() : await records.holds.containerId(await records.plan.filePlanId()), step.accounts);
      case 'createCategory':
        return void made.set(step.subject, (await createMarked(repository, step.subject, propertiesOf(step.row, options.entity), await planId())).id);
      case 'writeSchedule':
        return writeSchedule(repository, step.row, step.categoryId ?? made.get(step.subject));
    }
  };
}

const propertiesOf = ({ row, mark, sample }: PlannedRow, entity: string): Properties => ({
  [Gec.props.id]: mark,
  [Gec.props.entity]: entity,
  [Gec.props.retentionRule]: row.code,
  [Gec.props.finalSort]: row.finalSort,
  'cm:title': row.label,
  'cm:description': instructionsFor(row, sample),
});

/** A category with the mark by which it is known again. */
async function createMarked({ records, nodes }: Repository, name: string, properties: Properties, parentId?: string): Promise<RecordCategory> {
  const category = await records.plan.createCategory({ name, properties }, parentId);
  if (category.properties[Gec.props.id] !== properties[Gec.props.id]) await nodes.update(category.id, { properties });
  return category;
}

/** Makes the schedule and adds the steps that it lacks. */
async function writeSchedule({ records: { schedules } }: Repository, planned: PlannedRow, categoryId: string | undefined): Promise<void> {
  if (!categoryId) throw new AlfrescoError('notFound', 'install: category of a row');
  const inForce = await schedules.of(categoryId);
  const own = inForce?.categoryId === categoryId ? inForce : undefined;
  if (!own) await schedules.create(categoryId, scheduleFor(planned));
  for (const step of missingSteps(stepsFor(planned.row), own?.steps ?? []) ?? []) await schedules.addStep(categoryId, step);
}
