import { allocate, loadPdfium, view, withMemory, type Pdfium } from './pdfium.js';
import { Rejection } from './rejection.js';

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;
const IMAGE_OBJECT = 3;
const FORM_OBJECT = 5;
const RENDER_ANNOTATIONS = 0x01;
const RENDER_RGBA = 0x10;
const FORM_INFO_SIZE = 256;
const MAX_OBJECTS_LOOKED_AT = 5000;

/** A PDF held open in PDFium. Every page handed to a callback is closed behind it. */
export class PdfDocument {
  private constructor(
    readonly pdfium: Pdfium,
    readonly handle: number,
    private readonly data: number,
    private readonly formInfo: number,
    private readonly form: number,
  ) {}

  /** @throws Rejection `passwordProtected` when it can't be read without a password, `corrupt` when it can't be read at all. */
  static async open(bytes: Uint8Array): Promise<PdfDocument> {
    const pdfium = await loadPdfium();
    const data = allocate(pdfium, bytes.length);
    pdfium.HEAPU8.set(bytes, data);
    const handle = pdfium._FPDF_LoadMemDocument(data, bytes.length, 0);
    if (handle === 0) {
      const error = pdfium._FPDF_GetLastError();
      pdfium.wasmExports.free(data);
      throw new Rejection(error === ERROR_PASSWORD || error === ERROR_SECURITY ? 'passwordProtected' : 'corrupt');
    }
    const formInfo = allocate(pdfium, FORM_INFO_SIZE);
    pdfium.HEAPU8.fill(0, formInfo, formInfo + FORM_INFO_SIZE);
    view(pdfium, formInfo, 4).setUint32(0, 2, true);
    return new PdfDocument(pdfium, handle, data, formInfo, pdfium._FPDFDOC_InitFormFillEnvironment(handle, formInfo));
  }

  get pageCount(): number {
    return this.pdfium._FPDF_GetPageCount(this.handle);
  }

  /** False when PDFium had to search for the objects itself. */
  get intact(): boolean {
    return this.pdfium._FPDF_DocumentHasValidCrossReferenceTable(this.handle) !== 0;
  }

  get encrypted(): boolean {
    return this.pdfium._FPDF_GetSecurityHandlerRevision(this.handle) !== -1;
  }

  get hasScripts(): boolean {
    return this.pdfium._FPDFDoc_GetJavaScriptActionCount(this.handle) > 0;
  }

  get hasAttachments(): boolean {
    return this.pdfium._FPDFDoc_GetAttachmentCount(this.handle) > 0;
  }

  /** Lends a page (from 0) to `use`; undefined when the page can't be loaded. */
  withPage<T>(index: number, use: (page: PdfPage) => T): T | undefined {
    const handle = this.pdfium._FPDF_LoadPage(this.handle, index);
    if (handle === 0) return undefined;
    if (this.form) this.pdfium._FORM_OnAfterLoadPage(handle, this.form);
    try {
      return use(new PdfPage(this.pdfium, handle, this.form, this.handle));
    } finally {
      if (this.form) this.pdfium._FORM_OnBeforeClosePage(handle, this.form);
      this.pdfium._FPDF_ClosePage(handle);
    }
  }

  close(): void {
    if (this.form) this.pdfium._FPDFDOC_ExitFormFillEnvironment(this.form);
    this.pdfium._FPDF_CloseDocument(this.handle);
    this.pdfium.wasmExports.free(this.formInfo);
    this.pdfium.wasmExports.free(this.data);
  }
}

export interface RawImage {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
}

/** One loaded page of a {@link PdfDocument}. */
export class PdfPage {
  constructor(
    readonly pdfium: Pdfium,
    readonly handle: number,
    private readonly form: number,
    /** Handle of the document that it is of. */
    readonly document: number,
  ) {}

  /** Points, as displayed (after its own rotation and crop box). */
  get size(): { readonly width: number; readonly height: number } {
    return { width: this.pdfium._FPDF_GetPageWidthF(this.handle), height: this.pdfium._FPDF_GetPageHeightF(this.handle) };
  }

  /** The images drawn on the page, told without decoding them: pixels, and share of the page covered. */
  images(): { readonly pixels: number; readonly coverage: number }[] {
    const { pdfium } = this;
    const images: { pixels: number; coverage: number }[] = [];
    let looked = 0;
    const look = (count: number, object: (index: number) => number): void => {
      for (let i = 0; i < count && looked < MAX_OBJECTS_LOOKED_AT; i++, looked++) {
        const handle = object(i);
        const type = pdfium._FPDFPageObj_GetType(handle);
        if (type === IMAGE_OBJECT) images.push({ pixels: this.pixels(handle), coverage: this.coverage(handle) });
        if (type === FORM_OBJECT) look(pdfium._FPDFFormObj_CountObjects(handle), (j) => pdfium._FPDFFormObj_GetObject(handle, j));
      }
    };
    look(pdfium._FPDFPage_CountObjects(this.handle), (i) => pdfium._FPDFPage_GetObject(this.handle, i));
    return images;
  }

  /** Draws the page with its annotations and filled fields on white. */
  render(width: number, height: number): RawImage {
    const { pdfium } = this;
    return withMemory(pdfium, width * height * 4, (buffer) => {
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, 4, buffer, width * 4);
      if (bitmap === 0) throw new RangeError('no bitmap');
      try {
        pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
        pdfium._FPDF_RenderPageBitmap(bitmap, this.handle, 0, 0, width, height, 0, RENDER_ANNOTATIONS | RENDER_RGBA);
        if (this.form) pdfium._FPDF_FFLDraw(this.form, bitmap, this.handle, 0, 0, width, height, 0, RENDER_RGBA);
        return { data: Buffer.from(pdfium.HEAPU8.slice(buffer, buffer + width * height * 4).buffer), width, height, channels: 4 };
      } finally {
        pdfium._FPDFBitmap_Destroy(bitmap);
      }
    });
  }

  private pixels(image: number): number {
    return withMemory(this.pdfium, 8, (size) => {
      if (!this.pdfium._FPDFImageObj_GetImagePixelSize(image, size, size + 4)) return 0;
      const numbers = view(this.pdfium, size, 8);
      return numbers.getUint32(0, true) * numbers.getUint32(4, true);
    });
  }

  private coverage(object: number): number {
    return withMemory(this.pdfium, 16, (at) => {
      if (!this.pdfium._FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return 0;
      const numbers = view(this.pdfium, at, 16);
      const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => numbers.getFloat32(offset, true)) as [number, number, number, number];
      const { width, height } = this.size;
      return ((right - left) * (top - bottom)) / (width * height || 1);
    });
  }
}
