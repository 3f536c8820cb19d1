import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import { writeArchive } from '../archive/archive-file.js';
import { addImagePage, type ImagePage } from '../archive/image-page.js';
import { stripToWhatShows } from './pdf-rewrite.js';

/** A page (from 1) of a PDF, and how it is turned clockwise over what it says itself. */
export interface PdfPiece {
  readonly source: PDFDocument;
  readonly number: number;
  readonly turn: number;
}

/**
 * A PDF of pages of others, in this order, whose streams are copied byte for byte: images are not encoded anew. What the
 * pages do, and what refers to other pages, is left behind, so that no letter carries a piece of another. The same pages
 * give the same bytes.
 */
export async function composePdf(pieces: readonly PdfPiece[]): Promise<Uint8Array> {
  const target = await PDFDocument.create({ updateMetadata: false });
  const copies = new Map<PDFDocument, PDFPage[]>();
  for (const source of new Set(pieces.map((piece) => piece.source))) copies.set(source, await target.copyPages(source, pieces.filter((piece) => piece.source === source).map(({ number }) => number - 1)));
  for (const { source, turn } of pieces) {
    const page = copies.get(source)?.shift();
    if (!page) continue;
    if (turn) page.setRotation(degrees((((page.getRotation().angle + turn) % 360) + 360) % 360));
    target.addPage(page);
  }
  return target.save({ addDefaultPage: false });
}

/** A PDF of one page that is an image, its pixels as they are. */
export async function openOnePage(image: ImagePage): Promise<PDFDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'bannette-page-'));
  try {
    const path = join(folder, 'page.pdf');
    await writeArchive(path, async (file) => addImagePage(file, image));
    return await PDFDocument.load(await readFile(path), { updateMetadata: false });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A PDF made ready for {@link composePdf}; undefined when it can't be cut without loss: protected, signed, or beyond repair. */
export async function openForCutting(bytes: Uint8Array): Promise<PDFDocument | undefined> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    if (isSigned(source)) return undefined;
    for (const page of source.getPages()) {
      keepOwnImages(page);
      stripToWhatShows(page);
    }
    return source;
  } catch {
    return undefined;
  }
}

/** A signature covers all bytes of a file: a piece of it proves nothing. */
function isSigned(document: PDFDocument): boolean {
  return document.context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFDict && object.has(PDFName.of('ByteRange')));
}

const RESOURCES = PDFName.of('Resources');
const IMAGES = PDFName.of('XObject');

/** Scanners may give all pages one list of all images: each page keeps those it names. */
function keepOwnImages(page: PDFPage): void {
  const resources = page.node.Resources();
  const images = resources?.lookupMaybe(IMAGES, PDFDict);
  if (!resources || !images || images.keys().length < 2 || images.entries().some(([, object]) => borrows(page, object))) return;
  const drawn = contentOf(page);
  if (drawn === undefined) return;
  const named = new Set(drawn.match(/\/[^\s/<>[\](){}%]+/g) ?? []);
  const own = page.doc.context.obj({});
  for (const [name, image] of images.entries()) if (named.has(name.asString())) own.set(name, image);
  const copy = resources.clone(page.doc.context);
  copy.set(IMAGES, own);
  page.node.set(RESOURCES, copy);
}

/** A form without resources of its own may draw what its page has. */
function borrows(page: PDFPage, reference: PDFObject): boolean {
  const object = page.doc.context.lookup(reference);
  return object instanceof PDFStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form') && !object.dict.has(RESOURCES);
}

/** Undefined when a part of it can't be decoded. */
function contentOf(page: PDFPage): string | undefined {
  const contents = page.node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray().map((part) => page.doc.context.lookup(part)) : [contents];
  try {
    return parts.map((part) => (part instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(part).decode()).toString('latin1') : '')).join('\n');
  } catch {
    return undefined;
  }
}
