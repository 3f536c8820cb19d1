import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageSource } from './image-source.js';
import type { ReadLimits } from './limits.js';
import { meanConfidence, type OcrEngine } from './ocr.js';
import { PdfSource } from './pdf-source.js';
import { readPage, type ReadPage } from './read-page.js';
import { DEFAULT_LANGUAGE, type PageReading, type ReadFile, type Reading, type ReadRequest, type ReadWarning } from './reading.js';
import type { PageSource } from './page-source.js';
import { Rejection } from './rejection.js';
import { sniff, SNIFF_LENGTH } from './sniff.js';
import { separate } from '../separation/plan.js';

export interface ReadingTools {
  readonly limits: ReadLimits;
  readonly engine: () => Promise<OcrEngine>;
  /** Told after each page, so that those who wait know it moves. */
  readonly progress: (page: number) => void;
  readonly cpuSeconds: () => number;
}

/** Reads a file from its first bytes to its searchable copy. Runs in a process of its own. */
export async function readFile(request: ReadRequest, tools: ReadingTools): Promise<Reading> {
  try {
    const source = await openSource(request.inputPath, tools.limits);
    try {
      return await readPages(source, request, tools);
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof Rejection) return error.outcome();
    throw error;
  }
}

async function openSource(path: string, limits: ReadLimits): Promise<PageSource> {
  const { size } = await stat(path);
  if (size === 0) throw new Rejection('empty');
  if (size > limits.maxBytes) throw new Rejection('tooLarge', { bytes: size, limit: limits.maxBytes });
  const kind = sniff(await head(path));
  if ('refused' in kind) throw new Rejection('unsupportedType', { mediaType: kind.refused });
  return kind.accepted === 'application/pdf' ? PdfSource.open(path, limits) : ImageSource.open(path, kind.accepted, limits);
}

async function head(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_LENGTH), 0, SNIFF_LENGTH, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function readPages(source: PageSource, request: ReadRequest, tools: ReadingTools): Promise<Reading> {
  const engine = await tools.engine();
  const wanted = request.language ?? DEFAULT_LANGUAGE;
  const language = engine.languages.includes(wanted) ? wanted : DEFAULT_LANGUAGE;
  const read: ReadPage[] = [];
  for (let index = 0; index < source.pageCount; index++) {
    read.push(await readPage(source, index, { engine, language, folder: request.outputDir, seconds: tools.limits.secondsPerPage, codes: request.separation, numbers: request.numbers }));
    tools.progress(index + 1);
  }
  if (read.every(({ drawn }) => !drawn)) throw new Rejection('corrupt');
  const pages = read.map(({ page }) => page);
  const path = join(request.outputDir, 'searchable.pdf');
  await source.writeSearchable(path, read.map(({ text }) => text));
  const recognisedSome = pages.some((page) => page.source === 'ocr');
  const warnings = new Set<ReadWarning>([...source.warnings, ...pages.flatMap((page) => page.warnings)]);
  if (recognisedSome && language !== wanted) warnings.add('languageUnavailable');
  return {
    outcome: 'read',
    mediaType: source.mediaType,
    pages,
    searchablePdf: { path, size: (await stat(path)).size, sha512: await sha512(path) },
    separation: separationOf(request, pages),
    text: pages.map((page) => page.text).join('\f'),
    engine: recognisedSome ? `${engine.name === 'native' ? 'tesseract' : 'tesseract.js'} ${engine.version}` : 'textLayer',
    confidence: meanConfidence(pages.flatMap((page) => page.words)),
    cpuSeconds: tools.cpuSeconds(),
    warnings: [...warnings],
  };
}

/** Where the file is to be parted; it is cut by a process of its own. */
function separationOf({ separation }: ReadRequest, pages: readonly PageReading[]): ReadFile['separation'] {
  return separation && separate(pages.map(({ codes, blank, source }) => ({ codes, blank: blank && source === 'ocr' })), separation);
}

async function sha512(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
