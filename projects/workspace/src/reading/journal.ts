import type { Because, JournalEntry } from '../api/types.js';

/** A fact of a journal entry that people read: its label is under `JOURNAL_FACT.<name>`, its value is worded by its kind. */
export interface Fact {
  readonly name: string;
  readonly kind: 'text' | 'day' | 'code' | 'codes' | 'because' | 'channel' | 'action' | 'fields' | 'count' | 'quarantine' | 'properties' | 'signal' | 'verdict' | 'priority' | 'role';
  readonly value: unknown;
}

const kinds: { readonly [name: string]: Fact['kind'] } = {
  chrono: 'text',
  title: 'text',
  verdict: 'verdict',
  dueOn: 'day',
  inCopy: 'code',
  openTasks: 'count',
  openOpinions: 'count',
  sender: 'text',
  subject: 'text',
  type: 'code',
  tray: 'code',
  service: 'code',
  services: 'codes',
  site: 'code',
  fromSite: 'code',
  from: 'code',
  because: 'because',
  to: 'text',
  by: 'text',
  endorsement: 'text',
  last: 'text',
  witnesses: 'text',
  on: 'day',
  reference: 'text',
  box: 'text',
  assignee: 'text',
  assigneeName: 'text',
  receivedAt: 'day',
  priority: 'priority',
  told: 'role',
  dueDate: 'day',
  dueBefore: 'day',
  departureDate: 'day',
  day: 'day',
  trigger: 'day',
  channel: 'channel',
  reason: 'text',
  comment: 'text',
  text: 'text',
  action: 'action',
  corrected: 'fields',
  quarantine: 'quarantine',
  newName: 'text',
  label: 'text',
  facts: 'properties',
  alert: 'signal',
};

/** The facts of an entry in the order of the list above; what the list does not know is left to the audit. */
export function factsOf(entry: JournalEntry): readonly Fact[] {
  const said: { readonly [name: string]: unknown } = { ...entry.data, ...entry.personal };
  const quarantined = entry.type === 'file.quarantined';
  return Object.entries(kinds)
    .map(([name, kind]): Fact => ({ name, kind: quarantined && name === 'reason' ? 'quarantine' : kind, value: said[name] }))
    .filter(({ value }) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0));
}

/** A reason of the journal: whole, with what a rule compared and gave, or its code alone. */
export const becauseOf = (value: unknown): Because => (typeof value === 'object' && value !== null && 'code' in value ? { ...(value as Because), code: String(value.code), params: (value as Partial<Because>).params ?? {} } : { code: String(value), params: {} });
