import type { Dictionary } from '../model/dictionary.js';
import { shown } from '../model/values.js';

export interface UserRef {
  readonly id: string;
  readonly displayName: string;
}

export const userRef = (names: ReadonlyMap<string, string>, id: string): UserRef => ({ id, displayName: names.get(id) ?? id });

const people = new Set(['cm:owner', 'cm:lockOwner']);

function qnameShown(value: string): unknown {
  const parts = /^\{(.*)\}(.+)$/.exec(value);
  return parts === null ? value : { namespaceURI: parts[1], localName: parts[2], prefixString: parts[2] };
}

/** `month|3`, as AGS keeps periods. */
function periodShown(value: string): object {
  const [periodType = '', expression] = value.split('|');
  return { periodType, expression: expression ?? '0' };
}

/** Kept properties as the API shows them: instants with `+0000`, names split, people with their display name. */
export function shownProperties(kept: Readonly<Record<string, unknown>>, dictionary: Dictionary, names: ReadonlyMap<string, string>): Record<string, unknown> {
  const one = (value: unknown, dataType: string | undefined): unknown => {
    if (typeof value !== 'string') return value;
    if (dataType === 'd:date' || dataType === 'd:datetime') return shown(value);
    if (dataType === 'd:period') return periodShown(value);
    return dataType === 'd:qname' ? qnameShown(value) : value;
  };
  return Object.fromEntries(
    Object.entries(kept).map(([name, value]) => {
      const dataType = dictionary.properties.get(name)?.dataType;
      if (people.has(name) && typeof value === 'string') return [name, value === '' ? {} : userRef(names, value)];
      return [name, Array.isArray(value) ? value.map((item) => one(item, dataType)) : one(value, dataType)];
    }),
  );
}
