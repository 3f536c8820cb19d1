import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type RecognizeOptions, type Worker } from 'tesseract.js';
import { OcrTimeout, wordsOfTsv, type OcrEngine, type OcrPage, type OcrText } from './ocr.js';

const require = createRequire(import.meta.url);
/** French is inside the installation; nothing is ever downloaded. */
const LANGUAGE = 'fra';
const LANGUAGE_DATA = join(dirname(require.resolve('@tesseract.js-data/fra/package.json')), '4.0.0_best_int');
const PACKAGE = require('tesseract.js/package.json') as { version: string };

/** Tesseract compiled to WebAssembly, in a thread of this process that is started at the first page. */
export class WasmEngine implements OcrEngine {
  readonly name = 'wasm';
  readonly version = PACKAGE.version;
  readonly languages = [LANGUAGE];
  private worker: Promise<Worker> | undefined;

  async recognise(page: OcrPage, signal: AbortSignal): Promise<OcrText> {
    const worker = await this.start();
    const options = { user_defined_dpi: String(page.dpi), pdfTextOnly: true } as Partial<RecognizeOptions>;
    const work = worker.recognize(page.pgm, options, { text: true, tsv: true, pdf: page.textPdf });
    try {
      const { data } = await Promise.race([work, aborted(signal)]);
      return { text: data.text, words: wordsOfTsv(data.tsv ?? ''), textPdf: data.pdf ? Uint8Array.from(data.pdf) : undefined };
    } catch (error) {
      await this.close(); // a thread that was interrupted, or whose page failed, is not used again
      throw error;
    }
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    await (await worker)?.terminate();
  }

  private async start(): Promise<Worker> {
    this.worker ??= createWorker(LANGUAGE, OEM.LSTM_ONLY, {
      langPath: LANGUAGE_DATA,
      cacheMethod: 'none',
      gzip: true,
      errorHandler: () => undefined, // the promise of the job is rejected as well
    }).then(async (worker) => {
      await worker.setParameters({ tessedit_pageseg_mode: '3' as never });
      return worker;
    });
    return this.worker;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new OcrTimeout());
    signal.addEventListener('abort', () => reject(new OcrTimeout()), { once: true });
  });
}
