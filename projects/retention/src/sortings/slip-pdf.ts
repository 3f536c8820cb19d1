import { sortingDecisions } from '@bannette/domain';
import { drawLine, mm, onPaper, type Pdf } from '@bannette/print';
import { shortDay, volume } from '../campaigns/bordereau-words.js';
import type { Slip, SlipLine } from './slip.js';
import { words } from './words.js';

const columns = [10, 20, 34, 66, 118, 142, 155, 177, 190, 208, 230, 252] as const;
const widths = [9, 13, 31, 51, 23, 12, 21, 12, 17, 21, 21, 35] as const;
const bottom = 196;
const size = 8;

interface Block {
  readonly height: number;
  draw(y: number): void;
}

/** The bordereau de tri on paper, as PDF/A-2b; the digest of its list stands among its keywords. The same facts give the same page. */
export function slipPdf(slip: Slip): Promise<Buffer> {
  const { sorting } = slip;
  const title = `${words.title} ${sorting.chrono}`;
  return onPaper(title, sorting.authority, (pdf) => drawAll(pdf, slip, sorting.state === 'draft' ? `${title} – ${words.draft}` : title), { archive: true, layout: 'landscape', keywords: `sha512:${sorting.listSha512}` });
}

function drawAll(pdf: Pdf, slip: Slip, title: string): void {
  const pages: Block[][] = [];
  let y = bottom;
  for (const block of [...headOf(pdf, slip), ...tableOf(pdf, slip.lines)]) {
    if (y + block.height > bottom) {
      pages.push([]);
      y = 20;
    }
    pages.at(-1)?.push(block);
    y += block.height;
  }
  pages.forEach((blocks, index) => {
    pdf.addPage();
    drawLine(pdf, title, { x: 10, y: 9, width: 190, size: 15, style: 'bold' });
    drawLine(pdf, `${slip.sorting.authority} – ${words.page} ${index + 1}/${pages.length}`, { x: 200, y: 11, width: 87, size: 9 });
    let at = 20;
    for (const block of blocks) {
      block.draw(at);
      at += block.height;
    }
  });
}

function headOf(pdf: Pdf, { sorting, rule, services, years, persons }: Slip): Block[] {
  const { rowInFull: row } = sorting;
  const facts: readonly (readonly [string, string])[] = [
    [words.row, `${row.code} ${row.label} (DUA ${row.years} ans)`],
    [words.reference, row.source],
    [words.agreement, row.agreed ? `${row.agreed.by}, ${shortDay(row.agreed.on)}, ${row.agreed.reference}` : ''],
    [words.years, years],
    [words.services, services],
    [words.criterion, sorting.criterion],
    [words.rule, rule],
    [words.digest, `${sorting.listSha512.slice(0, 64)} ${sorting.listSha512.slice(64)}`],
  ];
  return [
    { height: 8, draw: (y) => drawLine(pdf, sorting.title, { x: 10, y, width: 277, size: 11, style: 'bold' }) },
    ...facts.map(([name, value]) => cellsBlock(pdf, [name, value], [10, 76], [64, 211])),
    { height: 4, draw: () => undefined },
    totals(pdf, [...words.totals], true),
    ...sortingDecisions.map((decision) => {
      const { units, mails, documents, bytes } = sorting.amounts[decision];
      return totals(pdf, [words[decision], String(units), String(mails), String(documents), volume(bytes)]);
    }),
    { height: 3, draw: () => undefined },
    cellsBlock(pdf, [...words.byYear], yearColumns, yearWidths, true),
    ...sorting.years.map(({ year, kept, notKept }) => cellsBlock(pdf, [String(year), String(kept), String(notKept)], yearColumns, yearWidths)),
    { height: 3, draw: () => undefined },
    ...persons.map((person) => cellsBlock(pdf, [person], [10], [277])),
    cellsBlock(pdf, [words.law], [10], [277]),
    ...(sorting.agreedOn ? [] : [signatureBox(pdf)]),
    { height: 5, draw: () => undefined },
  ];
}

const yearColumns = [10, 40, 80] as const;
const yearWidths = [28, 38, 60] as const;
const totals = (pdf: Pdf, cells: readonly string[], bold = false): Block => cellsBlock(pdf, cells, [10, 76, 136, 166, 196], [64, 58, 28, 28, 40], bold);

const signatureBox = (pdf: Pdf): Block => ({
  height: 34,
  draw: (y) => {
    drawLine(pdf, words.agreed, { x: 12, y: y + 5, width: 272, size: 9.5, style: 'bold' });
    words.agreedLines.forEach((line, index) => drawLine(pdf, line, { x: 12 + index * 92, y: y + 12, width: 88, size: 9 }));
    pdf.rect(mm(10), mm(y + 3), mm(277), mm(29)).lineWidth(0.6).stroke('black');
  },
});

function tableOf(pdf: Pdf, lines: readonly SlipLine[]): Block[] {
  return [
    cellsBlock(pdf, [...words.list], columns, widths, true),
    ...lines.map((line) => cellsBlock(pdf, [String(line.position), `${line.rank}${line.affair ? `\n${words.affair}` : ''}`, line.chrono, line.type, line.service, String(line.year), shortDay(line.due), String(line.documents), volume(line.bytes), words.decisions[line.picked], words.decisions[line.decision], line.because], columns, widths, false, true)),
  ];
}

function cellsBlock(pdf: Pdf, cells: readonly string[], at: readonly number[], width: readonly number[], bold = false, ruled = bold): Block {
  pdf.font(bold ? 'bold' : 'plain').fontSize(size);
  const height = Math.max(3.5, ...cells.map((cell, index) => pdf.heightOfString(cell || ' ', { width: mm(width[index] ?? 20) }) / mm(1))) + 1.4;
  return {
    height,
    draw: (y) => {
      pdf.fillColor('black').font(bold ? 'bold' : 'plain').fontSize(size);
      cells.forEach((cell, index) => pdf.text(cell, mm(at[index] ?? 10), mm(y + 0.7), { width: mm(width[index] ?? 20) }));
      if (ruled) pdf.moveTo(mm(10), mm(y + height)).lineTo(mm(287), mm(y + height)).lineWidth(bold ? 0.6 : 0.2).stroke(bold ? 'black' : 'grey');
    },
  };
}
