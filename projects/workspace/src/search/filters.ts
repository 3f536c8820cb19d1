import type { TrayQuery } from '../trays/trays-api.js';

export const dayWays = ['any', 'last', 'next', 'between'] as const;
export type DayWay = (typeof dayWays)[number];

/** Days as they are typed. */
export interface DaysTyped {
  readonly way: DayWay;
  readonly days: number;
  readonly from: string;
  readonly until: string;
}

/** Criteria as they are typed on the page. */
export interface Typed {
  readonly text: string;
  readonly services: readonly string[];
  readonly states: readonly string[];
  readonly types: readonly string[];
  readonly categories: readonly string[];
  readonly priorities: readonly string[];
  readonly assignee: string;
  readonly received: DaysTyped;
  readonly due: DaysTyped;
  readonly affair: string;
  readonly field: string;
  readonly value: string;
}

const noDays: DaysTyped = { way: 'any', days: 7, from: '', until: '' };
export const nothingTyped: Typed = { text: '', services: [], states: [], types: [], categories: [], priorities: [], assignee: '', received: noDays, due: noDays, affair: '', field: '', value: '' };

/** What is asked for, without what was left empty. */
export function queryOf(typed: Typed): TrayQuery {
  const lists = (['services', 'states', 'types', 'categories', 'priorities'] as const).filter((name) => typed[name].length).map((name) => [name, [...typed[name]]]);
  const text = typed.text.trim();
  return {
    ...(text ? { text } : {}),
    ...Object.fromEntries(lists),
    ...(typed.assignee ? { assignee: typed.assignee } : {}),
    ...range('received', typed.received),
    ...range('due', typed.due),
    ...(typed.affair.trim() ? { affair: typed.affair.trim() } : {}),
    ...(typed.field && typed.value.trim() ? { fields: { [typed.field]: typed.value.trim() } } : {}),
  } as TrayQuery;
}

function range(name: 'received' | 'due', { way, days, from, until }: DaysTyped): TrayQuery {
  if (way === 'last' || way === 'next') return { [name]: { [way]: days } };
  if (way === 'between' && (from || until)) return { [name]: { ...(from ? { from } : {}), ...(until ? { until } : {}) } };
  return {};
}

/** A query as it would be typed. */
export function typedOf(query: TrayQuery): Typed {
  const days = (asked: TrayQuery['received']): DaysTyped => {
    if (!asked) return noDays;
    if (asked.last !== undefined) return { ...noDays, way: 'last', days: asked.last };
    if (asked.next !== undefined) return { ...noDays, way: 'next', days: asked.next };
    return { ...noDays, way: 'between', from: asked.from ?? '', until: asked.until ?? '' };
  };
  const [field = '', value = ''] = Object.entries(query.fields ?? {})[0] ?? [];
  return { text: query.text ?? '', services: query.services ?? [], states: query.states ?? [], types: query.types ?? [], categories: query.categories ?? [], priorities: query.priorities ?? [], assignee: query.assignee ?? '', received: days(query.received), due: days(query.due), affair: query.affair ?? '', field, value };
}

/** Whether more than words is asked for. */
export const asksMore = ({ text: _, ...more }: TrayQuery): boolean => Object.keys(more).length > 0;

/** A query in the page's address, and out of it; what is no query is none. */
export const written = (query: TrayQuery): string => JSON.stringify(query);
export function read(text: string | null): TrayQuery | undefined {
  try {
    const query: unknown = text ? JSON.parse(text) : undefined;
    return typeof query === 'object' && query !== null && !Array.isArray(query) ? (query as TrayQuery) : undefined;
  } catch {
    return undefined;
  }
}
