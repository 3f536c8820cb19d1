import { longDay } from '@bannette/domain';
import { drawBars, drawLine, drawQr, mm, onPaper, type Pdf } from '@bannette/print';
import type { Boxed, BoxView } from '@bannette/http';
import { words } from './words.js';

export interface PrintedBox {
  readonly box: BoxView;
  readonly items: readonly Boxed[];
  /** Whose it is, in words. */
  readonly owner?: string;
  /** Day of closing in the authority's time zone. */
  readonly closedOn?: string;
}

/** From the first day that a mail in it arrived to the last. */
function spanOf(items: readonly Boxed[]): string | undefined {
  const days = items.flatMap(({ receivedAt }) => receivedAt ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? `${words.arrivedBetween} ${longDay(first)} ${words.to} ${longDay(last)}` : undefined;
}

/** Its label, on the upper half of an A4 page; nothing of persons is on it. */
export function boxLabelPdf({ box, items, owner, closedOn }: PrintedBox, authority: string): Promise<Buffer> {
  return onPaper(`${words.box} ${box.code}`, authority, (pdf) => {
    pdf.addPage();
    pdf.rect(mm(15), mm(15), mm(180), mm(118)).lineWidth(1.5).stroke('black');
    drawQr(pdf, box.code, { x: 140, y: 22, size: 48 });
    drawLine(pdf, authority, { x: 22, y: 23, width: 112, size: 12 });
    drawLine(pdf, words.box, { x: 22, y: 31, width: 112, size: 14 });
    drawLine(pdf, box.code, { x: 22, y: 40, width: 112, size: 44, style: 'bold' });
    const facts = [box.label, owner, box.location, spanOf(items), `${box.mails} ${words.mails} – ${closedOn ? `${words.closedOn} ${longDay(closedOn)}` : words.stillOpen}`];
    facts.filter((fact) => fact !== undefined).forEach((fact, index) => drawLine(pdf, fact, { x: 22, y: 76 + index * 7.5, width: 166, size: 13, style: index === 0 && box.label ? 'bold' : 'plain' }));
    drawBars(pdf, box.code, { x: 22, y: 116, width: 166, height: 12 });
  });
}

const columns = [20, 62, 106, 134] as const;
const widths = [40, 42, 26, 58] as const;
const rowsPerPage = 42;

/** What is in it, a line a mail. */
export function boxListPdf({ box, items, owner }: PrintedBox, authority: string): Promise<Buffer> {
  return onPaper(`${words.boxList} ${box.code}`, authority, (pdf) => {
    const pages = Math.max(1, Math.ceil(items.length / rowsPerPage));
    for (let page = 0; page < pages; page++) {
      pdf.addPage();
      drawLine(pdf, `${words.boxList} ${box.code}`, { x: 20, y: 15, width: 130, size: 16, style: 'bold' });
      drawLine(pdf, [authority, owner, box.label, box.location].filter(Boolean).join(' – '), { x: 20, y: 23, width: 170, size: 10 });
      drawLine(pdf, `${words.page} ${page + 1}/${pages}`, { x: 170, y: 15, width: 30, size: 10 });
      row(pdf, words.columns, 32, true);
      items.slice(page * rowsPerPage, (page + 1) * rowsPerPage).forEach((item, index) => row(pdf, boxListRow(item), 38 + index * 5.8));
    }
  });
}

export const boxListRow = ({ chrono, endorsement, receivedAt, subject }: Boxed): readonly string[] => [chrono ?? '', endorsement ?? '', receivedAt ?? '', subject ?? ''];

function row(pdf: Pdf, cells: readonly string[], y: number, bold = false): void {
  cells.forEach((cell, index) => drawLine(pdf, cell, { x: columns[index] ?? 20, y, width: widths[index] ?? 30, size: 9, style: bold ? 'bold' : 'plain' }));
}
