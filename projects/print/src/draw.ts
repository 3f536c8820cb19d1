import { mm, type Pdf } from './paper.js';
import { symbolOf, type Symbology } from './symbol.js';

/** Millimetres from the top left corner of the page; sizes of letters in points. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Draws a symbol with its top left corner at (x, y). `module` is its narrowest bar or square. */
export function drawSymbol(pdf: Pdf, text: string, symbology: Symbology, place: Place & { readonly module: number; readonly barHeight?: number }): void {
  const { boxes } = symbolOf(text, symbology);
  const high = symbology === 'code128' ? (place.barHeight ?? 10) : place.module;
  for (const { x, y, width, height } of boxes) pdf.rect(mm(place.x + x * place.module), mm(place.y + y * high), mm(width * place.module), mm(height * high));
  pdf.fill('black');
}

/** A QR code of `size` millimetres. */
export function drawQr(pdf: Pdf, text: string, { x, y, size }: Place & { readonly size: number }): void {
  drawSymbol(pdf, text, 'qr', { x, y, module: size / symbolOf(text, 'qr').width });
}

/** Bars of 0.4 mm, finer where `width` has no room for them. */
export function drawBars(pdf: Pdf, text: string, { x, y, width, height }: Place & { readonly width: number; readonly height: number }): void {
  drawSymbol(pdf, text, 'code128', { x, y, module: Math.min(0.4, width / symbolOf(text, 'code128').width), barHeight: height });
}

/** Smaller than this nothing is read at arm's length. */
const smallest = 6;

/** One line of text no larger than `size` points, made smaller until it fits `width` millimetres. */
export function drawLine(pdf: Pdf, text: string, { x, y, width, size, style = 'plain', align = 'left' }: Place & { readonly width: number; readonly size: number; readonly style?: 'plain' | 'bold'; readonly align?: 'left' | 'center' }): void {
  let fitting = size;
  pdf.fillColor('black').font(style).fontSize(fitting);
  while (fitting > smallest && pdf.widthOfString(text) > mm(width)) pdf.fontSize(--fitting);
  pdf.text(text, mm(x), mm(y), { width: mm(width), align, height: fitting * 1.3, ellipsis: true });
}

