import type { ProcessingEntry, ProcessingRegister } from './register.js';

/** Fields whose change is told; volumes and gaps move without anybody changing the register. */
const told = ['label', 'purpose', 'basis', 'basisText', 'persons', 'data', 'special', 'specialCondition', 'specialText', 'recipients', 'transfers', 'processors', 'ownMeasures', 'assessment', 'types', 'services', 'access', 'compartments', 'durations', 'register'] as const;
export type ProcessingField = (typeof told)[number];

/** What changed between two states of the register. */
export interface RegisterChange {
  readonly code: string;
  readonly label: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly ProcessingField[];
}
export interface RegisterChanges {
  readonly entries: readonly RegisterChange[];
  /** Of the controller, of technical measures, of places. */
  readonly general: readonly ('controller' | 'measures' | 'places')[];
}

export function registerChanges(before: ProcessingRegister, after: ProcessingRegister): RegisterChanges {
  const was = new Map(before.entries.map((entry) => [entry.code, entry]));
  const is = new Set(after.entries.map(({ code }) => code));
  const gone = before.entries.filter(({ code }) => !is.has(code)).map(({ code, label }): RegisterChange => ({ code, label, change: 'removed', fields: [] }));
  const others = after.entries.flatMap((entry): RegisterChange[] => {
    const old = was.get(entry.code);
    const { code, label } = entry;
    if (!old) return [{ code, label, change: 'added', fields: [] }];
    const fields = told.filter((field) => text(valueOf(old, field)) !== text(valueOf(entry, field)));
    return fields.length ? [{ code, label, change: 'changed', fields }] : [];
  });
  return { entries: [...others, ...gone], general: (['controller', 'measures', 'places'] as const).filter((part) => text(before[part]) !== text(after[part])) };
}

function valueOf(entry: ProcessingEntry, field: ProcessingField): unknown {
  if (field === 'ownMeasures') return entry.measures;
  if (field === 'services') return entry.services.map(({ code, label }) => ({ code, label }));
  return entry[field];
}

/** The same text for the same content, whatever the order of its members. */
const text = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))) : part)) ?? '';
