import type { ProcessingSetting } from '../settings/processings.js';
import type { ScheduleRow } from '../settings/schedule.js';
import type { Settings } from '../settings/settings.js';
import { restrictedFrom } from '../mail/vocabulary.js';
import { registerSeriesOf } from '../registers/series.js';
import { entryGaps, generalGaps, type EntryGap, type GeneralGap } from './gaps.js';

/** What holds for all processings because it is configured, in the words of the interface. */
export const measureCodes = ['accessByGroup', 'chainedJournal', 'sealedJournal', 'timestamps', 'antivirus', 'identityService', 'signedRegister', 'twoPersons', 'backups'] as const;
export type MeasureCode = (typeof measureCodes)[number];
export interface Measure {
  readonly code: MeasureCode;
  readonly params?: { readonly [name: string]: string | number };
}

/** Where data lie. */
export const dataPlaces = ['alfresco', 'embeddedRepository', 'database', 'spool', 'paper'] as const;
export type DataPlace = (typeof dataPlaces)[number];

/** What only a running house knows. */
export interface ProcessingFacts {
  /** Mails that are kept, by type, or kind of unscanned mail, and service. */
  readonly volumes: readonly { readonly type: string; readonly service: string; readonly mails: number }[];
  readonly measures: readonly Measure[];
  readonly places: readonly DataPlace[];
}

export type Duration = Pick<ScheduleRow, 'code' | 'label' | 'years' | 'trigger' | 'finalSort' | 'currentUseYears' | 'personalData' | 'personalDataYears' | 'agreed'>;

/** Who inside may open what the processing holds: whole services, heads and secretaries only, or cleared people. */
export type InsideAccess = 'services' | 'mailRoom' | 'headsAndSecretaries' | 'cleared';

/** A processing with what is computed of it. */
export interface ProcessingEntry extends Omit<ProcessingSetting, 'types' | 'services' | 'register'> {
  readonly types: readonly { readonly code: string; readonly label: string; readonly confidentiality: number; readonly compartment?: string; readonly row?: string }[];
  /** Where its types are routed, which are named, or which keep such mail. */
  readonly services: readonly { readonly code: string; readonly label: string; readonly mails: number }[];
  readonly access: readonly InsideAccess[];
  /** Labels. */
  readonly compartments: readonly string[];
  readonly durations: readonly Duration[];
  readonly mails: number;
  /** It covers the register of mail, which a scrubbed mail leaves. */
  readonly register: boolean;
  readonly gaps: readonly EntryGap[];
}

/** The register of processings, as art. 30 of the RGPD and the CNIL's model have it. */
export interface ProcessingRegister {
  readonly controller: { readonly name: string; readonly address: readonly string[]; readonly representative?: string; readonly dpoName?: string; readonly dpoEmail?: string };
  readonly measures: readonly Measure[];
  readonly places: readonly DataPlace[];
  readonly entries: readonly ProcessingEntry[];
  readonly gaps: readonly GeneralGap[];
}

type Told = Pick<Settings, 'authority' | 'processings' | 'types' | 'unscanned' | 'services' | 'trays' | 'rules' | 'schedule' | 'compartments'>;

export function processingRegister(settings: Told, facts: ProcessingFacts): ProcessingRegister {
  const { name, address, dpoEmail, dpoName, controller } = settings.authority;
  return {
    controller: { name, address, ...(controller ? { representative: controller } : {}), ...(dpoName ? { dpoName } : {}), ...(dpoEmail ? { dpoEmail } : {}) },
    measures: facts.measures,
    places: facts.places,
    entries: settings.processings.map((processing) => entryOf(processing, settings, facts)),
    gaps: generalGaps(settings),
  };
}

function entryOf(processing: ProcessingSetting, settings: Told, facts: ProcessingFacts): ProcessingEntry {
  const { types: codes, services: named, register, ...said } = processing;
  const kinds = [...settings.types, ...settings.unscanned].filter(({ code }) => codes.includes(code));
  const types = kinds.map((kind) => ({ code: kind.code, label: kind.label, confidentiality: kind.confidentiality, ...('compartment' in kind && kind.compartment ? { compartment: kind.compartment } : {}), ...(kind.scheduleRow ? { row: kind.scheduleRow } : {}) }));
  const kept = facts.volumes.filter(({ type }) => codes.includes(type));
  const services = servicesOf(codes, named, kept, settings);
  const compartments = settings.compartments.filter(({ code }) => types.some(({ compartment }) => compartment === code)).map(({ label }) => label);
  const series = register ? [registerSeriesOf(settings).row?.code] : [];
  const durations = durationsOf([...kinds.map(({ scheduleRow }) => scheduleRow), ...series], settings.schedule.rows);
  const entry = { ...said, types, services, access: accessTo(types), compartments, durations, mails: kept.reduce((sum, { mails }) => sum + mails, 0), register: register ?? false };
  return { ...entry, gaps: entryGaps(entry) };
}

/** Services that rules lead these types to, that are named, and that keep such mail all the same; in the order of the settings. */
function servicesOf(types: readonly string[], named: readonly string[], kept: ProcessingFacts['volumes'], { services, trays, rules }: Told): ProcessingEntry['services'] {
  const ruled = rules.filter(({ enabled, when }) => enabled && when.types?.some((type) => types.includes(type))).map(({ tray }) => trays.find(({ id }) => id === tray)?.service);
  const all = new Set([...named, ...ruled, ...kept.map(({ service }) => service)]);
  return services.filter(({ code }) => all.has(code)).map(({ code, label }) => ({ code, label, mails: kept.filter(({ service }) => service === code).reduce((sum, { mails }) => sum + mails, 0) }));
}

function accessTo(types: ProcessingEntry['types']): InsideAccess[] {
  const found = new Set<InsideAccess>(types.flatMap(({ confidentiality, compartment }): InsideAccess[] => (confidentiality < restrictedFrom ? ['services', 'mailRoom'] : compartment ? ['cleared'] : ['headsAndSecretaries'])));
  return [...found];
}

/** Each row once, in the order of the schedule. */
function durationsOf(codes: readonly (string | undefined)[], rows: readonly ScheduleRow[]): Duration[] {
  return rows.filter(({ code }) => codes.includes(code)).map(({ code, label, years, trigger, finalSort, currentUseYears, personalData, personalDataYears, agreed }) => ({
    code, label, years, trigger, finalSort,
    ...(currentUseYears === undefined ? {} : { currentUseYears }),
    ...(personalData ? { personalData } : {}),
    ...(personalDataYears === undefined ? {} : { personalDataYears }),
    ...(agreed ? { agreed } : {}),
  }));
}
