import { envelopeFields, numberPlaces, partingSymbologies, patchT } from '@bannette/domain';
import type { Settings } from '../api/types.js';
import { authorityData, authorityRows } from './authority-rows.js';
import type { Column, Row, Table } from './column.js';
import { check, confidentiality, delay, text, weighted, worded } from './columns.js';

type All = Settings['settings'];

const separationOf = (all: All) => all.authority.separation ?? { patchT: false, foreignCodes: [], keepBlankPages: false };

/** A shorter delay for what is urgent; 0 is none. */
const priorityDelay = (priority: 'urgent' | 'veryUrgent'): Column => ({
  ...delay(`${priority}Delay`),
  get: (row) => (row['priorityDelays'] as Row | undefined)?.[priority],
  set: (row, value) => {
    const { [priority]: _, ...others } = (row['priorityDelays'] ?? {}) as Row;
    const { priorityDelays: __, ...rest } = row;
    const given = (value as { amount: number } | undefined)?.amount ? { ...others, [priority]: value } : others;
    return Object.keys(given).length ? { ...rest, priorityDelays: given } : rest;
  },
});

/** How types are compared before they are published. */
export const typesTable: Table = {
  kind: 'types',
  rows: (all) => all.types,
  columns: [
    text('code'),
    text('label', true),
    delay('delay'),
    priorityDelay('urgent'),
    priorityDelay('veryUrgent'),
    { name: 'clocks', kind: 'choices', among: (all) => all.clocks },
    confidentiality,
    { name: 'compartment', kind: 'choice', among: (all) => all.compartments },
    { name: 'scheduleRow', kind: 'choice', among: (all) => all.schedule.rows.map(({ code, label }) => ({ code, label: `${code} – ${label}` })) },
    weighted,
  ],
};

/** What the mail room works by: closures, kinds of mail that are not scanned, numbers on paper, codes that part letters. */
export const paperTables: readonly Table[] = [
  {
    kind: 'unscanned',
    rows: (all) => all.unscanned,
    blank: { code: '', label: '', opened: false, confidentiality: 2, delay: { amount: 1, unit: 'months' }, handOver: { amount: 1, unit: 'rounds' }, asks: ['addressee', 'reference'], slip: true, commission: false, toReturn: false },
    columns: [
      text('code'),
      text('label', true),
      check('opened'),
      confidentiality,
      { name: 'service', kind: 'choice', among: (all) => all.services },
      check('slip'),
      delay('handOver', ['hours', 'rounds', 'days', 'workingDays', 'months']),
      delay('delay'),
      worded('asks', envelopeFields, 'ENVELOPE_FIELD'),
      check('commission'),
      check('toReturn'),
      { name: 'scheduleRow', kind: 'choice', among: (all) => all.schedule.rows.map(({ code, label }) => ({ code, label: `${code} – ${label}` })) },
    ],
  },
  {
    kind: 'endorsement',
    rows: (all) => all.endorsement,
    blank: { code: '', label: '', pattern: '', places: ['top'], enabled: true },
    test: 'endorsement',
    columns: [check('enabled'), text('code'), text('label'), { name: 'scanner', kind: 'choice', among: (all) => all.scanners }, text('pattern', true), worded('places', numberPlaces, 'NUMBER_PLACE')],
  },
  {
    kind: 'authority',
    id: 'separation',
    rows: (all) => [...(separationOf(all).patchT ? [{ text: patchT }] : []), ...separationOf(all).foreignCodes.map((code) => (typeof code === 'string' ? { text: code } : code))],
    write: (all, rows) => ({ ...all.authority, separation: { ...separationOf(all), patchT: rows.some(({ text: code }) => code === patchT), foreignCodes: rows.filter(({ text: code, symbology }) => code !== patchT || symbology) } }),
    blank: { text: '' },
    test: 'separation',
    columns: [text('text', true), { name: 'symbology', kind: 'choice', among: () => partingSymbologies.map((code) => ({ code, label: code })) }],
  },
  { kind: 'compartments', rows: (all) => all.compartments, blank: { code: '', label: '', legalBasis: '' }, columns: [text('code'), text('label', true), text('legalBasis', true)] },
  {
    kind: 'authority',
    rows: (all) => authorityRows(all.authority) as readonly Row[],
    write: (all, rows) => authorityData(all.authority, rows),
    fixed: true,
    columns: [
      { name: 'name', kind: 'fixed', show: (row, words) => words.text(`AUTHORITY.${String(row['name'])}`) },
      { name: 'value', kind: 'text', width: 480, kindOf: (row) => (typeof row['value'] === 'boolean' ? 'check' : 'text'), set: (row, value) => ({ ...row, value }) },
    ],
  },
];
