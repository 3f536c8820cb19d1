import { longDay } from '@bannette/domain';
import { drawBars, drawLine, mm, onPaper, type Pdf } from '@bannette/print';
import { words } from './words.js';

/** What stands at the head of a slip. */
export interface SlipHead {
  readonly authority: string;
  readonly chrono: string;
  readonly title: string;
  readonly visa: { readonly by: string; readonly on: string; readonly reference: string };
  readonly manifest: string;
}

type Cells = readonly [string, string, string, string];
const columns = [15, 55, 120, 155, 180] as const;
const widths = [38, 63, 33, 23, 20] as const;
const rowsPerPage = 20;

/** Boxes that a contractor takes away whole, with bars to scan and room to sign. */
export const slipPdf = (head: SlipHead, boxes: readonly { readonly box: string; readonly location: string | null; readonly sheets: number }[]): Promise<Buffer> =>
  draw(head, words.slip, words.asked, words.slipColumns, boxes.map(({ box, location, sheets }) => [box, location ?? '', String(sheets), '']), true);

/** Sheets that are taken out of boxes that stay. */
export const withdrawalsPdf = (head: SlipHead, sheets: readonly { readonly box: string; readonly location: string | null; readonly chrono: string | null; readonly endorsement: string | null }[]): Promise<Buffer> =>
  draw(head, words.withdrawals, words.withdraw, words.withdrawalColumns, sheets.map(({ box, location, chrono, endorsement }) => [box, location ?? '', chrono ?? '', endorsement ?? '']), false);

function draw(head: SlipHead, title: string, said: string, names: readonly string[], rows: readonly Cells[], signed: boolean): Promise<Buffer> {
  return onPaper(`${title} ${head.chrono}`, head.authority, (pdf) => {
    const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
    for (let page = 0; page < pages; page++) {
      pdf.addPage();
      begin(pdf, head, title, said, `${words.page} ${page + 1}/${pages}`);
      line(pdf, names, 62, true);
      rows.slice(page * rowsPerPage, (page + 1) * rowsPerPage).forEach((cells, at) => {
        const y = 70 + at * 9.5;
        line(pdf, cells, y, false);
        for (const x of signed ? [157, 182] : [182]) pdf.rect(mm(x), mm(y - 0.5), mm(4.5), mm(4.5)).lineWidth(0.6).stroke('black');
        pdf.moveTo(mm(15), mm(y + 6.4)).lineTo(mm(195), mm(y + 6.4)).lineWidth(0.2).stroke('#888');
      });
      if (signed && page === pages - 1) sign(pdf);
    }
  });
}

function begin(pdf: Pdf, { authority, chrono, title, visa, manifest }: SlipHead, name: string, said: string, page: string): void {
  drawLine(pdf, name, { x: 15, y: 14, width: 115, size: 16, style: 'bold' });
  drawBars(pdf, chrono, { x: 135, y: 14, width: 60, height: 9 });
  drawLine(pdf, authority, { x: 15, y: 23, width: 115, size: 11 });
  drawLine(pdf, page, { x: 170, y: 25, width: 25, size: 9 });
  drawLine(pdf, `${words.campaign} ${chrono} – ${title}`, { x: 15, y: 30, width: 180, size: 10 });
  drawLine(pdf, `${words.visa} ${visa.reference} ${words.of} ${longDay(visa.on)}, ${visa.by}`, { x: 15, y: 36, width: 180, size: 10 });
  drawLine(pdf, `${words.manifest} : ${manifest.slice(0, 32)}…`, { x: 15, y: 42, width: 180, size: 8 });
  drawLine(pdf, said, { x: 15, y: 50, width: 180, size: 10 });
}

function line(pdf: Pdf, cells: readonly string[], y: number, bold: boolean): void {
  cells.forEach((cell, at) => drawLine(pdf, cell, { x: columns[at] ?? 15, y, width: widths[at] ?? 20, size: 10, style: bold ? 'bold' : 'plain' }));
}

function sign(pdf: Pdf): void {
  [words.house, words.contractor].forEach((text, at) => {
    pdf.rect(mm(15 + at * 92), mm(264), mm(88), mm(24)).lineWidth(0.6).stroke('black');
    drawLine(pdf, text, { x: 17 + at * 92, y: 265.5, width: 84, size: 9 });
  });
}
