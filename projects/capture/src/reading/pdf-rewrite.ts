import { PDFDict, PDFDocument, PDFName, PDFStream, type PDFPage } from '@cantoo/pdf-lib';

/** Keys and action types that make a PDF do something by itself (PDF 1.7 §12.6), and keys with which it carries other files (§7.11.4). */
const ACTIVE_KEYS = ['JS', 'AA', 'RichMediaContent', 'XFA'];
const CARRYING_KEYS = ['EmbeddedFiles', 'EF'];
const ACTIVE_ACTIONS = ['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'GoToE', 'GoToR', 'Rendition', 'RichMediaExecute', 'Movie', 'Sound'];

/** Whether anything in the file acts, and whether it carries other files; undefined when its objects can't be walked. */
export async function whatItDoes(bytes: Uint8Array): Promise<{ readonly acts: boolean; readonly carries: boolean } | undefined> {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true });
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => object);
    return { acts: objects.some((object) => isDeep(object, acts)), carries: objects.some((object) => isDeep(object, carries)) };
  } catch {
    return undefined;
  }
}

const DEEPEST = 50;

function isDeep(object: unknown, what: (dict: PDFDict) => boolean, depth = 0): boolean {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (depth > DEEPEST) return true;
  if (dict instanceof PDFDict) return what(dict) || dict.values().some((value) => isDeep(value, what, depth + 1));
  const items = (dict as { asArray?: () => unknown[] }).asArray?.();
  return items?.some((item) => isDeep(item, what, depth + 1)) ?? false;
}

const carries = (dict: PDFDict): boolean => CARRYING_KEYS.some((key) => dict.has(PDFName.of(key)));

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

/** Takes away what a page does, and what it has to do with other pages. */
export function stripToWhatShows(page: PDFPage): void {
  const kept = new Set(PAGE_KEYS);
  for (const key of page.node.keys()) if (!kept.has(key.decodeText())) page.node.delete(key);
}
