import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { OcrTimeout, textOf, wordsOfTsv, type OcrEngine, type OcrPage, type OcrText } from './ocr.js';

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
    const words = wordsOfTsv(await run(args(page), page.pgm, signal));
    return { text: textOf(words), words };
  }

  async close(): Promise<void> {
    // nothing is kept between pages
  }
}

function args(page: OcrPage): string[] {
  return ['stdin', 'stdout', '-l', page.language, '--psm', '3', '--dpi', String(page.dpi), '-c', 'tessedit_create_tsv=1'];
}

/** Its answer stays in memory: a letter's text needs no file. */
function run(args: readonly string[], input: Buffer, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(COMMAND, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...ENVIRONMENT },
      signal,
      killSignal: 'SIGKILL',
    });
    const said: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => said.push(piece));
    child.on('error', (error) => reject(signal.aborted ? new OcrTimeout() : error));
    child.on('close', (code) => (code === 0 ? resolve(Buffer.concat(said).toString('utf8')) : reject(signal.aborted ? new OcrTimeout() : new Error(`tesseract ended with ${code}`))));
    child.stdin.on('error', () => undefined); // it ended before reading all: its exit code tells
    child.stdin.end(input);
  });
}
