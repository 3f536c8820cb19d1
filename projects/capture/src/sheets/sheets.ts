import { a4, drawLine, drawSymbol, encodeSheet, mm, onPaper, type Pdf, type SheetCode, symbolOf, useFonts } from '@bannette/print';
import { words } from './words.js';

/** A sheet to print: what its code says, and what people read. */
export interface Sheet {
  readonly code: SheetCode;
  /** The service's, the type's label; a mail's chrono. */
  readonly label: string;
}

export interface Printed {
  readonly authority: string;
  readonly entityId: string;
}

/** Side of a code's squares in millimetres: at 200 dpi eight dots, and well read from a fax. */
const module = 1;
const quiet = 12;

/** Separators and identification sheets on A4, one a page, each code twice: a QR code above, a DataMatrix below. */
export function sheetsPdf(sheets: readonly Sheet[], printed: Printed): Promise<Buffer> {
  return onPaper(words.separators, printed.authority, (pdf) => {
    for (const sheet of sheets) drawSheet(pdf, sheet, printed);
  });
}

/** Adds one sheet as a page of its own. */
export function drawSheet(pdf: Pdf, { code: { kind, value }, label }: Sheet, { authority, entityId }: Printed): void {
  const text = encodeSheet({ kind, value }, entityId);
  useFonts(pdf);
  pdf.addPage({ size: 'A4', margin: 0 });
  const [qr, matrix] = [symbolOf(text, 'qr'), symbolOf(text, 'dataMatrix')];
  drawSymbol(pdf, text, 'qr', { x: (a4.width - qr.width * module) / 2, y: quiet + 6, module });
  drawSymbol(pdf, text, 'dataMatrix', { x: (a4.width - matrix.width * module) / 2, y: a4.height - quiet - 6 - matrix.height * module, module });
  const centred = { x: 20, width: a4.width - 40, align: 'center' } as const;
  pdf.rect(mm(20), mm(95), mm(a4.width - 40), mm(92)).lineWidth(2).stroke('black');
  pdf.fillColor('black');
  drawLine(pdf, authority, { ...centred, y: 80, size: 12 });
  drawLine(pdf, (kind === 'newLetter' ? words.separator : words[kind === 'label' ? 'identification' : kind]).toLocaleUpperCase('fr'), { ...centred, y: 103, size: 18 });
  pdf.font('bold').fontSize(label.length > 34 ? 30 : 40).text(label, mm(25), mm(119), { width: mm(a4.width - 50), align: 'center', height: mm(48), ellipsis: true });
  if (value && value !== label) drawLine(pdf, value, { ...centred, y: 174, size: 14 });
  pdf.font('plain').fontSize(11).text(`${kind === 'identification' ? words.identificationUse : words.separatorUse}\n${words.whole}`, mm(25), mm(196), { width: mm(a4.width - 50), align: 'center', lineGap: 3 });
}
