import type { Settings } from '../settings/settings.js';
import type { ProcessingEntry } from './register.js';

/**
 * What a processing lacks. `noBasis`: no legal basis (art. 6.1); `noCondition`: special data without what lets them be
 * processed (art. 9.2, 10); `specialNotSaid`: its types or rows hold special data, and it names none; `noPersons`, `noData`:
 * no categories; `noType`: it covers nothing; `noDuration`: a type without a row; `rowNotAgreed`: a duration that the archives haven't agreed to;
 * `noPersonalTerm`: a row that doesn't say when personal data come to their term; `assessmentDue`: an impact assessment to be done.
 */
export interface EntryGap {
  readonly code: 'noBasis' | 'noCondition' | 'specialNotSaid' | 'noPersons' | 'noData' | 'noType' | 'noDuration' | 'rowNotAgreed' | 'noPersonalTerm' | 'assessmentDue';
  /** Row of the schedule, or type, that it is about. */
  readonly row?: string;
  readonly type?: string;
}

/** What the register lacks: types that no processing covers, nothing on the register of mail itself, no contact of the DPO. */
export interface GeneralGap {
  readonly code: 'typeWithoutProcessing' | 'registerWithoutProcessing' | 'noDpo';
  readonly type?: string;
  readonly label?: string;
}

export function entryGaps(entry: Omit<ProcessingEntry, 'gaps'>): readonly EntryGap[] {
  const { basis, special, specialCondition, specialText, persons, data, types, durations, assessment, register } = entry;
  const holdsSpecial = types.some(({ compartment }) => compartment !== undefined) || durations.some(({ personalData }) => personalData === 'special');
  const withoutOffences = special.some((kind) => kind !== 'offences');
  const found: (EntryGap | false)[] = [
    !basis && { code: 'noBasis' },
    ((withoutOffences && !specialCondition) || (special.includes('offences') && !specialText)) && { code: 'noCondition' },
    holdsSpecial && !special.length && { code: 'specialNotSaid' },
    !persons.length && { code: 'noPersons' },
    !data.length && { code: 'noData' },
    !types.length && !register && { code: 'noType' },
    assessment?.state === 'toDo' && { code: 'assessmentDue' },
    ...types.map(({ row, label }): EntryGap | false => row === undefined && { code: 'noDuration', type: label }),
    ...durations.map((row): EntryGap | false => !row.agreed && { code: 'rowNotAgreed', row: row.code }),
    ...durations.map((row): EntryGap | false => row.personalData !== 'none' && row.personalDataYears === undefined && { code: 'noPersonalTerm', row: row.code }),
  ];
  return found.filter((gap): gap is EntryGap => gap !== false);
}

export function generalGaps({ authority, processings, types, unscanned }: Pick<Settings, 'authority' | 'processings' | 'types' | 'unscanned'>): readonly GeneralGap[] {
  const covered = new Set(processings.flatMap((processing) => processing.types));
  const bare = [...types, ...unscanned].filter(({ code }) => !covered.has(code));
  return [
    ...bare.map(({ code, label }): GeneralGap => ({ code: 'typeWithoutProcessing', type: code, label })),
    ...(processings.some(({ register }) => register) ? [] : [{ code: 'registerWithoutProcessing' } as const]),
    ...(authority.dpoEmail ? [] : [{ code: 'noDpo' } as const]),
  ];
}
