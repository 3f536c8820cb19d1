import { readFile } from 'node:fs/promises';
import {
  concatTransformationMatrix,
  degrees,
  drawObject,
  PDFDocument,
  PDFHexString,
  popGraphicsState,
  pushGraphicsState,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { layText, type PageText } from './searchable-pdf.js';

/** One page's image as it goes into a PDF. */
export interface PdfImage {
  /** A JPEG, kept as it is, or a PNG without alpha or interlace, whose compressed rows are kept as they are. */
  readonly encoded: Buffer;
  readonly width: number;
  readonly height: number;
  /** Size on paper. */
  readonly xDpi: number;
  readonly yDpi: number;
  /** Clockwise turn that shows it as it is meant (EXIF). */
  readonly turn: number;
}

const POINTS_PER_INCH = 72;
const SCREEN_PAGE_HEIGHT = 842;
/** PDF 1.7 annex C: no page is longer than this many points. */
const LONGEST_SIDE = 14_400;

/** A PDF with an image and its invisible text a page. */
export async function imagesToPdf(images: AsyncIterable<PdfImage>, texts: readonly PageText[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  let index = 0;
  for await (const image of images) {
    const text = texts[index++];
    const width = Math.min(LONGEST_SIDE, (image.width * POINTS_PER_INCH) / image.xDpi);
    const height = Math.min(LONGEST_SIDE, (image.height * POINTS_PER_INCH) / image.yDpi);
    const page = document.addPage([width, height]);
    await drawImage(document, page, image, width, height);
    page.setRotation(degrees(image.turn));
    if (text) await layText(document, page, text);
  }
  return document.save();
}

/** The same from page images on disk, already upright: for a PDF whose own pages can't be taken over. */
export async function imagesPdf(paths: readonly string[], texts: readonly PageText[]): Promise<Uint8Array> {
  async function* images(): AsyncGenerator<PdfImage> {
    for (const path of paths) {
      const encoded = await readFile(path);
      const { width, height } = await sharp(encoded).metadata();
      const dpi = (height * POINTS_PER_INCH) / SCREEN_PAGE_HEIGHT;
      yield { encoded, width, height, xDpi: dpi, yDpi: dpi, turn: 0 };
    }
  }
  return imagesToPdf(images(), texts.map((text) => ({ ...text, rotation: 0 as const })));
}

async function drawImage(document: PDFDocument, page: PDFPage, image: PdfImage, width: number, height: number): Promise<void> {
  if (image.encoded[0] === 0xff) {
    page.drawImage(await document.embedJpg(image.encoded), { x: 0, y: 0, width, height });
    return;
  }
  const name = page.node.newXObject('Scan', embedPng(document, image.encoded));
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(width, 0, 0, height, 0, 0), drawObject(name), popGraphicsState());
}

const COLOURS_OF_TYPE: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 };

/** PNG rows are Flate with predictor 15, which PDF knows (PDF 1.7 §7.4.4.4), so they need no new encoding. */
function embedPng(document: PDFDocument, png: Buffer): PDFRef {
  const [width, height, bits, type] = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(24), png.readUInt8(25)];
  const rows: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    if (kind === 'IDAT') rows.push(png.subarray(at + 8, at + 8 + length));
    if (kind === 'PLTE') palette = png.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  const colours = COLOURS_OF_TYPE[type] ?? 3;
  const plain = colours === 1 ? 'DeviceGray' : 'DeviceRGB';
  const space = type === 3 ? ['Indexed', 'DeviceRGB', palette.length / 3 - 1, PDFHexString.of(palette.toString('hex'))] : plain;
  const stream = document.context.stream(Buffer.concat(rows), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: space,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: colours, BitsPerComponent: bits, Columns: width },
  });
  return document.context.register(stream);
}
