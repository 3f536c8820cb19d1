import { drawSheet, type Sheet } from '@bannette/server';
import PDFDocument from 'pdfkit';
import { draftLetter } from './draft.js';
import type { Defects, LetterFile, LetterSpec } from './letter.js';
import { drawPages } from './page/pages.js';
import { createRandom } from './random.js';
import { writeFile } from './scan/files.js';
import { renderPages } from './scan/render.js';
import { sense, type Scan } from './scan/sensor.js';

/** What lies on the scanner's feeder, from the top: a sheet of the mail room, an empty back, or a letter. */
export type Leaf = { readonly sheet: Sheet; readonly entityId: string; readonly authority: string } | 'blank' | { readonly letter: Omit<LetterSpec, 'format' | 'receivedAt'> };

export interface PileSpec {
  readonly seed: number;
  /** Day of the mail room's stamp. */
  readonly receivedAt: string;
  readonly leaves: readonly Leaf[];
}

const worn: Defects = { skew: 0, noise: 0.1, speckle: 0, fold: false, stamp: true, handwriting: false, punchHoles: false, fax: false, rotation: 0, dpi: 200 };

/** A pile scanned at once: one PDF of images, as the scanner delivers it. */
export async function generatePile(pile: PileSpec): Promise<LetterFile> {
  const bytes = await writeFile['pdf-image']({ scans: scans(pile), dpi: worn.dpi, bilevel: false, title: 'Lot', day: pile.receivedAt });
  return { bytes, mediaType: 'application/pdf', fileName: `lot_${pile.receivedAt}_${pile.seed}.pdf` };
}

async function* scans({ seed, receivedAt, leaves }: PileSpec): AsyncGenerator<Scan> {
  for (const [index, leaf] of leaves.entries()) {
    const random = createRandom(`${seed}/pile/${index}`);
    for await (const bitmap of renderPages(await drawn(leaf, receivedAt), worn.dpi, false)) yield sense(bitmap, random, worn, false);
  }
}

async function drawn(leaf: Leaf, receivedAt: string): Promise<Buffer> {
  if (typeof leaf === 'object' && 'letter' in leaf) {
    const spec: LetterSpec = { ...leaf.letter, receivedAt, format: 'pdf-image' };
    return (await drawPages(draftLetter(spec), spec, { ...worn, ...spec.defects })).pdf;
  }
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: leaf === 'blank' });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  if (leaf !== 'blank') drawSheet(doc, leaf.sheet, leaf);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
