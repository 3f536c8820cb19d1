import Papa from 'papaparse';
import { dua, words } from './bordereau-words.js';
import type { Bordereau } from './bordereau.js';

/** The bordereau as CSV: what the PDF says, a line each; nothing of persons but who signed. */
export function bordereauCsv({ head, lines, signatures }: Bordereau): Buffer {
  const rows = [
    [words.title, head.chrono, head.title],
    [words.authority, head.authority],
    [words.until, head.until],
    [words.frozen, head.frozenAt],
    [words.manifest, head.manifestSha512],
    [],
    [words.service, ...words.columns.slice(0, 2), 'Première date', 'Dernière date', ...words.columns.slice(3, 5), 'Octets', ...words.columns.slice(6)],
    ...lines.map((line) => [line.serviceLabel, String(line.line), `${line.row} ${line.rowLabel} (${line.year})`, line.firstDay, line.lastDay, String(line.items), String(line.documents), String(line.bytes), dua(line.years), line.reference, line.boxes.join(' '), '']),
    [],
    ...signatures.map(({ label, name, at, as }) => [words.head, label, name ?? words.unsigned, at ?? '', ...(as ? [as] : [])]),
  ];
  return Buffer.from(`\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`);
}
