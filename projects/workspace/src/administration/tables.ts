import { check, delay, text } from './columns.js';
import { paperTables } from './paper-tables.js';
import type { Table } from './column.js';

/** How templates are compared before they are published. */
export const templatesTable: Table = { kind: 'templates', rows: (all) => all.templates, columns: [text('code'), text('label'), text('subject'), text('body')] };

/** How clocks are compared before they are published. */
export const clocksTable: Table = {
  kind: 'clocks',
  rows: (all) => all.clocks,
  columns: [
    text('code'),
    text('label', true),
    { name: 'kind', kind: 'text', show: (row, words) => words.text(`CLOCK.KIND.${String(row['kind'])}`) },
    delay('delay'),
    { name: 'channels', kind: 'text', show: (row, words) => words.text(`CLOCK_SETTING.CHANNELS.${String(row['channels'])}`) },
    { name: 'from', kind: 'text', show: (row, words) => words.text(`CLOCK_SETTING.FROM.${String(row['from'])}`) },
    { name: 'onMissing', kind: 'text', show: (row, words) => words.text(`CLOCK.ON_MISSING.${String(row['onMissing'])}`) },
    delay('extension'),
    check('rollsOver'),
    { name: 'metBy', kind: 'text', show: (row, words) => words.text(`CLOCK_SETTING.MET_BY.${String(row['metBy'])}`) },
    { name: 'automatic', kind: 'choice', among: (all) => all.templates },
    text('source'),
  ],
};

/** The kinds of settings without a page of their own, those that are published from here first. */
export const tables: readonly Table[] = [
  { kind: 'trays', rows: (all) => all.trays, blank: { id: '', label: '', service: '' }, columns: [text('id'), text('label', true), { name: 'service', kind: 'choice', among: (all) => all.services, wide: true }] },
  ...paperTables,
];
