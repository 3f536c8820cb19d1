import { drawLine, drawSymbol, encodeSheet, onPaper, type Pdf, symbolOf, type Symbology } from '@bannette/print';
import type { Printed } from './sheets.js';
import { words } from './words.js';

/** Fourteen labels of 99.1 × 38.1 mm on A4, two across; all in millimetres. */
export const labelGrid = { columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, across: 101.6, down: 38.1 } as const;
export const labelsPerSheet = labelGrid.columns * labelGrid.rows;

/** Squares in millimetres; a Code 128 is as wide as its label, less its quiet zones. */
const modules: { readonly [symbology in Exclude<Symbology, 'code128'>]: number } = { qr: 0.7, dataMatrix: 0.8 };
const padding = 5;
const quietZone = 3;
const widestBar = 0.5;
const barHeight = 12;

/**
 * Labels for mails, by their chronos; nothing of persons is on them.
 * @param start the first label of the sheet that is still there, from 1
 */
export function labelsPdf(chronos: readonly string[], { symbology, start }: { readonly symbology: Symbology; readonly start: number }, { authority, entityId }: Printed): Promise<Buffer> {
  return onPaper(words.labels, authority, (pdf) => {
    pdf.addPage();
    for (const [index, chrono] of chronos.entries()) {
      const place = start - 1 + index;
      if (index > 0 && place % labelsPerSheet === 0) pdf.addPage();
      drawLabel(pdf, chrono, symbology, place % labelsPerSheet, authority, encodeSheet({ kind: 'label', value: chrono }, entityId));
    }
  });
}

function drawLabel(pdf: Pdf, chrono: string, symbology: Symbology, place: number, authority: string, text: string): void {
  const x = labelGrid.left + (place % labelGrid.columns) * labelGrid.across;
  const y = labelGrid.top + Math.floor(place / labelGrid.columns) * labelGrid.down;
  const width = labelGrid.width - 2 * padding;
  const symbol = symbolOf(text, symbology);
  if (symbology === 'code128') {
    const module = Math.min(widestBar, (labelGrid.width - 2 * quietZone) / symbol.width);
    drawSymbol(pdf, text, symbology, { x: x + (labelGrid.width - symbol.width * module) / 2, y: y + 5, module, barHeight });
    drawLine(pdf, chrono, { x: x + padding, y: y + 20, width, size: 18, style: 'bold', align: 'center' });
    drawLine(pdf, authority, { x: x + padding, y: y + 29, width, size: 8, align: 'center' });
    return;
  }
  const module = modules[symbology];
  drawSymbol(pdf, text, symbology, { x: x + padding, y: y + (labelGrid.height - symbol.height * module) / 2, module });
  const beside = x + padding + symbol.width * module + padding;
  drawLine(pdf, chrono, { x: beside, y: y + 12, width: x + labelGrid.width - padding - beside, size: 20, style: 'bold' });
  drawLine(pdf, authority, { x: beside, y: y + 23, width: x + labelGrid.width - padding - beside, size: 8 });
}
