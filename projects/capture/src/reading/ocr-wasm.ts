import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type RecognizeOptions, type Worker } from 'tesseract.js';
import { OcrTimeout, textOf, wordsOfTsv, type OcrEngine, type OcrPage, type OcrText } from './ocr.js';

const require = createRequire(import.meta.url);
/** The languages inside the installation; nothing is ever downloaded. */
const LANGUAGES = ['fra', 'eng'];
const PACKAGE = require('tesseract.js/package.json') as { version: string };

const dataOf = (language: string): string => join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int');

/** Tesseract compiled to WebAssembly, in a thread of this process that is started at the first page. */
export class WasmEngine implements OcrEngine {
  readonly name = 'wasm';
  readonly version = PACKAGE.version;
  readonly languages = LANGUAGES;
  private readonly workers = new Map<string, Promise<Worker>>();

  async recognise(page: OcrPage, signal: AbortSignal): Promise<OcrText> {
    const worker = await this.start(page.language);
    const work = worker.recognize(page.pgm, { user_defined_dpi: String(page.dpi) } as Partial<RecognizeOptions>, { text: false, tsv: true });
    try {
      const { data } = await Promise.race([work, aborted(signal)]);
      const words = wordsOfTsv(data.tsv ?? '');
      return { text: textOf(words), words };
    } catch (error) {
      await this.close(); // a thread that was interrupted, or whose page failed, is not used again
      throw error;
    }
  }

  async close(): Promise<void> {
    const workers = [...this.workers.values()];
    this.workers.clear();
    for (const worker of workers) await (await worker).terminate();
  }

  /** One language at a time is held: each needs a memory of its own. */
  private async start(language: string): Promise<Worker> {
    const running = this.workers.get(language);
    if (running) return running;
    await this.close();
    const starting = createWorker(language, OEM.LSTM_ONLY, {
      langPath: dataOf(language),
      cacheMethod: 'none',
      gzip: true,
      errorHandler: () => undefined, // the promise of the job is rejected as well
    }).then(async (worker) => {
      await worker.setParameters({ tessedit_pageseg_mode: '3' as never });
      return worker;
    });
    this.workers.set(language, starting);
    return starting;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new OcrTimeout());
    signal.addEventListener('abort', () => reject(new OcrTimeout()), { once: true });
  });
}
