import type { Call, Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import Papa from 'papaparse';
import { Readable } from 'node:stream';
import { fallingDue } from '../due.js';

const heads = ['Échéance', 'Départ de la DUA', 'Numéro', 'Service', 'Objet', 'Règle', 'Intitulé', 'DUA (années)', 'Sort final', 'Accord', 'État', 'Échéance dans Alfresco', 'Conflit', 'Échec'];
const linesAtOnce = 500;
const csv = (lines: readonly (readonly (string | number)[])[]): string => `${Papa.unparse(lines.map((line) => [...line]), { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;

/** The list as CSV, as French spreadsheets open it, told while it is read: lines are masked as on the page. */
export async function retentionFile(house: House, { query, caller, reply }: Call<Contract['retentionFile']>): Promise<Readable> {
  // Refused before anything is sent.
  const first = await fallingDue(house, caller, query, linesAtOnce);
  reply.header('content-type', 'text/csv; charset=utf-8').header('cache-control', 'private, no-store').header('content-disposition', 'attachment; filename="echeances.csv"');
  async function* told(): AsyncGenerator<string> {
    yield `\uFEFF${csv([heads])}`;
    for (let slice = first; ; slice = await fallingDue(house, caller, query, linesAtOnce, slice.next)) {
      if (slice.lines.length) yield csv(slice.lines.map(lineOf));
      if (!slice.next) return;
    }
  }
  return Readable.from(told());
}

const lineOf = ({ mail, retention, record }: Awaited<ReturnType<typeof fallingDue>>['lines'][number]): (string | number)[] => [
  retention.dueDate ?? '', retention.triggerDay ?? '', mail.chrono ?? '', mail.service ?? '', mail.masked ? '' : (mail.subject ?? ''),
  retention.row, retention.label, retention.years, retention.finalSort, retention.agreed ? 'oui' : 'non', record?.state ?? '', record?.agsDue ?? '', record?.conflict?.code ?? '', record?.failure?.code ?? '',
];
