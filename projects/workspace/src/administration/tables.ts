import { delay, text } from './columns.js';
import { paperTables } from './paper-tables.js';
import { rangesIn, rangesText, type Column, type Range, type Row, type Table } from './column.js';

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** A condition of a rule; what is emptied no longer counts. */
function condition(name: 'types' | 'keywords' | 'sites' | 'postcodes', column: Omit<Column, 'name' | 'get' | 'set'>, read: (value: unknown) => unknown = (value) => value, write: (value: unknown) => unknown = (value) => value): Column {
  return {
    ...column,
    name,
    get: (row) => read((row['when'] as Row)[name]),
    set: (row, value) => {
      const { [name]: _, ...others } = row['when'] as Row;
      const written = write(value);
      return { ...row, when: Array.isArray(written) && written.length === 0 ? others : { ...others, [name]: written } };
    },
  };
}

/** The kinds of settings, those that are published from here first. */
export const tables: readonly Table[] = [
  { kind: 'trays', rows: (all) => all.trays, blank: { id: '', label: '', service: '' }, columns: [text('id'), text('label', true), { name: 'service', kind: 'choice', among: (all) => all.services, wide: true }] },
  {
    kind: 'rules',
    rows: (all) => all.rules,
    ordered: true,
    blank: { id: '', label: '', enabled: true, when: {}, tray: '' },
    columns: [
      { name: 'enabled', kind: 'check' },
      text('id'),
      text('label', true),
      condition('types', { kind: 'choices', among: (all) => all.types }, list),
      condition('keywords', { kind: 'words' }, list),
      condition('sites', { kind: 'choices', among: (all) => all.sites }, list),
      condition('postcodes', { kind: 'ranges' }, (value) => rangesText(value as readonly Range[] | undefined), (value) => rangesIn(String(value))),
      { name: 'tray', kind: 'choice', among: (all) => all.trays.map(({ id, label }) => ({ code: id, label })), wide: true },
    ],
  },
  ...paperTables,
  {
    kind: 'clocks',
    rows: (all) => all.clocks,
    columns: [
      text('code'),
      text('label'),
      { name: 'kind', kind: 'text', show: (row, words) => words.text(`CLOCK.KIND.${String(row['kind'])}`) },
      delay('delay'),
      { name: 'onMissing', kind: 'text', show: (row, words) => words.text(`CLOCK.ON_MISSING.${String(row['onMissing'])}`) },
      text('source'),
    ],
  },
  {
    kind: 'schedule',
    rows: (all) => all.schedule.rows,
    columns: [
      text('code'),
      text('label'),
      { name: 'years', kind: 'text', show: (row, words) => words.count('RETENTION.YEARS', Number(row['years'])) },
      { name: 'trigger', kind: 'text', show: (row, words) => words.text(`TRIGGER.${String(row['trigger'])}`) },
      { name: 'finalSort', kind: 'text', show: (row, words) => words.text(`FINAL_SORT.${String(row['finalSort'])}`) },
      { name: 'agreed', kind: 'text', show: (row, words) => (row['agreed'] ? `${(row['agreed'] as { by: string }).by}, ${(row['agreed'] as { reference: string }).reference}` : words.text('RETENTION.SAMPLE')) },
    ],
  },
  { kind: 'templates', rows: (all) => all.templates, columns: [text('code'), text('label'), text('subject'), text('body')] },
];
