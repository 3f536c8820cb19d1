import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** 1 (gray) or 4 (red, green, blue, alpha: the wrapper has turned PDFium's order) bytes a pixel. */
  readonly channels: 1 | 4;
  readonly data: Uint8Array;
}

let library: Promise<PDFiumLibrary> | undefined;

/** PDFium, loaded once a process. */
export const pdfium = (): Promise<PDFiumLibrary> => (library ??= PDFiumLibrary.init());

/** Renders the pages of a PDF one after the other: one bitmap is held at a time. */
export async function* renderPages(pdf: Uint8Array, dpi: number, colour: boolean): AsyncGenerator<Bitmap> {
  const document: PDFiumDocument = await (await pdfium()).loadDocument(pdf);
  try {
    for (let index = 0; index < document.getPageCount(); index++) {
      // Each look closes the page: PDFium wants it opened anew.
      const { originalWidth, originalHeight } = document.getPage(index).getOriginalSize();
      const [width, height] = [Math.round((originalWidth * dpi) / 72), Math.round((originalHeight * dpi) / 72)];
      const rendered = await document.getPage(index).render({ render: 'bitmap', colorSpace: colour ? 'BGRA' : 'Gray', width, height });
      yield { width, height, channels: colour ? 4 : 1, data: rendered.data };
    }
  } finally {
    document.destroy();
  }
}
