import sharp, { type Sharp } from 'sharp';
import { PdfDocument } from '../reading/pdf-document.js';
import { fromRaw } from '../reading/page-image.js';
import { toGray, type GrayImage } from '../reading/gray-image.js';

/** The pages of a PDF as a scanner sees them, in gray. */
export async function scanned(pdf: Uint8Array, dpi = 200): Promise<GrayImage[]> {
  const document = await PdfDocument.open(pdf);
  try {
    const images = Array.from({ length: document.pageCount }, (_, index) => document.withPage(index, (page) => page.render(Math.round((page.size.width * dpi) / 72), Math.round((page.size.height * dpi) / 72))));
    return await Promise.all(images.map((image) => toGray(fromRaw(image ?? { data: Buffer.alloc(1), width: 1, height: 1, channels: 1 }))));
  } finally {
    document.close();
  }
}

export const raw = ({ data, width, height }: GrayImage): Sharp => sharp(data, { raw: { width, height, channels: 1 } });
export const turned = (image: GrayImage, degrees: number): Promise<GrayImage> => toGray(raw(image).rotate(degrees, { background: 'white' }));
/** Ink at `ink` on paper at `paper` instead of black on white. */
export const faded = (image: GrayImage, ink: number, paper: number): Promise<GrayImage> => toGray(raw(image).linear((paper - ink) / 255, ink));
export const bilevel = (image: GrayImage): Promise<GrayImage> => toGray(raw(image).threshold(150));
export const jpeg = async (image: GrayImage, quality: number): Promise<GrayImage> => toGray(sharp(await raw(image).jpeg({ quality }).toBuffer()));
/** A fax: 204 × 98 dots to the inch, bilevel, as its receiver stretches it again. */
export const faxed = async (image: GrayImage): Promise<GrayImage> => {
  const low = await toGray(raw(image).resize({ width: image.width, height: Math.round(image.height / 2), fit: 'fill' }).threshold(150));
  return toGray(raw(low).resize({ width: image.width, height: image.height, fit: 'fill', kernel: 'nearest' }));
};
/** Salt and pepper on a share of the pixels, the same at each run. */
export function noisy({ data, width, height }: GrayImage, share: number): GrayImage {
  const speckled = Buffer.from(data);
  let state = 12345;
  const random = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) / 4294967296;
  for (let at = 0; at < speckled.length; at++) if (random() < share) speckled[at] = random() < 0.5 ? 0 : 255;
  return { data: speckled, width, height };
}
