import { scheduleColumns, toCells, type Line, type ScheduleRow } from '@bannette/domain';
import Papa from 'papaparse';

// A cell that would be run as a formula gets an apostrophe before it; so does one that begins with apostrophes and such a sign, lest one be lost on the way back.
const formula = /^'*[=+\-@\t\r]/;
const escaped = /^'+[=+\-@\t\r]/;

/** As French spreadsheets open it: semicolons, a byte order mark, and no cell that would be run as a formula. */
export const writeScheduleCsv = (rows: readonly ScheduleRow[]): string =>
  `\uFEFF${Papa.unparse({ fields: [...scheduleColumns], data: rows.map(toCells) }, { delimiter: ';', newline: '\r\n', escapeFormulae: formula })}\r\n`;

/** Lines of a file with semicolons or commas, by where each begins; empty ones are left out. */
export function readScheduleCsv(text: string): readonly Line[] {
  const whole = text.replace(/^\uFEFF/, '');
  const head = whole.slice(0, whole.search(/[\r\n]|$/));
  const lines: Line[] = [];
  let [line, at] = [1, 0];
  Papa.parse<string[]>(whole, {
    delimiter: head.split(';').length >= head.split(',').length ? ';' : ',',
    step: ({ data, meta }) => {
      if (data.some((cell) => cell.trim())) lines.push({ line, cells: data.map((cell) => (escaped.test(cell) ? cell.slice(1) : cell)) });
      line += breaks(whole.slice(at, meta.cursor));
      at = meta.cursor;
    },
  });
  return lines;
}

const breaks = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
