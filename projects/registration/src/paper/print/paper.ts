import { fileURLToPath } from 'node:url';
import bwip, { type RawOptions } from 'bwip-js/node';
import PDFDocument from 'pdfkit';

export type Pdf = PDFKit.PDFDocument;
export const mm = (value: number): number => (value * 72) / 25.4;

/** PDF's own fonts lack many names' letters; these, beside the viewer's, have them. */
const font = (style: 'Regular' | 'Bold'): string => fileURLToPath(import.meta.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`));

/** An A4 document that `draw` fills; it has no page yet. */
export async function onPaper(title: string, author: string, draw: (pdf: Pdf) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: font('Regular'), info: { Title: title, Author: author } });
  pdf.registerFont('plain', font('Regular')).registerFont('bold', font('Bold'));
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', () => resolve()).on('error', reject));
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** One line, made smaller until it fits; all in millimetres, its size in points. */
export function line(pdf: Pdf, text: string, { x, y, width, size, bold }: { readonly x: number; readonly y: number; readonly width: number; readonly size: number; readonly bold?: boolean }): void {
  let fitting = size;
  pdf.fillColor('black').font(bold ? 'bold' : 'plain').fontSize(fitting);
  while (fitting > 7 && pdf.widthOfString(text) > mm(width)) pdf.fontSize(--fitting);
  pdf.text(text, mm(x), mm(y), { width: mm(width), height: fitting * 1.3, ellipsis: true });
}

/** A QR code with its top left corner at (x, y), drawn as boxes so that a printer keeps its edges sharp. */
export function qr(pdf: Pdf, text: string, { x, y, size }: { readonly x: number; readonly y: number; readonly size: number }): void {
  const [drawn] = bwip.raw({ bcid: 'qrcode', text, eclevel: 'Q' } as RawOptions);
  if (!drawn || !('pixs' in drawn)) throw new RangeError('no symbol');
  const { pixs, pixx: across } = drawn as { pixs: number[]; pixx: number };
  const module = size / across;
  pixs.forEach((pixel, at) => pixel && pdf.rect(mm(x + (at % across) * module), mm(y + Math.floor(at / across) * module), mm(module), mm(module)));
  pdf.fill('black');
}

/** A Code 128, as wide as its text asks for at bars of 0.4 mm, no wider than `width`. */
export function bars(pdf: Pdf, text: string, { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void {
  const [drawn] = bwip.raw({ bcid: 'code128', text });
  if (!drawn || !('sbs' in drawn)) throw new RangeError('no symbol');
  const widths = (drawn as { sbs: number[] }).sbs;
  const module = Math.min(0.4, width / widths.reduce((sum, each) => sum + each, 0));
  let at = x;
  widths.forEach((each, index) => {
    if (index % 2 === 0) pdf.rect(mm(at), mm(y), mm(each * module), mm(height));
    at += each * module;
  });
  pdf.fill('black');
}

/** `1er décembre 2026`. */
export const longDay = (day: string): string => new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ');
