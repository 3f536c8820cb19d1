import { fileURLToPath } from 'node:url';
import { drawLegibly } from './legible.js';

const pointsPerMillimetre = 72 / 25.4;
export const mm = (value: number): number => value * pointsPerMillimetre;
export const a4 = { width: 210, height: 297 };

/** PDF's own fonts lack many names' letters; these, beside the viewer's, have them. */
const font = (style: 'Regular' | 'Bold'): string => fileURLToPath(import.meta.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`));

export type Pdf = PDFKit.PDFDocument;

export interface Paper {
  /** To be kept: PDF/A-2b. */
  readonly archive?: boolean;
  readonly layout?: 'portrait' | 'landscape';
  /** Words about it that programs read. */
  readonly keywords?: string;
  /** Of each page, in points, for text that flows over several; otherwise what is drawn keeps its own distance. */
  readonly margins?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

/** An A4 document that `draw` fills; it has no page yet. */
export async function onPaper(title: string, author: string, draw: (pdf: Pdf) => void, { archive, layout, keywords, margins }: Paper = {}): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit'); // most processes never draw
  const kept = archive ? ({ pdfVersion: '1.7', subset: 'PDF/A-2b' } as const) : {};
  const pdf = new PDFDocument({ size: 'A4', layout: layout ?? 'portrait', ...(margins ? { margins: { ...margins } } : { margin: 0 }), autoFirstPage: false, font: font('Regular'), info: { Title: title, Author: author, ...(keywords ? { Keywords: keywords } : {}) }, ...kept });
  useFonts(pdf);
  drawLegibly(pdf);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', () => resolve()).on('error', reject));
  draw(pdf);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Names the two fonts, `plain` and `bold`, that all paper is written in. */
export function useFonts(pdf: Pdf): void {
  pdf.registerFont('plain', font('Regular')).registerFont('bold', font('Bold'));
}
