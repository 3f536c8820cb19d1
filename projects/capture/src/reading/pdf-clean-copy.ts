import type { PdfDocument } from './pdf-document.js';
import { view, withMemory, type Pdfium } from './pdfium.js';

const NORMAL_DISPLAY = 0;
const NO_INCREMENTAL = 2;

/**
 * A new PDF of the pages alone, as PDFium understands them: decrypted, repaired, annotations and filled fields drawn into
 * the page. Undefined when PDFium can't make one.
 */
export function cleanCopy(document: PdfDocument): Buffer | undefined {
  const { pdfium } = document;
  for (let i = 0; i < document.pageCount; i++) {
    document.withPage(i, (page) => pdfium._FPDFPage_Flatten(page.handle, NORMAL_DISPLAY));
  }
  const copy = pdfium._FPDF_CreateNewDocument();
  try {
    return pdfium._FPDF_ImportPagesByIndex(copy, document.handle, 0, 0, 0) ? save(pdfium, copy) : undefined;
  } finally {
    pdfium._FPDF_CloseDocument(copy);
  }
}

/** `FPDF_SaveAsCopy` into memory. Its FPDF_FILEWRITE is {version, WriteBlock}: WriteBlock is lent the unused entry 0 of the function table. */
function save(pdfium: Pdfium, document: number): Buffer | undefined {
  const blocks: Uint8Array[] = [];
  const writeBlock = (_self: number, data: number, size: number): number => {
    blocks.push(pdfium.HEAPU8.slice(data, data + size));
    return 1;
  };
  const table = pdfium.wasmExports.__indirect_function_table;
  return withMemory(pdfium, 8, (writer) => {
    view(pdfium, writer, 8).setUint32(0, 1, true);
    table.set(0, wasmFunction(writeBlock));
    try {
      return pdfium._FPDF_SaveAsCopy(document, writer, NO_INCREMENTAL) ? Buffer.concat(blocks) : undefined;
    } finally {
      table.set(0, null);
    }
  });
}

/** What is used of the WebAssembly API (TypeScript has it only among the browser's types). */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { readonly [name: string]: unknown } };
}

/** A module that imports a function as `e.f`, (i32, i32, i32) → i32, and exports it as `f`. */
const PASS_THROUGH = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic, version
  ...[1, 8, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f], // type
  ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0], // import
  ...[7, 5, 1, 1, 0x66, 0, 0], // export
]);

/** PDFium's table holds WebAssembly functions only: this makes one that calls `f`. */
function wasmFunction(f: (a: number, b: number, c: number) => number): unknown {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
  return new Instance(new Module(PASS_THROUGH), { e: { f } }).exports['f'];
}
