import { readRows, withoutAgreement, type ScheduleRow } from '@bannette/domain';
import Papa from 'papaparse';
import { readScheduleCsv, writeScheduleCsv } from './csv.js';

const row = (more: Partial<ScheduleRow> = {}): ScheduleRow => ({ code: 'CHR-01', label: 'Chronos', years: 5, trigger: 'CLOTURE', finalSort: 'D', source: '', ...more });
const read = (text: string) => readRows(readScheduleCsv(text));

describe('A schedule as CSV', () => {
  it('comes back as it went: texts of any signs, lines and quotes', () => {
    let seed = 11;
    const next = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const text = (): string => Array.from({ length: 1 + next(20) }, () => '=+-@;,"\'\n\r\té€ aZ9'[next(19)]).join('').trim() || 'x';
    for (let round = 0; round < 300; round++) {
      const rows = Array.from({ length: 1 + next(3) }, (_, index) => row({ code: `C${index}`, label: text(), source: text(), communicability: { years: 50, article: text() }, agreed: { by: text(), on: '2026-01-01', reference: text() } }));
      expect(read(writeScheduleCsv(rows))).toEqual({ rows: rows.map(withoutAgreement), flaws: [] });
    }
  });

  it('runs nothing in a spreadsheet', () => {
    const csv = writeScheduleCsv([row({ label: '=1+1', source: "'=HYPERLINK(0)", communicability: { years: 0, article: '@x' } })]);
    expect(csv.startsWith('\uFEFFcode;intitule;')).toBeTrue();
    for (const cells of Papa.parse<string[]>(csv.slice(1), { delimiter: ';' }).data) for (const cell of cells) expect(/^[=+\-@\t\r]/.test(cell)).withContext(cell).toBeFalse();
  });

  it('is read with commas or semicolons, with or without byte order mark, and tells the line of the file', () => {
    for (const [mark, sign] of [['', ','], ['\uFEFF', ';'], ['', ';']] as const) {
      const text = `${mark}code${sign}intitule${sign}dua_annees${sign}declencheur${sign}sort_final\r\n\r\nA-1${sign}"deux${sign}\nlignes ""ici"""${sign}5${sign}CLOTURE${sign}D\r\nB-1${sign}b${sign}x${sign}CLOTURE${sign}D\r\n`;
      const { rows, flaws } = read(text);
      expect([rows.map(({ label }) => label), flaws.map(({ line, code }) => [line, code])]).toEqual([[`deux${sign}\nlignes "ici"`], [[5, 'notYears']]]);
    }
  });
});
