import { sortingDecisions, type SortingDecision } from '@bannette/domain';
import type { Call, Contract, SortingView } from '@bannette/http';
import type { House } from '@bannette/house';
import Papa from 'papaparse';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { volume } from '../campaigns/bordereau-words.js';
import { slipPdf } from './slip-pdf.js';
import { stands, viewSorting } from './view.js';
import { ruleInWords, words } from './words.js';

/** A mail on the list: number, kind and days; nothing of persons. */
export interface SlipLine {
  readonly position: number;
  readonly rank: number;
  readonly affair: boolean;
  readonly chrono: string;
  readonly type: string;
  readonly service: string;
  readonly year: number;
  readonly due: string;
  readonly documents: number;
  readonly bytes: number;
  readonly picked: SortingDecision;
  readonly decision: SortingDecision;
  readonly because: string;
}

/** What the bordereau de tri says. */
export interface Slip {
  readonly sorting: SortingView;
  /** What it is sorted by, in the house's words. */
  readonly rule: string;
  readonly services: string;
  readonly years: string;
  readonly persons: readonly string[];
  readonly lines: readonly SlipLine[];
}

export async function sortingSlip(house: House, { caller, params, query, reply }: Call<Contract['sortingSlip']>): Promise<Readable> {
  const slip = await slipOf(house, await viewSorting(house, caller, params.id));
  const pdf = query.form === 'pdf';
  const bytes = pdf ? await slipPdf(slip) : slipCsv(slip);
  reply.header('content-type', pdf ? 'application/pdf' : 'text/csv; charset=utf-8').header('cache-control', 'private, no-store').header('content-disposition', `attachment; filename="${slip.sorting.chrono}-bordereau-de-tri.${query.form}"`);
  return Readable.from([bytes]);
}

async function slipOf(house: House, sorting: SortingView): Promise<Slip> {
  const settings = await house.settings();
  const { rows } = await sql<Omit<SlipLine, 'type'> & { type: string | null }>`
    SELECT i.position, i.rank, i.affair_id IS NOT NULL AS affair, coalesce(m.chrono, '') AS chrono, m.type, coalesce(m.service, '') AS service, i.year, i.due::text AS due, i.documents, i.bytes, i.picked, ${stands} AS decision,
      coalesce(CASE WHEN i.decided IS NOT NULL THEN i.decided_because WHEN i.noted IS NOT NULL THEN i.noted_because ELSE i.proposed_because END, '') AS because
    FROM sorting_item i JOIN mail m ON m.id = i.mail_id WHERE i.sorting_id = ${sorting.id} ORDER BY i.position`.execute(house.store.db);
  const instant = new Intl.DateTimeFormat('fr-FR', { timeZone: settings.authority.timeZone, dateStyle: 'long', timeStyle: 'short' });
  const step = (name: 'proposed' | 'agreed') => sorting.steps.find((one) => one.step === name);
  const proposed = step('proposed');
  return {
    sorting,
    rule: ruleInWords(sorting.rule, settings),
    services: sorting.services.length ? sorting.services.map((code) => settings.services.find((one) => one.code === code)?.label ?? code).join(', ') : words.allServices,
    years: sorting.fromYear || sorting.toYear ? `${sorting.fromYear ?? '…'} – ${sorting.toYear ?? '…'}` : words.allYears,
    persons: [
      ...(proposed?.by && proposed.at ? [`${words.proposed} ${proposed.by} ${words.on} ${instant.format(new Date(proposed.at))}`] : []),
      ...(sorting.agreedOn ? [`${words.agreed} : ${step('agreed')?.by ?? ''}, ${sorting.agreedOn.split('-').reverse().join('/')}, ${sorting.reference ?? ''}`] : []),
    ],
    lines: rows.map((row) => ({ ...row, bytes: Number(row.bytes), type: settings.types.find(({ code }) => code === row.type)?.label ?? row.type ?? '' })),
  };
}

/** The list as CSV: what the PDF says, a line each. */
export function slipCsv({ sorting, rule, services, years, persons, lines }: Slip): Buffer {
  const { rowInFull: row } = sorting;
  const rows = [
    [words.title, sorting.chrono, sorting.title],
    [words.authority, sorting.authority],
    [words.row, `${row.code} ${row.label}`],
    [words.reference, row.source],
    [words.agreement, row.agreed ? `${row.agreed.by}, ${row.agreed.on}, ${row.agreed.reference}` : ''],
    [words.years, years],
    [words.services, services],
    [words.criterion, sorting.criterion],
    [words.rule, rule],
    [words.digest, sorting.listSha512],
    ...persons.map((person) => [person]),
    [],
    [...words.totals],
    ...sortingDecisions.map((decision) => [words[decision], ...[sorting.amounts[decision].units, sorting.amounts[decision].mails, sorting.amounts[decision].documents].map(String), volume(sorting.amounts[decision].bytes)]),
    [],
    [...words.list],
    ...lines.map((line) => [String(line.position), `${line.rank}${line.affair ? ` (${words.affair})` : ''}`, line.chrono, line.type, line.service, String(line.year), line.due, String(line.documents), String(line.bytes), words.decisions[line.picked], words.decisions[line.decision], line.because]),
  ];
  return Buffer.from(`\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`);
}
