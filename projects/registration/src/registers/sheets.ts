import { drawBars, drawLine, drawQr, encodeSheet, mm, onPaper, type Pdf } from '@bannette/print';
import { longDay, type RegisterKind } from '@bannette/domain';
import { sheetFieldsOf, words } from './words.js';

export interface Sheet {
  readonly chrono: string;
  readonly register: string;
}

const half = 148.5;
const [left, width] = [18, 174];

/**
 * Two to an A4 page, to be cut in the middle: a number with its codes, and lines to write on. Scanned as the first page of its
 * letter, it says that this is the mail of that number, and stays with it as what was written by hand.
 */
export function sheetsPdf(sheets: readonly Sheet[], { authority, entityId, reservedOn, kinds }: { readonly authority: string; readonly entityId: string; readonly reservedOn: string; readonly kinds: readonly RegisterKind[] }): Promise<Buffer> {
  return onPaper(words.sheet, authority, (pdf) =>
    sheets.forEach((sheet, index) => {
      if (index % 2 === 0) pdf.addPage();
      drawSheet(pdf, sheet, { head: `${authority} – ${sheet.register}`, code: encodeSheet({ kind: 'label', value: sheet.chrono }, entityId), day: longDay(reservedOn), fields: sheetFieldsOf(kinds) }, (index % 2) * half);
      if (index % 2 === 0) pdf.moveTo(0, mm(half)).lineTo(mm(210), mm(half)).lineWidth(0.5).dash(4, { space: 4 }).stroke('black').undash();
    }),
  );
}

function drawSheet(pdf: Pdf, { chrono }: Sheet, { head, code, day, fields }: { readonly head: string; readonly code: string; readonly day: string; readonly fields: readonly string[] }, top: number): void {
  const beside = width - 40;
  drawLine(pdf, head, { x: left, y: top + 9, width: beside, size: 10 });
  drawLine(pdf, `${words.sheet} – ${day}`, { x: left, y: top + 15, width: beside, size: 12 });
  drawLine(pdf, chrono, { x: left, y: top + 22, width: beside, size: 30, style: 'bold' });
  drawLine(pdf, words.sheetNote, { x: left, y: top + 36, width: beside, size: 9 });
  drawQr(pdf, code, { x: left + width - 34, y: top + 9, size: 34 });
  fields.forEach((field, index) => {
    const y = top + 50 + index * 10;
    drawLine(pdf, field, { x: left, y, width: 42, size: 11 });
    pdf.moveTo(mm(left + 44), mm(y + 5)).lineTo(mm(left + width), mm(y + 5)).lineWidth(0.4).stroke('black');
  });
  drawBars(pdf, chrono, { x: left, y: top + 132, width, height: 10 });
}
