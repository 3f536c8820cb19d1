import { withSortedOut, type DriftCode, type ScheduleRow } from '@bannette/domain';
import { Gec } from '../model.generated.js';
import type { RecordCategory } from '../records/file-plan.js';
import type { Records } from '../records/records.js';
import type { RetentionStep } from '../records/schedules.js';
import { isOurPlan } from './records-plan.js';
import { isSampleMark, rowMark, sameStep, stepsFor } from './schedule-rows.js';

/** A row beside its category in the file plan, as an account sees it. */
export interface ComparedRow {
  readonly code: string;
  readonly mark: string;
  readonly category?: { readonly id: string; readonly name: string };
  /** What the category's schedule calls its authority. */
  readonly authority?: string;
  /** `retain year|10 rma:cutOffDate` … */
  readonly steps: readonly string[];
  /** Empty: the row can be used. */
  readonly drift: readonly { readonly code: DriftCode; readonly params?: { readonly [name: string]: string | number } }[];
}

export interface FoundCategory {
  readonly id: string;
  readonly name: string;
  /** Of another period, trigger or fate that a row of ours had, or of a sample: what was filed there keeps it. */
  readonly former: boolean;
}

export interface ComparedPlan {
  readonly rows: readonly ComparedRow[];
  /** Categories below ours that no row in force stands for. */
  readonly others: readonly FoundCategory[];
}

/** Compares rows with their categories, and changes nothing. Undefined when the authority's category isn't there, or can't be seen. */
export async function comparePlan(records: Records, entity: string, rows: readonly ScheduleRow[]): Promise<ComparedPlan | undefined> {
  if (!(await records.plan.site())) return undefined;
  const top = (await records.plan.topCategories()).find((category) => isOurPlan(category, entity));
  if (!top) return undefined;
  const categories = await records.plan.categories(top.id);
  const events = new Set((await records.events.list()).filter(({ type }) => type === 'rmEventType.simple').map(({ name }) => name));
  const compared: ComparedRow[] = [];
  for (const row of rows) compared.push(await compareRow(records, row, categories, events));
  const used = new Set(compared.map(({ category }) => category?.id));
  // What sortings did not keep lies in a category of its own, which a row that is to be sorted stands for, too.
  const sortedOut = new Set<unknown>(withSortedOut(rows).map((row) => rowMark(row, false)));
  return { rows: compared, others: categories.filter(({ id, properties }) => !used.has(id) && !sortedOut.has(properties[Gec.props.id])).map(({ id, name, properties }) => ({ id, name, former: String(properties[Gec.props.id] ?? '').startsWith('bannette-row/') })) };
}

async function compareRow(records: Records, row: ScheduleRow, categories: readonly RecordCategory[], events: ReadonlySet<string>): Promise<ComparedRow> {
  const marks = [rowMark(row, false), rowMark(row, true)];
  const mark = marks[0] ?? '';
  const category = marks.map((wanted) => categories.find(({ properties }) => properties[Gec.props.id] === wanted)).find((found) => found && (!row.agreed || !isSampleMark(String(found.properties[Gec.props.id]))));
  const notAgreed = row.agreed ? [] : [{ code: 'notAgreed' as const }];
  if (!category) return { code: row.code, mark, steps: [], drift: [...notAgreed, { code: 'categoryMissing' }] };
  const found = category.hasSchedule ? await records.schedules.of(category.id) : undefined;
  const own = found?.categoryId === category.id ? found : undefined;
  const told = { code: row.code, mark, category: { id: category.id, name: category.name }, authority: own?.authority };
  if (!own) return { ...told, steps: [], drift: [...notAgreed, ...(row.agreed ? [{ code: 'scheduleMissing' as const }] : [])] };
  // The public API tells "all events" as "one of them": the older webscript tells rightly.
  const steps = await records.schedules.stepsByWebscript(category.id);
  const wanted = stepsFor(row);
  const same = steps.length === wanted.length && steps.every((step, index) => wanted[index] && sameStep(step, wanted[index]));
  const lost = [...new Set(wanted.flatMap((step) => step.events))].filter((event) => !events.has(event));
  return {
    ...told,
    steps: steps.map(stepText),
    drift: [
      ...notAgreed,
      ...(row.agreed || isSampleMark(String(category.properties[Gec.props.id])) ? [] : [{ code: 'scheduleNotAgreed' as const }]),
      ...(same ? [] : [{ code: 'stepsDiffer' as const, params: { found: steps.map(stepText).join(', '), wanted: wanted.map(stepText).join(', ') } }]),
      ...(own.recordLevel ? [] : [{ code: 'notPerRecord' as const }]),
      ...lost.map((event) => ({ code: 'eventMissing' as const, params: { event } })),
    ],
  };
}

const stepText = ({ action, period, periodFrom, events, anyEvent }: RetentionStep): string =>
  [action, ...(period.startsWith('none') ? [] : [period, periodFrom ?? '']), ...events.map((event) => `(${event})`), ...(events.length > 1 && anyEvent ? ['any'] : [])].filter(Boolean).join(' ');
