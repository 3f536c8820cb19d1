import { communicabilityYears, personalDataKinds, retentionTriggers, scheduleRow, type ScheduleRow } from '../settings/schedule.js';
import { tidyRow } from './row.js';

/** Columns of a schedule in a file, in the words that archives use; the last three are told, and never read back. */
export const scheduleColumns = ['code', 'intitule', 'dua_annees', 'duc_annees', 'declencheur', 'sort_final', 'observation_reference', 'communicabilite_annees', 'communicabilite_article', 'donnees_personnelles', 'donnees_personnelles_annees', 'accord_par', 'accord_date', 'accord_reference'] as const;
export type ScheduleColumn = (typeof scheduleColumns)[number];

const required: readonly ScheduleColumn[] = ['code', 'intitule', 'dua_annees', 'declencheur', 'sort_final'];
const others: { readonly [name: string]: ScheduleColumn | 'provenance' } = { libelle: 'intitule', titre: 'intitule', dua: 'dua_annees', duc: 'duc_annees', trigger: 'declencheur', sort: 'sort_final', source: 'observation_reference', reference: 'observation_reference', observations: 'observation_reference', provenance: 'provenance', communicabilite: 'communicabilite_annees' };

const personalWords = { none: 'aucune', ordinary: 'courantes', special: 'sensibles' } as const;

/** A cell that can't be read: in which line of the file, which column, and what stands there. */
export interface CellFlaw {
  readonly code: 'missingColumn' | 'missing' | 'notYears' | 'unknownTrigger' | 'unknownFate' | 'unknownPersonalData' | 'unknownDelay' | 'tooLong' | 'twice';
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** One line of a file: where it begins, from 1, and its cells. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export function toCells(row: ScheduleRow): string[] {
  const cells: { readonly [column in ScheduleColumn]: string | number | undefined } = {
    code: row.code,
    intitule: row.label,
    dua_annees: row.years,
    duc_annees: row.currentUseYears,
    declencheur: row.trigger,
    sort_final: row.finalSort,
    observation_reference: row.source,
    communicabilite_annees: row.communicability?.years,
    communicabilite_article: row.communicability?.article,
    donnees_personnelles: row.personalData && personalWords[row.personalData],
    donnees_personnelles_annees: row.personalDataYears,
    accord_par: row.agreed?.by,
    accord_date: row.agreed?.on,
    accord_reference: row.agreed?.reference,
  };
  return scheduleColumns.map((column) => String(cells[column] ?? ''));
}

/**
 * Rows of a file whose first line names its columns, in any order. A column that isn't there leaves what `known` says of the
 * same code; agreements are never taken from a file.
 */
export function readRows([head, ...lines]: readonly Line[], known: readonly ScheduleRow[] = []): { readonly rows: readonly ScheduleRow[]; readonly flaws: readonly CellFlaw[] } {
  const columns = (head?.cells ?? []).map(columnOf);
  const missing = required.filter((column) => !columns.includes(column));
  if (missing.length) return { rows: [], flaws: missing.map((column) => ({ code: 'missingColumn', line: head?.line ?? 1, column, value: '' })) };
  const flaws: CellFlaw[] = [];
  const seen = new Map<string, number>();
  const rows = lines.flatMap((line) => {
    const before = flaws.length;
    const row = readLine(columns, line, known, flaws);
    if (row && seen.has(row.code.toLowerCase())) flaws.push({ code: 'twice', line: line.line, column: 'code', value: row.code });
    if (row) seen.set(row.code.toLowerCase(), line.line);
    return row && flaws.length === before ? [row] : [];
  });
  return { rows, flaws };
}

function columnOf(name: string): ScheduleColumn | 'provenance' | undefined {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  return scheduleColumns.find((column) => column === plain) ?? others[plain];
}

function readLine(columns: readonly (ScheduleColumn | 'provenance' | undefined)[], { line, cells }: Line, known: readonly ScheduleRow[], flaws: CellFlaw[]): ScheduleRow | undefined {
  const text = (column: ScheduleColumn | 'provenance'): string | undefined => {
    const at = columns.indexOf(column);
    return at < 0 ? undefined : (cells[at] ?? '').trim();
  };
  const flaw = (code: CellFlaw['code'], column: ScheduleColumn): undefined => void flaws.push({ code, line, column, value: (text(column) ?? '').slice(0, 100) });
  const given = (column: ScheduleColumn): string => text(column) || (flaw('missing', column) ?? '');
  const years = (column: ScheduleColumn): number | undefined => {
    const cell = text(column);
    if (!cell) return undefined;
    return /^\d{1,3}$/.test(cell) && Number(cell) <= 120 ? Number(cell) : flaw('notYears', column);
  };
  const among = <T extends string | number>(column: ScheduleColumn, words: ReadonlyMap<string, T>, code: CellFlaw['code']): T | undefined => {
    const cell = text(column);
    return cell ? (words.get(cell.toLowerCase()) ?? flaw(code, column)) : undefined;
  };
  const code = given('code');
  const old = known.find((row) => row.code === code);
  const kept = <T>(column: ScheduleColumn, read: T, was: T): T => (columns.includes(column) ? read : was);
  const wanted = {
    code,
    label: given('intitule'),
    years: given('dua_annees') ? years('dua_annees') : undefined,
    trigger: given('declencheur') ? among('declencheur', triggerWords, 'unknownTrigger') : undefined,
    finalSort: given('sort_final') ? among('sort_final', fateWords, 'unknownFate') : undefined,
    source: kept('observation_reference', [text('observation_reference'), text('provenance')].filter(Boolean).join(' – '), old?.source ?? text('provenance') ?? ''),
    currentUseYears: kept('duc_annees', years('duc_annees'), old?.currentUseYears),
    personalData: kept('donnees_personnelles', among('donnees_personnelles', personalDataWords, 'unknownPersonalData'), old?.personalData),
    personalDataYears: kept('donnees_personnelles_annees', years('donnees_personnelles_annees'), old?.personalDataYears),
    communicability: kept('communicabilite_annees', communicability(among('communicabilite_annees', delayWords, 'unknownDelay'), text('communicabilite_article')), old?.communicability),
  };
  const parsed = scheduleRow.safeParse(wanted);
  if (parsed.success) return tidyRow(parsed.data);
  if (!flaws.some((each) => each.line === line)) flaw('tooLong', 'communicabilite_article');
  return undefined;
}

const communicability = (years: (typeof communicabilityYears)[number] | undefined, article = ''): ScheduleRow['communicability'] => (years === undefined ? undefined : { years, article });

const triggerWords = new Map(retentionTriggers.map((trigger) => [trigger.toLowerCase(), trigger]));
const fateWords = new Map((['D', 'C', 'T'] as const).map((fate) => [fate.toLowerCase(), fate]));
const personalDataWords = new Map(personalDataKinds.flatMap((kind) => [[kind, kind] as const, [personalWords[kind], kind] as const]));
const delayWords = new Map(communicabilityYears.map((years) => [String(years), years]));
