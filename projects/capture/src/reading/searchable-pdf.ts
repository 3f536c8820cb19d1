import { concatTransformationMatrix, degrees, drawObject, popGraphicsState, pushGraphicsState, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import type { Rotation } from './reading.js';

/** What one page's reading leaves for the searchable copy. */
export interface PageText {
  /** Clockwise turn that makes the page as displayed upright. */
  readonly rotation: Rotation;
  /** The recognised text, where there was any. */
  readonly layer?: InvisibleText;
  /** The page image made for the screen: what the copy shows when the original's page can't be taken over. */
  readonly screen: string;
}

/** A one-page PDF of invisible text, and the image it was read from. */
export interface InvisibleText {
  readonly pdf: Uint8Array;
  readonly dpi: number;
  /** Pixels of the upright page image at that dpi. */
  readonly width: number;
  readonly height: number;
  /** Clockwise turn in degrees that levelled the image before it was read. */
  readonly angle: number;
}

const POINTS_PER_INCH = 72;
const A4 = [595.28, 841.89] as const;

/** Turns the page upright and lays its recognised text over it, invisibly and selectable in reading order. */
export async function layText(document: PDFDocument, page: PDFPage, text: PageText): Promise<void> {
  const turn = (((page.getRotation().angle + text.rotation) % 360) + 360) % 360;
  page.setRotation(degrees(turn));
  if (!text.layer) return;
  const [embedded] = await document.embedPdf(text.layer.pdf, [0]);
  if (!embedded) return;
  const name = page.node.newXObject('RecognisedText', embedded.ref); // a name of its own: pages may share their resources
  const box = page.getCropBox();
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...uprightToPage(box, turn)),
    concatTransformationMatrix(...readToUpright(text.layer, embedded.size(), turn % 180 === 0 ? box : { width: box.height, height: box.width })),
    drawObject(name),
    popGraphicsState(),
  );
}

/** A page in place of one that can't be shown. */
export function blankPage(document: PDFDocument): PDFPage {
  return document.addPage([...A4]);
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** From the page as seen (origin bottom left) to the page's own coordinates, for a page shown turned clockwise. */
export function uprightToPage(box: { x: number; y: number; width: number; height: number }, turn: number): Matrix {
  const { x, y, width, height } = box;
  if (turn === 90) return [0, 1, -1, 0, x + width, y];
  if (turn === 180) return [-1, 0, 0, -1, x + width, y + height];
  if (turn === 270) return [0, -1, 1, 0, x, y + height];
  return [1, 0, 0, 1, x, y];
}

/** From the levelled image that was read to the page as seen: turned back about the centre, and fitted. */
export function readToUpright(
  read: Pick<InvisibleText, 'dpi' | 'width' | 'height' | 'angle'>,
  layer: { width: number; height: number },
  seen: { width: number; height: number },
): Matrix {
  const scaleX = (seen.width / read.width) * (read.dpi / POINTS_PER_INCH);
  const scaleY = (seen.height / read.height) * (read.dpi / POINTS_PER_INCH);
  const radians = (read.angle * Math.PI) / 180;
  const [a, b, c, d] = [scaleX * Math.cos(radians), scaleY * Math.sin(radians), -scaleX * Math.sin(radians), scaleY * Math.cos(radians)];
  const centre = { x: layer.width / 2, y: layer.height / 2 };
  return [a, b, c, d, seen.width / 2 - a * centre.x - c * centre.y, seen.height / 2 - b * centre.x - d * centre.y];
}
