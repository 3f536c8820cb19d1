import { Gec, isOurPlan, isSampleMark, rowMark, stepsFor, type RecordCategory, type Records, type RetentionStep } from '@bannette/alfresco';
import { withSortedOut, type ScheduleRow } from '@bannette/domain';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

/** The schedules in Alfresco, each against its row of the settings in force. */
export const schedules = check('schedules', 'records', ['records'], async ({ records: { repository }, settings, config }) => {
  const { plan } = repository.records;
  if (!(await plan.site())) return [];
  const top = (await plan.topCategories()).find((category) => isOurPlan(category, config.entityId));
  if (!top) return [finding('filePlanMissing')];
  const categories = await plan.categories(top.id);
  const found: Finding[] = [];
  for (const row of withSortedOut(settings.schedule.rows)) found.push(...(await examineRow(repository.records, row, categories)));
  return found;
});

async function examineRow(records: Records, row: ScheduleRow, categories: readonly RecordCategory[]): Promise<readonly Finding[]> {
  const subject = row.code;
  const marked = (mark: string): RecordCategory | undefined => categories.find(({ properties }) => properties[Gec.props.id] === mark);
  const [own, sample] = [marked(rowMark(row, false)), marked(rowMark(row, true))];
  const category = own ?? sample;
  if (!category) return [finding('categoryMissing', { subject })];
  const isScheduled = category.hasSchedule && (await records.schedules.of(category.id))?.categoryId === category.id;
  const mayBe = row.agreed !== undefined || isSampleMark(String(category.properties[Gec.props.id]));
  if (!isScheduled) return mayBe ? [finding('scheduleMissing', { subject })] : [];
  if (!mayBe) return [finding('scheduleExtra', { subject })];
  return judgeSteps(row, await records.schedules.stepsByWebscript(category.id));
}

/** The steps as the older webscript tells them: the public API can't tell "all events" from "one of them". */
export function judgeSteps(row: ScheduleRow, found: readonly RetentionStep[], wanted: readonly RetentionStep[] = stepsFor(row)): readonly Finding[] {
  const subject = row.code;
  const destroy = found.find(({ action }) => action === 'destroy');
  if (row.finalSort !== 'D' && destroy) return [finding('destroyForbidden', { subject, sort: row.finalSort === 'C' ? 'kept' : 'sorted' })];
  const dated = destroy && !isUndated(destroy) ? [finding('destroyWithPeriod', { subject })] : [];
  if (orderOf(found) !== orderOf(wanted)) return [...dated, finding('stepsDiffer', { subject, found: orderOf(found), wanted: orderOf(wanted) })];
  return [...dated, ...wanted.flatMap((step, index) => (found[index] ? judgeStep(subject, step, found[index]) : []))];
}

const orderOf = (steps: readonly RetentionStep[]): string => steps.map(({ action }) => action).join(', ') || '–';
const isUndated = ({ period }: RetentionStep): boolean => period.startsWith('none');
const runsOf = (step: RetentionStep): string => (isUndated(step) ? '–' : [step.period, step.periodFrom].filter(Boolean).join(', '));
const eventsOf = ({ events }: RetentionStep): string => [...events].sort().join(', ') || '–';

function judgeStep(subject: string, wanted: RetentionStep, found: RetentionStep): readonly Finding[] {
  const step = wanted.action;
  const about = { subject, step };
  // A destruction that has a date is told in words of its own.
  const periodTold = runsOf(found) === runsOf(wanted) || (step === 'destroy' && !isUndated(found));
  return [
    ...(periodTold ? [] : [finding('periodDiffers', { ...about, found: runsOf(found), wanted: runsOf(wanted) })]),
    ...(eventsOf(found) === eventsOf(wanted) ? [] : [finding('eventsDiffer', { ...about, found: eventsOf(found), wanted: eventsOf(wanted) })]),
    ...(wanted.events.length > 1 && !wanted.anyEvent && found.anyEvent ? [finding('andTurnedOr', about)] : []),
    ...(step === 'destroy' && found.keepsProperties !== wanted.keepsProperties ? [finding('ghostingDiffers', { subject, found: keptBy(found), wanted: keptBy(wanted) })] : []),
  ];
}

const keptBy = ({ keepsProperties }: RetentionStep): string => (keepsProperties ? 'properties' : 'nothing');
