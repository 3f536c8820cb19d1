import { view, withMemory } from './pdfium.js';
import type { PdfPage } from './pdf-document.js';
import type { Box, Word } from './reading.js';

export interface TextLayer {
  readonly text: string;
  readonly words: readonly Word[];
}

const MAX_CHARACTERS = 200_000;
const FEWEST_CHARACTERS = 8;
/** A stamp or a scanner's header over a full-page scan is not the page's text. */
const FEWEST_CHARACTERS_OVER_A_SCAN = 80;
const FULL_PAGE = 0.7;
const MOST_UNREADABLE = 0.1;
/** Device units per page side, when boxes are asked from PDFium: fine enough for fractions. */
const UNITS = 20_000;

/** The page's own text when it can be trusted to say what the page shows; undefined when the page must be recognised. */
export function textLayer(page: PdfPage): TextLayer | undefined {
  const { pdfium } = page;
  const handle = pdfium._FPDFText_LoadPage(page.handle);
  if (handle === 0) return undefined;
  try {
    const count = Math.min(pdfium._FPDFText_CountChars(handle), MAX_CHARACTERS);
    const needed = page.images().some((image) => image.coverage > FULL_PAGE) ? FEWEST_CHARACTERS_OVER_A_SCAN : FEWEST_CHARACTERS;
    const text = count < needed ? '' : pageText(page, handle, count);
    if (!isReadable(text, needed) || mapErrors(page, handle, count) > count * MOST_UNREADABLE) return undefined;
    return { text, words: words(page, handle, count) };
  } finally {
    pdfium._FPDFText_ClosePage(handle);
  }
}

/** Enough letters and digits, hardly any characters that mean nothing. */
export function isReadable(text: string, fewest: number): boolean {
  const visible = text.replace(/\s/gu, '');
  const meaningless = visible.match(/[\p{Cc}\p{Co}\p{Cn}\uFFFD\uFFFE]/gu)?.length ?? 0;
  const meaningful = visible.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return meaningful >= fewest && meaningless <= visible.length * MOST_UNREADABLE;
}

function pageText(page: PdfPage, handle: number, count: number): string {
  return withMemory(page.pdfium, (count + 1) * 2, (buffer) => {
    const written = page.pdfium._FPDFText_GetText(handle, 0, count, buffer);
    const bytes = page.pdfium.HEAPU8.slice(buffer, buffer + Math.max(0, written - 1) * 2);
    return new TextDecoder('utf-16le').decode(bytes).replace(/\r\n?/g, '\n');
  });
}

function mapErrors(page: PdfPage, handle: number, count: number): number {
  let errors = 0;
  for (let i = 0; i < count; i++) if (page.pdfium._FPDFText_HasUnicodeMapError(handle, i) === 1) errors++;
  return errors;
}

function words(page: PdfPage, handle: number, count: number): Word[] {
  const found: Word[] = [];
  let text = '';
  let box: Edges | undefined;
  const finish = (): void => {
    if (text && box) found.push({ text, confidence: 100, box: toBox(box) });
    text = '';
    box = undefined;
  };
  for (let i = 0; i < count; i++) {
    const code = page.pdfium._FPDFText_GetUnicode(handle, i);
    const character = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    if (character.trim() === '') {
      finish();
      continue;
    }
    text += character;
    const edges = characterEdges(page, handle, i);
    if (edges) box = box ? union(box, edges) : edges;
  }
  finish();
  return found;
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A character's place in fractions of the displayed page. */
function characterEdges(page: PdfPage, handle: number, index: number): Edges | undefined {
  const { pdfium } = page;
  return withMemory(pdfium, 40, (at) => {
    if (!pdfium._FPDFText_GetCharBox(handle, index, at, at + 8, at + 16, at + 24)) return undefined;
    const corners = view(pdfium, at, 32);
    const [left, right, bottom, top] = [0, 8, 16, 24].map((offset) => corners.getFloat64(offset, true)) as [number, number, number, number];
    const a = toFractions(page, left, bottom, at + 32);
    const b = toFractions(page, right, top, at + 32);
    return { left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
  });
}

function toFractions(page: PdfPage, x: number, y: number, at: number): { x: number; y: number } {
  page.pdfium._FPDF_PageToDevice(page.handle, 0, 0, UNITS, UNITS, 0, x, y, at, at + 4);
  const device = view(page.pdfium, at, 8);
  return { x: device.getInt32(0, true) / UNITS, y: device.getInt32(4, true) / UNITS };
}

function union(a: Edges, b: Edges): Edges {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function toBox({ left, top, right, bottom }: Edges): Box {
  return { left, top, width: right - left, height: bottom - top };
}
