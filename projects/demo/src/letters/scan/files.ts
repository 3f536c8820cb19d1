import PDFDocument from 'pdfkit';
import sharp, { type Sharp, type TiffOptions } from 'sharp';
import type { LetterFormat } from '../letter.js';
import type { Scan } from './sensor.js';

export interface Paged {
  /** Gray or colour; black and white only when `bilevel`. */
  readonly scans: AsyncIterable<Scan>;
  readonly dpi: number;
  readonly bilevel: boolean;
  readonly title: string;
  /** Day that the file says it was made on. */
  readonly day: string;
}

type ScanFormat = Exclude<LetterFormat, 'pdf-text'>;

export const mediaTypes: Record<LetterFormat, readonly [mediaType: string, extension: string]> = {
  'pdf-image': ['application/pdf', 'pdf'], 'pdf-text': ['application/pdf', 'pdf'], 'tiff-g4': ['image/tiff', 'tif'],
  'tiff-gray': ['image/tiff', 'tif'], png: ['image/png', 'png'], jpeg: ['image/jpeg', 'jpg'],
};

export const writeFile: Record<ScanFormat, (paged: Paged) => Promise<Buffer>> = {
  'pdf-image': writePdf,
  'tiff-g4': (paged) => writeTiff(paged, { compression: 'ccittfax4', bitdepth: 1, miniswhite: true }),
  'tiff-gray': (paged) => writeTiff(paged, { compression: 'jpeg', quality: 78 }),
  png: (paged) => onePage(paged, (image) => image.png({ compressionLevel: 6 })),
  jpeg: (paged) => onePage(paged, (image) => image.jpeg({ quality: 80 })),
};

const pixels = ({ data, width, height, channels }: Scan): Sharp => {
  const image = sharp(data, { raw: { width, height, channels } });
  return channels === 1 ? image.toColourspace('b-w') : image;
};

/** One image a page: JPEG, or lossless when it is black and white. */
async function writePdf({ scans, dpi, bilevel, title, day }: Paged): Promise<Buffer> {
  const made = new Date(`${day}T08:00:00Z`);
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, info: { Title: title, CreationDate: made, ModDate: made, Producer: 'Scanner', Creator: 'Scanner' } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  for await (const scan of scans) {
    const size: [number, number] = [(scan.width * 72) / dpi, (scan.height * 72) / dpi];
    const image = await (bilevel ? pixels(scan).png({ compressionLevel: 6 }) : pixels(scan).jpeg({ quality: 74 })).toBuffer();
    doc.addPage({ size, margin: 0 }).image(image, 0, 0, { width: size[0], height: size[1] });
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

async function writeTiff({ scans, dpi }: Paged, options: TiffOptions): Promise<Buffer> {
  const pages: Buffer[] = [];
  for await (const scan of scans) pages.push(await pixels(scan).png({ compressionLevel: 1 }).toBuffer());
  const [first] = pages;
  const image = first && pages.length === 1 ? sharp(first) : sharp(pages, { join: { animated: true } });
  // Joining pages adds an alpha channel, which Group 4 has no place for.
  return image.removeAlpha().toColourspace('b-w').tiff({ ...options, xres: dpi / 25.4, yres: dpi / 25.4, resolutionUnit: 'inch' }).toBuffer();
}

async function onePage({ scans, dpi }: Paged, encode: (image: Sharp) => Sharp): Promise<Buffer> {
  for await (const scan of scans) return encode(pixels(scan)).withDensity(dpi).toBuffer();
  throw new RangeError('a letter without pages');
}
