import type { Because } from '../api/types.js';
import type { Labelled } from '../session/settings.js';
import { criterionWords, gaveWords, type CriterionWording } from './criterion.js';

/** What a reason's codes stand for. */
export interface Wording {
  label(code: string, kind?: Labelled): string;
  day(day: string): string;
  unit(amount: number, unit: string): string;
  /** Of rules' criteria. */
  readonly criteria?: CriterionWording;
}

/** The sentence for a reason, its codes and days put into words. */
export function becauseWords({ code, params, matched, gave }: Because, wording: Wording): { readonly key: string; readonly params: { readonly [name: string]: string | number } } {
  const said = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isDay(value) ? wording.day(value) : value]));
  if (typeof params['service'] === 'string') said['service'] = wording.label(params['service'], 'service');
  if (typeof params['type'] === 'string') said['type'] = wording.label(params['type'], 'type');
  if (typeof params['matched'] === 'string') said['matched'] = params['matched'].split(', ').map((value) => wording.label(value)).join(', ');
  const { criteria } = wording;
  if (matched && criteria) {
    const reasons = matched.map((one) => criterionWords(one, criteria)).join(', ') || criteria.text('RULES.ALWAYS');
    return { key: 'BECAUSE.route.ruled', params: { ...said, matched: reasons, gave: gave?.length ? ` → ${gave.map((one) => gaveWords(one, criteria)).join(', ')}` : '' } };
  }
  if (code === 'due.delay' || code === 'due.suspended') said['delay'] = wording.unit(Number(params['amount']), String(params['unit']));
  return { key: `BECAUSE.${code}${code === 'due.delay' ? (params['movedFrom'] ? '.MOVED' : '.PLAIN') : ''}`, params: said };
}

const isDay = (value: string | number): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
