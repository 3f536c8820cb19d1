import { confidentialityLevels } from '@bannette/domain';
import { wordsIn, type Column, type Row } from './column.js';

export const text = (name: string, wide = false): Column => ({ name, kind: 'text', wide });
export const check = (name: string): Column => ({ name, kind: 'check' });

/** An amount and its unit. */
export const delay = (name: string, units: readonly string[] = ['days', 'workingDays', 'months']): Column => ({
  name,
  kind: 'delay',
  units,
  show: (row, words) => {
    const { amount, unit } = (row[name] ?? { amount: 0, unit: 'days' }) as { amount: number; unit: string };
    return words.count(`UNIT.${unit}`, amount);
  },
});

export const confidentiality: Column = {
  name: 'confidentiality',
  kind: 'choice',
  among: () => confidentialityLevels.map((level) => ({ code: String(level), label: `CONFIDENTIALITY.${level}` })),
  get: (row) => String(row['confidentiality'] ?? ''),
  set: (row, value) => ({ ...row, confidentiality: value === '' ? 0 : Number(value) }),
};

/** Keywords with their weights: "RSA*3, aide sociale" says one of weight 3 and one of weight 1. */
export const weighted: Column = {
  name: 'keywords',
  kind: 'text',
  get: (row) => ((row['keywords'] ?? []) as readonly Weighted[]).map((keyword) => (keyword.weight === 1 ? keyword.text : `${keyword.text}*${keyword.weight}`)).join(', '),
  set: (row, value) => ({ ...row, keywords: wordsIn(String(value)).map(keywordIn) }),
};

interface Weighted {
  readonly text: string;
  readonly weight: number;
}

function keywordIn(said: string): Weighted {
  const [, words = said, weight = '1'] = /^(.*?)\s*\*\s*(\d+(?:[.,]\d+)?)$/.exec(said) ?? [];
  return { text: words.trim(), weight: Number(weight.replace(',', '.')) };
}

/** Choices that words stand for, not settings. */
export const worded = (name: string, codes: readonly string[], prefix: string): Column => ({ name, kind: 'choices', among: () => codes.map((code) => ({ code, label: `${prefix}.${code}` })), get: (row) => (row[name] as readonly string[] | undefined) ?? [] });

export const emptied = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '' && value !== undefined));
