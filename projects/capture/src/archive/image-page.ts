import type { ArchiveFile } from './archive-file.js';
import { putImage, type StoredImage } from './image-object.js';
import { reals } from './pdf-writer.js';
import type { InvisibleText } from './text-layer.js';

/** A page that is one image. */
export interface ImagePage {
  readonly image: StoredImage;
  /** Points, before it is turned. */
  readonly width: number;
  readonly height: number;
  /** Clockwise turn in degrees that shows it upright. */
  readonly turn: number;
  readonly text?: InvisibleText;
}

/** Sides of a page in points (ISO 19005-2 §6.1.13). */
const LEAST_SIDE = 3;
const LONGEST_SIDE = 14_400;

/** Adds a page that is one image, its pixels as they are. */
export function addImagePage(file: ArchiveFile, page: ImagePage): void {
  const [width, height] = [page.width, page.height].map((side) => Math.min(LONGEST_SIDE, Math.max(LEAST_SIDE, side))) as [number, number];
  const scan = putImage(file.writer, page.image);
  file.add({
    box: { x: 0, y: 0, width, height },
    turn: page.turn,
    contents: `q ${reals([width, 0, 0, height, 0, 0])} cm /Scan Do Q\n`,
    resources: `/XObject << /Scan ${scan} 0 R >>`,
    text: page.text,
  });
}
