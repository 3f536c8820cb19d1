import { createHash } from 'node:crypto';
import { drawSheet, type Sheet } from '@bannette/capture';
import PDFDocument from 'pdfkit';
import type { TestLetter } from './letter.js';

/** A page that the scanner's imprinter has marked above. */
export interface ImprintedPage {
  readonly letter: string;
  readonly imprint: string;
}

/** A page of a batch: a letter's text, a sheet of ours, or nothing on it. */
export type TestPage = string | Sheet | ImprintedPage | 'blank';

export const separator = (kind: Sheet['code']['kind'], value = ''): Sheet => ({ code: { kind, value }, label: value || 'Nouveau courrier' });

/** What a scanner makes of a pile: one PDF, whose texts can be read without recognition. */
export async function testBatch(mark: string, pages: readonly TestPage[]): Promise<TestLetter> {
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false, info: { Title: mark } });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', () => resolve()));
  for (const page of pages) {
    if (typeof page === 'object' && 'imprint' in page) pdf.addPage({ size: 'A4', margin: 70 }).font('Courier').fontSize(10).text(page.imprint, 60, 24, { lineBreak: false }).font('Helvetica').fontSize(11).text(page.letter, 70, 70);
    else if (typeof page === 'object') drawSheet(pdf, page, { authority: 'Département', entityId: 'default' });
    else pdf.addPage({ size: 'A4', margin: 70 }).font('Helvetica').fontSize(11).text(page === 'blank' ? '' : page);
  }
  pdf.end();
  await ended;
  const bytes = Buffer.concat(chunks);
  return { name: `${mark}.pdf`, bytes, sha512: createHash('sha512').update(bytes).digest('hex') };
}
