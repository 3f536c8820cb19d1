import type { RetentionTrigger, ScheduleRow } from '@bannette/domain';
import type { RetentionSchedule, RetentionStep } from '../records/schedules.js';
import { eventNames } from './duties.js';

/** A row of the retention schedule as a category of the file plan. */
export interface PlannedRow {
  readonly row: ScheduleRow;
  /** `gec:id` of its category. */
  readonly mark: string;
  /** Counts the categories that its code has had, from 1. */
  readonly version: number;
  /** Name of its category. */
  readonly name: string;
  /** Of a sample: nobody agreed to it, and it may not be taken for a schedule in force. */
  readonly sample: boolean;
}

/**
 * What a category stands for. Another period, trigger or fate is another category: what was filed under the old ones
 * keeps them. A sample never becomes an agreed row.
 */
export function rowMark({ code, years, trigger, finalSort, agreed }: ScheduleRow, samples: boolean): string {
  return ['bannette-row', encodeURIComponent(code), years, trigger, finalSort, ...(samples && !agreed ? ['sample'] : [])].join('/');
}

export const isSampleMark = (mark: string): boolean => mark.endsWith('/sample');

/** A node's name without what Alfresco refuses in names. */
export function plainName(text: string): string {
  const name = text.replace(/\s*[:|]\s*/g, ' – ').replace(/[/\\]/g, '-').replace(/["*<>?\u0000-\u001f]/g, '').replace(/\s+/g, ' ').trim();
  return (name.length > 180 ? `${name.slice(0, 179).trim()}…` : name).replace(/[. ]+$/, '');
}

/** `CHR-01 v2 – Chronos du courrier` */
export const categoryName = ({ code, label }: ScheduleRow, version: number, sample: boolean): string => plainName(`${code} ${sample ? 'exemple ' : ''}v${version} – ${label}`);

/** A schedule is written only where the archives have agreed, and for samples that say that they are. */
export const isScheduled = ({ row, sample }: PlannedRow): boolean => row.agreed !== undefined || sample;

/**
 * Steps for each fate.
 * D: cut off by the end of current use, kept for its years from there, destroyed by the visa alone. No date leads to
 * destruction: AGS takes a date OR an event, never both.
 * C and T: kept for their years, and no more. A record that was cut off can't be moved to another category (403), so these
 * aren't; what becomes of it is decided when it is transferred or sorted, and only then does it get another category.
 */
export function stepsFor({ finalSort, years }: ScheduleRow): readonly RetentionStep[] {
  const period = `year|${years}`;
  if (finalSort !== 'D') return [step('retain', 'DUA', { period, periodFrom: 'rma:dateFiled' })];
  return [
    step('cutoff', 'Fin d’utilité courante', { events: [eventNames.closing] }),
    step('retain', 'DUA', { period, periodFrom: 'rma:cutOffDate' }),
    step('destroy', 'Élimination après visa', { events: [eventNames.visa], keepsProperties: true }),
  ];
}

const step = (action: RetentionStep['action'], description: string, rest: Partial<RetentionStep>): RetentionStep => ({ action, description, period: 'none|0', events: [], anyEvent: true, keepsProperties: false, ...rest });

export function scheduleFor({ row, sample }: PlannedRow): Pick<RetentionSchedule, 'authority' | 'instructions' | 'recordLevel'> {
  const authority = row.agreed ? `Accord : ${row.agreed.by}, ${row.agreed.on}, ${row.agreed.reference}` : sample ? 'EXEMPLE – aucun accord des archives' : undefined;
  return { authority, instructions: instructionsFor(row, sample), recordLevel: true };
}

export function instructionsFor(row: ScheduleRow, sample: boolean): string {
  return [...(sample ? ['EXEMPLE, sans valeur'] : []), row.label, `DUA : ${row.years} an${row.years > 1 ? 's' : ''}, à compter de : ${triggers[row.trigger]}`, `sort final : ${fates[row.finalSort]}`, ...(row.source ? [`source : ${row.source}`] : [])].join(' ; ');
}

const fates: Readonly<Record<ScheduleRow['finalSort'], string>> = { D: 'D, élimination après visa', C: 'C, conservation', T: 'T, tri' };
const triggers: Readonly<Record<RetentionTrigger, string>> = {
  FIN_ANNEE: 'fin de l’année',
  FIN_MANDAT: 'fin du mandat',
  DATE_DOC: 'date du document',
  CLOTURE: 'clôture',
  FIN_VALIDITE: 'fin de validité',
  FIN_EXERCICE: 'fin de l’exercice',
  NOTIFICATION: 'notification',
  FIN_EXECUTION: 'fin d’exécution',
  DERNIER_CONTACT: 'dernier contact',
  NAISSANCE: 'naissance',
  FIN_DROIT: 'fin du droit',
  DECES: 'décès',
  FIN_CONTENTIEUX: 'fin du contentieux',
};

/** The steps that are missing, or undefined when those that are there aren't the first of the wanted ones. */
export function missingSteps(wanted: readonly RetentionStep[], found: readonly RetentionStep[]): readonly RetentionStep[] | undefined {
  const fits = found.length <= wanted.length && found.every((one, index) => sameStep(one, wanted[index]!));
  return fits ? wanted.slice(found.length) : undefined;
}

/** Whether two steps do the same; their descriptions are for people. */
export function sameStep(one: RetentionStep, other: RetentionStep): boolean {
  const meaning = ({ action, period, periodFrom, events, anyEvent, keepsProperties }: RetentionStep) =>
    JSON.stringify([action, period, period.startsWith('none') ? '' : periodFrom, [...events].sort(), events.length < 2 || anyEvent, keepsProperties]);
  return meaning(one) === meaning(other);
}
