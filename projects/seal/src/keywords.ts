import { PDFDocument } from '@cantoo/pdf-lib';

/** The words that a PDF says about itself to programs; undefined for a file that can't be read. */
export async function keywordsOf(pdf: Uint8Array): Promise<string | undefined> {
  try {
    return (await PDFDocument.load(pdf, { updateMetadata: false })).getKeywords() ?? '';
  } catch {
    return undefined;
  }
}
