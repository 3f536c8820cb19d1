import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFStream, PDFString, type PDFContext } from '@cantoo/pdf-lib';
import { shownName } from '../file-name.js';
import { view, withMemory } from './pdfium.js';
import type { PdfDocument } from './pdf-document.js';
import type { Attachment } from './reading.js';

const MOST_TOLD = 100;
const FORM_FULL_XFA = 2;

/** Files that a PDF carries (PDF 1.7 §7.11.4), wherever it does, by name and stated size; nothing of them is unpacked. */
export async function carriedFiles(document: PdfDocument, bytes: Uint8Array): Promise<readonly Attachment[]> {
  const named = document.encrypted ? [] : await namedBySpecifications(bytes);
  return (named.length ? named : namedByTree(document)).slice(0, MOST_TOLD);
}

/** A form whose pages only its maker's program draws: in the PDF itself there is but a request to wait. */
export function isDynamicForm({ pdfium, handle }: PdfDocument): boolean {
  return pdfium._FPDF_GetFormType(handle) === FORM_FULL_XFA;
}

async function namedBySpecifications(bytes: Uint8Array): Promise<Attachment[]> {
  try {
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const found = new Map<unknown, Attachment>();
    const look = (object: unknown, depth: number): void => {
      if (found.size >= MOST_TOLD || depth > 10) return;
      const dict = object instanceof PDFStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) return (object as { asArray?: () => unknown[] }).asArray?.().forEach((item) => look(item, depth + 1));
      const carried = specified(context, dict);
      if (carried) found.set(carried.stream, carried.attachment);
      for (const value of dict.values()) look(value, depth + 1);
    };
    for (const [, object] of context.enumerateIndirectObjects()) look(object, 0);
    return [...found.values()];
  } catch {
    return [];
  }
}

function specified(context: PDFContext, dict: PDFDict): { readonly stream: unknown; readonly attachment: Attachment } | undefined {
  const files = context.lookup(dict.get(PDFName.of('EF')));
  if (!(files instanceof PDFDict)) return undefined;
  const stream = files.get(PDFName.of('UF')) ?? files.get(PDFName.of('F'));
  const name = textOf(context.lookup(dict.get(PDFName.of('UF')))) ?? textOf(context.lookup(dict.get(PDFName.of('F'))));
  return { stream, attachment: { name: presentable(name), ...sizeOf(context, stream) } };
}

function sizeOf(context: PDFContext, reference: unknown): { size?: number } {
  const stream = context.lookup(reference as undefined) as unknown;
  const parameters = stream instanceof PDFStream ? context.lookup(stream.dict.get(PDFName.of('Params'))) : undefined;
  const size = parameters instanceof PDFDict ? context.lookup(parameters.get(PDFName.of('Size'))) : undefined;
  return size instanceof PDFNumber && Number.isSafeInteger(size.asNumber()) && size.asNumber() >= 0 ? { size: size.asNumber() } : {};
}

const textOf = (object: unknown): string | undefined => (object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined);

/** Those of the tree of names, as PDFium understands them. */
function namedByTree({ pdfium, handle }: PdfDocument): Attachment[] {
  const count = Math.min(MOST_TOLD, pdfium._FPDFDoc_GetAttachmentCount(handle));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const attachment = pdfium._FPDFDoc_GetAttachment(handle, index);
    const size = attachment ? pdfium._FPDFAttachment_GetName(attachment, 0, 0) : 0;
    if (size < 4 || size > 65_536) return { name: presentable('') };
    return withMemory(pdfium, size, (at) => {
      pdfium._FPDFAttachment_GetName(attachment, at, size);
      const { buffer, byteOffset } = view(pdfium, at, size);
      return { name: presentable(new TextDecoder('utf-16le').decode(new Uint8Array(buffer, byteOffset, size - 2).slice())) };
    });
  });
}

const presentable = (name: string | undefined): string => shownName(name ?? '', '–');
