import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OcrTimeout, wordsOfTsv, type OcrEngine, type OcrPage, type OcrText } from './ocr.js';

const COMMAND = 'tesseract';
const SUPPORTED_MAJOR = 5;
/** One thread a page: pages are read side by side, and more threads only cost more processor time. */
const ENVIRONMENT = { OMP_THREAD_LIMIT: '1' };

/** The Tesseract 5 of the machine; undefined when there is none or it can't read `language`. */
export async function nativeEngine(language: string): Promise<OcrEngine | undefined> {
  const version = /^tesseract v?([\d.]+)/.exec(await output('--version'))?.[1];
  if (!version || Number.parseInt(version, 10) !== SUPPORTED_MAJOR) return undefined;
  const languages = (await output('--list-langs')).split('\n').slice(1).map((line) => line.trim()).filter(Boolean);
  return languages.includes(language) ? new NativeEngine(version, languages) : undefined;
}

async function output(option: string): Promise<string> {
  try {
    return (await promisify(execFile)(COMMAND, [option], { timeout: 10_000 })).stdout;
  } catch {
    return '';
  }
}

class NativeEngine implements OcrEngine {
  readonly name = 'native';

  constructor(
    readonly version: string,
    readonly languages: readonly string[],
  ) {}

  async recognise(page: OcrPage, signal: AbortSignal): Promise<OcrText> {
    const folder = await mkdtemp(join(page.folder, 'ocr-'));
    try {
      const base = join(folder, 'page');
      await run(args(base, page), page.pgm, signal);
      const [text, tsv, textPdf] = await Promise.all([
        readFile(`${base}.txt`, 'utf8'),
        readFile(`${base}.tsv`, 'utf8'),
        page.textPdf ? readFile(`${base}.pdf`).catch(() => undefined) : undefined,
      ]);
      return { text, words: wordsOfTsv(tsv), textPdf };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    // nothing is kept between pages
  }
}

function args(base: string, page: OcrPage): string[] {
  const variables = ['tessedit_create_txt=1', 'tessedit_create_tsv=1'];
  if (page.textPdf) variables.push('tessedit_create_pdf=1', 'textonly_pdf=1');
  return ['stdin', base, '-l', page.language, '--psm', '3', '--dpi', String(page.dpi), ...variables.flatMap((v) => ['-c', v])];
}

function run(args: readonly string[], input: Buffer, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(COMMAND, args, {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, ...ENVIRONMENT },
      signal,
      killSignal: 'SIGKILL',
    });
    child.on('error', (error) => reject(signal.aborted ? new OcrTimeout() : error));
    child.on('close', (code) => (code === 0 ? resolve() : reject(signal.aborted ? new OcrTimeout() : new Error(`tesseract ended with ${code}`))));
    child.stdin.on('error', () => undefined); // it ended before reading all: its exit code tells
    child.stdin.end(input);
  });
}
