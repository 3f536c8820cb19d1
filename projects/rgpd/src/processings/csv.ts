import type { ProcessingRegister } from '@bannette/domain';
import Papa from 'papaparse';
import { cellsOf } from './cells.js';
import { measureWords, places, words } from './words.js';

/** What stands at the head of an export. */
export interface ExportHead {
  readonly number: number;
  /** Of the published setting. */
  readonly version: number;
  /** In the authority's time zone, as people write it. */
  readonly day: string;
  readonly by: string;
}

/** The register as CSV: a line of facts, what holds for all, then a line for each processing. */
export function registerCsv(head: ExportHead, { controller, measures, places: where, entries }: ProcessingRegister): Buffer {
  const [first] = entries;
  const rows = [
    [words.title, words.law, `${words.export} ${head.number}`, head.day, head.by, `${words.version} ${head.version}`],
    [words.controller, controller.name, ...controller.address, controller.representative ?? '', words.dpo, controller.dpoName ?? '', controller.dpoEmail ?? ''],
    [words.measures, ...measures.map(({ code, params }) => measureWords(code, params))],
    [words.places, ...where.map((place) => places[place])],
    ['Code', 'Traitement', ...(first ? cellsOf(first).map(([heading]) => heading) : [])],
    ...entries.map((entry) => [entry.code, entry.label, ...cellsOf(entry).map(([, texts]) => texts.join(' | '))]),
  ];
  return Buffer.from(`\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`);
}
