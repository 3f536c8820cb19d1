import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { symbolOf, type Symbology } from './symbol.js';

const pointsPerMillimetre = 72 / 25.4;
export const mm = (value: number): number => value * pointsPerMillimetre;
export const a4 = { width: 210, height: 297 };

/** PDF's own fonts lack many names' letters; these, beside the viewer's, have them. */
const font = (style: 'Regular' | 'Bold'): string => fileURLToPath(import.meta.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`));

export type Pdf = PDFKit.PDFDocument;

/** An A4 document that `draw` fills; it has no page yet. */
export async function onPaper(title: string, author: string, draw: (pdf: Pdf) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: font('Regular'), info: { Title: title, Author: author } });
  useFonts(pdf);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', () => resolve()).on('error', reject));
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Names the two fonts that sheets are written in. */
export function useFonts(pdf: Pdf): void {
  pdf.registerFont('plain', font('Regular')).registerFont('bold', font('Bold'));
}

/** Draws a symbol with its top left corner at (x, y); all in millimetres. `module` is its narrowest bar or square. */
export function drawSymbol(pdf: Pdf, text: string, symbology: Symbology, place: { readonly x: number; readonly y: number; readonly module: number; readonly barHeight?: number }): void {
  const { boxes } = symbolOf(text, symbology);
  const high = symbology === 'code128' ? (place.barHeight ?? 10) : place.module;
  for (const { x, y, width, height } of boxes) pdf.rect(mm(place.x + x * place.module), mm(place.y + y * high), mm(width * place.module), mm(height * high));
  pdf.fill('black');
}

/** One line of text no larger than `size` points, made smaller until it fits `width` millimetres. */
export function drawLine(pdf: Pdf, text: string, place: { readonly x: number; readonly y: number; readonly width: number; readonly size: number; readonly style?: 'plain' | 'bold'; readonly align?: 'left' | 'center' }): void {
  let size = place.size;
  pdf.font(place.style ?? 'plain').fontSize(size);
  while (size > 6 && pdf.widthOfString(text) > mm(place.width)) pdf.fontSize(--size);
  pdf.text(text, mm(place.x), mm(place.y), { width: mm(place.width), align: place.align ?? 'left', height: size * 1.3, ellipsis: true });
}
