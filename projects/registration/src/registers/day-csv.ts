import { createHash } from 'node:crypto';
import type { RegisterLine } from '@bannette/http';
import Papa from 'papaparse';
import type { DayContent } from './content.js';
import { kinds, marks, words } from './words.js';

/** What stands at the head of a register's file. */
export interface DayHead {
  readonly authority: string;
  readonly day: string;
  /** Place in the chain, from 1. */
  readonly position: number;
  /** Hash of the register before; zeros for the first. */
  readonly previous: string;
  readonly journal: DayContent['journal'];
  readonly closedAt: string;
}

export const noHash = '0'.repeat(64);

/**
 * The register of a day as CSV: its SHA-256 is the register's hash, and it names the hash before it, so that files alone
 * show by any tool whether one was changed, left out or put in another place.
 */
export function dayCsv(head: DayHead, lines: readonly RegisterLine[]): Buffer {
  const rows = [
    [words.title, head.authority, head.day, String(head.position), head.previous, String(head.journal.seq), head.journal.hash, head.closedAt, String(lines.length)],
    [...words.columns],
    ...lines.map(cells),
  ];
  return Buffer.from(`\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`);
}

const cells = (line: RegisterLine): string[] => [
  line.label,
  line.chrono,
  line.kind ? kinds[line.kind] : '',
  line.later ? `${marks[line.mark]} (suite)` : marks[line.mark],
  line.givenAt ?? '',
  line.reservedAt ?? '',
  line.at ?? '',
  line.on ?? '',
  line.masked ? words.hidden : (line.correspondent ?? ''),
  line.masked ? words.hidden : (line.subject ?? ''),
  line.service ?? '',
  line.reason ?? '',
  line.digests.join(' '),
];

export const hashOf = (csv: Uint8Array): string => createHash('sha256').update(csv).digest('hex');

/** Reads the head of a register's file; undefined for a file that is none. */
export function readHead(csv: Uint8Array): (DayHead & { readonly lines: number }) | undefined {
  const [first] = Papa.parse<string[]>(Buffer.from(csv).toString('utf8').replace(/^\uFEFF/, ''), { delimiter: ';', preview: 1 }).data;
  const [title, authority = '', day = '', position = '', previous = '', seq = '', hash = '', closedAt = '', lines = ''] = first ?? [];
  if (title !== words.title || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^[1-9]\d*$/.test(position) || !/^[0-9a-f]{64}$/.test(previous)) return undefined;
  return { authority, day, position: Number(position), previous, journal: { seq: Number(seq), hash }, closedAt, lines: Number(lines) };
}
