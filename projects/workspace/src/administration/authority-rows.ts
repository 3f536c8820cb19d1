import { usualDuplicateDays } from '@bannette/domain';
import type { Settings } from '../api/types.js';
import type { Row } from './column.js';

type Authority = Settings['settings']['authority'];

const list = (text: string): string[] => text.split(/[;,]/).map((each) => each.trim()).filter(Boolean);

/** What an authority says of itself, one by one as people read and type it. */
const fields: { readonly [name: string]: { readonly read: (authority: Authority) => string | boolean; readonly write: (authority: Authority, value: string | boolean) => Authority } } = {
  name: { read: ({ name }) => name, write: (authority, name) => ({ ...authority, name: String(name) }) },
  address: { read: ({ address }) => address.join(' ; '), write: (authority, value) => ({ ...authority, address: String(value).split(';').map((line) => line.trim()).filter(Boolean) }) },
  timeZone: { read: ({ timeZone }) => timeZone, write: (authority, timeZone) => ({ ...authority, timeZone: String(timeZone) }) },
  registerClosesAt: optional('registerClosesAt'),
  fiscalYearEnd: optional('fiscalYearEnd'),
  reopenDays: number('reopenDays'),
  noticeDays: number('noticeDays'),
  undoSeconds: number('undoSeconds'),
  affairPattern: optional('affairPattern'),
  duplicateDays: { read: ({ duplicateDays }) => String(duplicateDays ?? usualDuplicateDays), write: (authority, value) => ({ ...authority, duplicateDays: Number(value) }) },
  controller: optional('controller'),
  dpoName: optional('dpoName'),
  dpoEmail: optional('dpoEmail'),
  mailRoomEmail: optional('mailRoomEmail'),
  rounds: { read: ({ handOver }) => (handOver?.rounds ?? []).join(', '), write: (authority, value) => ({ ...authority, handOver: { ...escalation(authority), rounds: list(String(value)).sort() } }) },
  escalateAfter: {
    read: (authority) => String(escalation(authority).escalateAfter.amount),
    write: (authority, value) => ({ ...authority, handOver: { rounds: authority.handOver?.rounds ?? [], escalateAfter: { ...escalation(authority).escalateAfter, amount: Number(value) } } }),
  },
  keepBlankPages: {
    read: ({ separation }) => separation?.keepBlankPages ?? false,
    write: (authority, value) => ({ ...authority, separation: { patchT: false, foreignCodes: [], ...authority.separation, keepBlankPages: value === true } }),
  },
  ...Object.fromEntries((['maxItems', 'maxShare', 'maxErrors', 'coolingDays', 'backupDays', 'minYears', 'acknowledgeDays', 'warnDays'] as const).map((name) => [name, bound(name)])),
  requireAcknowledgement: {
    read: ({ elimination }) => elimination?.requireAcknowledgement ?? false,
    write: (authority, value) => ({ ...authority, elimination: { ...authority.elimination, requireAcknowledgement: value === true } as Authority['elimination'] }),
  },
};

export const authorityRows = (authority: Authority): readonly Row[] => Object.entries(fields).map(([name, { read }]) => ({ name, value: read(authority) }));

/** The authority with what was typed; what has no row of its own stays as it is. */
export function authorityData(authority: Authority, rows: readonly Row[]): Authority {
  return rows.reduce<Authority>((so, { name, value }) => {
    const field = fields[String(name)];
    return field && field.read(authority) !== value ? field.write(so, (value ?? '') as string | boolean) : so;
  }, authority);
}

function number(name: 'reopenDays' | 'noticeDays' | 'undoSeconds'): (typeof fields)[string] {
  return { read: (authority) => String(authority[name]), write: (authority, value) => ({ ...authority, [name]: Number(value) }) };
}

function optional(name: 'dpoEmail' | 'dpoName' | 'controller' | 'mailRoomEmail' | 'registerClosesAt' | 'affairPattern' | 'fiscalYearEnd'): (typeof fields)[string] {
  return {
    read: (authority) => authority[name] ?? '',
    write: ({ [name]: _, ...others }, value) => ({ ...others, ...(value ? { [name]: String(value) } : {}) }),
  };
}

/** Of campaigns of elimination. Emptied it is what is usual again, which the server fills in. */
function bound(name: Exclude<keyof NonNullable<Authority['elimination']>, 'requireAcknowledgement'>): (typeof fields)[string] {
  return {
    read: ({ elimination }) => String(elimination?.[name] ?? ''),
    write: (authority, value) => {
      const { [name]: _, ...others } = (authority.elimination ?? {}) as NonNullable<Authority['elimination']>;
      const typed = String(value).trim().replace(',', '.');
      return { ...authority, elimination: { ...others, ...(typed ? { [name]: Number(typed) } : {}) } as Authority['elimination'] };
    },
  };
}

const escalation = ({ handOver }: Authority) => ({ escalateAfter: { amount: 1, unit: 'workingDays' as const }, ...handOver });
