import Papa from 'papaparse';

/** As French spreadsheets open it: semicolons, a byte order mark, and no cell that would be run as a formula. */
export const csvOf = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${Papa.unparse({ fields: [...head], data: rows.map((row) => [...row]) }, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
