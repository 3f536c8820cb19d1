import { copyFile, readFile } from 'node:fs/promises';
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { cleanCopy } from '../reading/pdf-clean-copy.js';
import type { PdfDocument } from '../reading/pdf-document.js';
import { openForRewriting } from '../reading/pdf-rewrite.js';
import { fromRaw } from '../reading/page-image.js';
import { EMPTY_PAGE, type PageText } from '../reading/page-source.js';
import type { ArchiveCopy } from '../reading/reading.js';
import { writeArchive, type ArchiveFile } from './archive-file.js';
import { addImagePage } from './image-page.js';
import { PageCheck } from './page-check.js';
import { PageCopy } from './page-copy.js';

const POINTS_PER_INCH = 72;
/** Fine enough to read and to print a page that had to be drawn. */
const DRAWING_DPI = 200;
const MOST_PIXELS = 16_000_000;
const DRAWING_QUALITY = 82;

export interface PdfToArchive {
  readonly path: string;
  readonly document: PdfDocument;
  /** It does nothing and carries nothing, as far as can be told. */
  readonly inert: boolean;
}

/**
 * Writes the archive copy of a PDF: itself where that says it is PDF/A already and there is nothing to add; else its pages,
 * taken over where all that they show has a place in PDF/A-2b, drawn as images with their text laid over where it has not.
 */
export async function writePdfArchive(target: string, source: PdfToArchive, texts: readonly PageText[]): Promise<ArchiveCopy> {
  const received = await openForRewriting(await readFile(source.path));
  const nothingToAdd = texts.every((text) => !text.layer && text.rotation === 0);
  if (received && nothingToAdd && source.inert && isSound(source.document) && declaresPdfA(received) && !lacksFonts(received)) {
    await copyFile(source.path, target);
    return { form: 'kept', drawn: [] };
  }
  const pages = received && isSound(source.document) && !received.getPages().some(showsMore) ? received : await cleaned(source.document);
  return writePages(target, source.document, pages, texts);
}

const isSound = (document: PdfDocument): boolean => document.intact && !document.encrypted;

async function cleaned(document: PdfDocument): Promise<PDFDocument | undefined> {
  const copy = cleanCopy(document);
  return copy && openForRewriting(copy);
}

async function writePages(target: string, document: PdfDocument, source: PDFDocument | undefined, texts: readonly PageText[]): Promise<ArchiveCopy> {
  const drawn: number[] = [];
  await writeArchive(target, async (file) => {
    const check = source && new PageCheck(source.context);
    const copy = source && new PageCopy(source.context, file.writer);
    const pages = source?.getPages() ?? [];
    for (const [index, text] of texts.entries()) {
      const page = pages[index];
      if (page && check && copy && !check.problemOf(page)) {
        const taken = copy.take(page);
        file.add({ ...taken, turn: (taken.turn + text.rotation) % 360, text: text.layer });
      } else {
        drawn.push(index + 1);
        await addDrawing(file, document, index, text);
      }
    }
  });
  return { form: 'made', drawn };
}

async function addDrawing(file: ArchiveFile, document: PdfDocument, index: number, text: PageText): Promise<void> {
  const drawing = document.withPage(index, (page) => {
    const { width, height } = page.size;
    const scale = Math.min(DRAWING_DPI / POINTS_PER_INCH, Math.sqrt(MOST_PIXELS / (width * height)));
    return { width, height, image: page.render(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))) };
  });
  const { width, height, image } = drawing ?? { ...A4, image: EMPTY_PAGE.image };
  const bytes = await fromRaw(image).jpeg({ quality: DRAWING_QUALITY }).toBuffer();
  addImagePage(file, { image: { encoding: 'jpeg', bytes }, width, height, turn: drawing ? text.rotation : 0, text: text.layer ?? text.said });
}

const A4 = { width: 595.28, height: 841.89 };

/** Annotations that are seen, which are drawn into the page before it is taken over; links are not. */
function showsMore(page: PDFPage): boolean {
  const annotations = page.node.Annots()?.asArray() ?? [];
  return annotations.some((annotation) => {
    const dict = page.doc.context.lookup(annotation);
    const subtype = dict instanceof PDFDict ? dict.get(PDFName.of('Subtype')) : undefined;
    return !(subtype instanceof PDFName && ['Link', 'Popup'].includes(subtype.decodeText()));
  });
}

/** PDF/A by its own word (parts 1 to 3): what its metadata say of it, and an output intent beside them. */
export function declaresPdfA({ context, catalog }: PDFDocument): boolean {
  const metadata = context.lookup(catalog.get(PDFName.of('Metadata')));
  const intents = context.lookup(catalog.get(PDFName.of('OutputIntents')));
  if (!(metadata instanceof PDFRawStream) || !(intents instanceof PDFArray)) return false;
  const xmp = Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8');
  return /pdfaid:part\s*(=\s*["']|>)\s*[123]\b/.test(xmp) && /pdfaid:conformance\s*(=\s*["']|>)\s*[ABU]\b/i.test(xmp);
}

function lacksFonts(document: PDFDocument): boolean {
  const check = new PageCheck(document.context);
  return document.getPages().some((page) => ['fontNotEmbedded', 'unreadable'].includes(check.problemOf(page) ?? ''));
}
