import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { CutSource } from './reading.js';

/** EXIF orientations that only turn, with the clockwise turn that shows them upright; what mirrors is put right in the copy's pixels. */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };
const pdfs = new WeakMap<CutSource, Promise<PDFDocument>>();

/** The clockwise turn that a page's own file says it is to be shown in. */
export async function ownTurn(source: CutSource, number: number): Promise<number> {
  if (source.mediaType !== 'application/pdf') {
    const { orientation } = await sharp(source.path, { ...(source.mediaType === 'image/tiff' ? { page: number - 1 } : {}), limitInputPixels: false }).metadata();
    return TURNS[orientation ?? 1] ?? 0;
  }
  const open = pdfs.get(source) ?? readFile(source.path).then((bytes) => PDFDocument.load(bytes, { updateMetadata: false }));
  pdfs.set(source, open);
  return (await open).getPage(number - 1).getRotation().angle;
}
