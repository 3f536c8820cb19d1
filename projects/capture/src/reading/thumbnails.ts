import { join } from 'node:path';
import type { ReadLimits } from './limits.js';
import { fromRaw } from './page-image.js';
import type { RawImage } from './pdf-document.js';
import { openSource } from './open-source.js';
import type { Drawing, DrawRequest, Thumbnails } from './reading.js';
import { Rejection } from './rejection.js';

const QUALITY = 72;

/** Writes images of a page, each as wide as asked for, unless the page has fewer pixels. */
export async function writeThumbnails(image: RawImage, widths: readonly number[], folder: string, number: number): Promise<Thumbnails> {
  const made: { [width: number]: string } = {};
  for (const width of widths) {
    const path = join(folder, `page-${String(number).padStart(4, '0')}-${width}.jpg`);
    await fromRaw(image).resize({ width, withoutEnlargement: true }).jpeg({ quality: QUALITY }).toFile(path);
    made[width] = path;
  }
  return made;
}

/** Draws pages as they lie in their file. Runs in a process of its own. */
export async function drawPages({ inputPath, pages, widths, outputDir }: DrawRequest, limits: ReadLimits, progress: (page: number) => void): Promise<Drawing> {
  try {
    const { source } = await openSource({ inputPath, fileName: '' }, limits);
    try {
      const drawn: { [page: number]: Thumbnails } = {};
      for (const number of pages) {
        const page = number <= source.pageCount ? await source.page(number - 1) : undefined;
        if (page) drawn[number] = await writeThumbnails(page.image, widths, outputDir, number);
        progress(number);
      }
      return { outcome: 'drawn', pages: drawn };
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof Rejection) return error.outcome();
    throw error;
  }
}
