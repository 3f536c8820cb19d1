import type { Because } from '../api/types.js';

/** What a reason's codes stand for. */
export interface Wording {
  label(code: string): string;
  day(day: string): string;
  unit(amount: number, unit: string): string;
}

/** The sentence for a reason, its codes and days put into words. */
export function becauseWords({ code, params }: Because, wording: Wording): { readonly key: string; readonly params: { readonly [name: string]: string | number } } {
  const said = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isDay(value) ? wording.day(value) : value]));
  if (typeof params['service'] === 'string') said['service'] = wording.label(params['service']);
  if (typeof params['type'] === 'string') said['type'] = wording.label(params['type']);
  if (typeof params['matched'] === 'string') said['matched'] = params['matched'].split(', ').map((value) => wording.label(value)).join(', ');
  if (code === 'due.delay' || code === 'due.suspended') said['delay'] = wording.unit(Number(params['amount']), String(params['unit']));
  return { key: `BECAUSE.${code}${code === 'due.delay' ? (params['movedFrom'] ? '.MOVED' : '.PLAIN') : ''}`, params: said };
}

const isDay = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
