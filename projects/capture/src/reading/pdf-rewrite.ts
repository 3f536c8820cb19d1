import { PDFDict, PDFDocument, PDFName, PDFStream, type PDFPage } from '@cantoo/pdf-lib';
import { blankPage, layText, type PageText } from './searchable-pdf.js';

/** Keys and action types that make a PDF do something by itself, or carry other files (PDF 1.7 §7.11.4, §12.6). */
const ACTIVE_KEYS = ['JS', 'AA', 'EmbeddedFiles', 'EF', 'RichMediaContent', 'XFA'];
const ACTIVE_ACTIONS = ['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'GoToE', 'GoToR', 'Rendition', 'RichMediaExecute', 'Movie', 'Sound'];

/** Whether anything in the file acts or is attached; `unknown` when its objects can't be walked. */
export async function hasActiveContent(bytes: Uint8Array): Promise<boolean | 'unknown'> {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true });
    return document.context.enumerateIndirectObjects().some(([, object]) => actsDeep(object));
  } catch {
    return 'unknown';
  }
}

const DEEPEST = 50;

function actsDeep(object: unknown, depth = 0): boolean {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (depth > DEEPEST) return true;
  if (dict instanceof PDFDict) return acts(dict) || dict.values().some((value) => actsDeep(value, depth + 1));
  const items = (dict as { asArray?: () => unknown[] }).asArray?.();
  return items?.some((item) => actsDeep(item, depth + 1)) ?? false;
}

function acts(dict: PDFDict): boolean {
  if (ACTIVE_KEYS.some((key) => dict.has(PDFName.of(key)))) return true;
  const action = dict.get(PDFName.of('S'));
  return action instanceof PDFName && ACTIVE_ACTIONS.includes(action.decodeText());
}

/** Undefined when pdf-lib can't read it. */
export async function openForRewriting(bytes: Uint8Array): Promise<PDFDocument | undefined> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false });
  } catch {
    return undefined;
  }
}

/** All that a page of the copy may keep: what it shows, not what it does. */
const PAGE_KEYS = ['Type', 'Parent', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Resources', 'Contents', 'Group'];

/** A new PDF with the pages of `source`, stripped to what they show, upright, with the recognised text laid over. */
export async function rewritten(source: PDFDocument, texts: readonly PageText[]): Promise<Uint8Array> {
  for (const page of source.getPages()) stripToWhatShows(page);
  const target = await PDFDocument.create();
  const copies = await target.copyPages(source, source.getPageIndices());
  for (const [index, text] of texts.entries()) {
    const copy = copies[index];
    const page = copy ? target.addPage(copy) : blankPage(target);
    if (copy) await layText(target, page, text);
  }
  return target.save();
}

/** Takes away what a page does, and what it has to do with other pages. */
export function stripToWhatShows(page: PDFPage): void {
  const kept = new Set(PAGE_KEYS);
  for (const key of page.node.keys()) if (!kept.has(key.decodeText())) page.node.delete(key);
}
