import sharp, { type Sharp } from 'sharp';
import type { PdfPage, RawImage } from './pdf-document.js';
import { view, withMemory } from './pdfium.js';

/** The image that a scanned page consists of, and the turn that the page gives it. */
export interface OnlyImage {
  /** Its pixels, or the JPEG that holds them. */
  readonly pixels: RawImage | { readonly jpeg: Buffer };
  readonly turn: number;
}

const IMAGE_OBJECT = 3;
const METADATA_SIZE = 28;
const MATRIX_SIZE = 24;
/** Gray, RGB, calibrated gray and RGB, by profile, palette (fpdf_edit.h). Others (inks, stencils) are drawn. */
const PLAIN_SPACES = [1, 2, 4, 5, 7, 9];
const GRAY_BITMAP = 1;
const BGR_BITMAP = 2;
const BGRA_BITMAP = 4;
const OPAQUE = 255;
const EVEN = 0.01;

/** Undefined for a page that shows anything else, or its image cut, mirrored or askew: that has to be drawn. */
export function onlyImage(page: PdfPage): OnlyImage | undefined {
  const { pdfium, handle } = page;
  if (pdfium._FPDFPage_CountObjects(handle) !== 1 || pdfium._FPDFPage_GetAnnotCount(handle) !== 0) return undefined;
  const image = pdfium._FPDFPage_GetObject(handle, 0);
  if (pdfium._FPDFPageObj_GetType(image) !== IMAGE_OBJECT || pdfium._FPDFPageObj_HasTransparency(image) || !fills(page, image) || !isOpaque(page, image)) return undefined;
  const bits = withMemory(pdfium, METADATA_SIZE, (at) => {
    if (!pdfium._FPDFImageObj_GetImageMetadata(image, handle, at)) return 0;
    const facts = view(pdfium, at, METADATA_SIZE);
    return PLAIN_SPACES.includes(facts.getInt32(20, true)) ? facts.getUint32(16, true) : 0;
  });
  const pixels = bits === 0 ? undefined : (jpegOf(page, image, bits) ?? decoded(page, image));
  return pixels && { pixels, turn: pdfium._FPDFPage_GetRotation(handle) * 90 };
}

/** Upright, as large as is asked for. */
export function scaled({ pixels, turn }: OnlyImage, width: number, height: number): Sharp {
  const onItsSide = turn % 180 !== 0;
  const image = 'jpeg' in pixels ? sharp(pixels.jpeg, { failOn: 'none', limitInputPixels: false }) : sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: pixels.channels }, limitInputPixels: false });
  return image.resize({ ...(onItsSide ? { width: height, height: width } : { width, height }), fit: 'fill', kernel: 'linear' }).rotate(turn);
}

/** Level, not mirrored, and all over the page. */
function fills(page: PdfPage, image: number): boolean {
  const { pdfium } = page;
  const isLevel = withMemory(pdfium, MATRIX_SIZE, (at) => {
    if (!pdfium._FPDFPageObj_GetMatrix(image, at)) return false;
    const matrix = view(pdfium, at, MATRIX_SIZE);
    const [a, b, c, d] = [0, 4, 8, 12].map((offset) => matrix.getFloat32(offset, true)) as [number, number, number, number];
    return a > 0 && d > 0 && Math.abs(b) < a * EVEN && Math.abs(c) < d * EVEN;
  });
  const [only] = page.images();
  return isLevel && only !== undefined && Math.abs(only.coverage - 1) < 2 * EVEN;
}

/** Drawn at 72 dpi with its masks: one that is written into a mask says nothing without it. */
function isOpaque({ pdfium, handle, document }: PdfPage, image: number): boolean {
  const bitmap = pdfium._FPDFImageObj_GetRenderedBitmap(document, handle, image);
  if (bitmap === 0) return false;
  try {
    if (pdfium._FPDFBitmap_GetFormat(bitmap) !== BGRA_BITMAP) return true;
    const [width, height, stride, start] = [pdfium._FPDFBitmap_GetWidth(bitmap), pdfium._FPDFBitmap_GetHeight(bitmap), pdfium._FPDFBitmap_GetStride(bitmap), pdfium._FPDFBitmap_GetBuffer(bitmap)];
    // Its outermost pixels may be half over the edge.
    for (let row = 1; row < height - 1; row++) for (let column = 1; column < width - 1; column++) if (pdfium.HEAPU8[start + row * stride + column * 4 + 3] !== OPAQUE) return false;
    return true;
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}

function jpegOf({ pdfium }: PdfPage, image: number, bits: number): { readonly jpeg: Buffer } | undefined {
  if ((bits !== 8 && bits !== 24) || pdfium._FPDFImageObj_GetImageFilterCount(image) !== 1) return undefined;
  const filter = withMemory(pdfium, 32, (at) => {
    const length = pdfium._FPDFImageObj_GetImageFilter(image, 0, at, 32);
    return Buffer.from(pdfium.HEAPU8.slice(at, at + Math.max(0, length - 1))).toString('latin1');
  });
  if (filter !== 'DCTDecode') return undefined;
  const size = pdfium._FPDFImageObj_GetImageDataRaw(image, 0, 0);
  return withMemory(pdfium, size, (at) => {
    pdfium._FPDFImageObj_GetImageDataRaw(image, at, size);
    return { jpeg: Buffer.from(pdfium.HEAPU8.slice(at, at + size)) };
  });
}

/** Decoded by PDFium, which knows all its encodings, at its own size. */
function decoded({ pdfium }: PdfPage, image: number): RawImage | undefined {
  const bitmap = pdfium._FPDFImageObj_GetBitmap(image);
  if (bitmap === 0) return undefined;
  try {
    const format = pdfium._FPDFBitmap_GetFormat(bitmap);
    if (format !== GRAY_BITMAP && format !== BGR_BITMAP) return undefined;
    const [width, height, stride] = [pdfium._FPDFBitmap_GetWidth(bitmap), pdfium._FPDFBitmap_GetHeight(bitmap), pdfium._FPDFBitmap_GetStride(bitmap)];
    const channels = format === GRAY_BITMAP ? 1 : 3;
    const start = pdfium._FPDFBitmap_GetBuffer(bitmap);
    const data = Buffer.alloc(width * height * channels);
    for (let row = 0; row < height; row++) data.set(pdfium.HEAPU8.subarray(start + row * stride, start + row * stride + width * channels), row * width * channels);
    if (channels === 3) swapRedAndBlue(data);
    return { data, width, height, channels };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
  }
}

function swapRedAndBlue(data: Buffer): void {
  for (let at = 0; at + 2 < data.length; at += 3) {
    const blue = data[at]!;
    data[at] = data[at + 2]!;
    data[at + 2] = blue;
  }
}
