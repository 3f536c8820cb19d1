import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadLimits } from './limits.js';
import { meanConfidence, type OcrEngine } from './ocr.js';
import { openSource } from './open-source.js';
import { readPage, type ReadPage } from './read-page.js';
import { DEFAULT_LANGUAGE, type PageReading, type ReadFile, type Reading, type ReadRequest, type ReadWarning } from './reading.js';
import type { PageSource } from './page-source.js';
import { Rejection } from './rejection.js';
import { separate } from '../separation/plan.js';

export interface ReadingTools {
  readonly limits: ReadLimits;
  readonly engine: () => Promise<OcrEngine>;
  /** Told after each page, so that those who wait know it moves; the next page waits for its answer. */
  readonly progress: (page: number) => void | Promise<void>;
  readonly cpuSeconds: () => number;
}

/** Reads a file from its first bytes to its searchable copy. Runs in a process of its own. */
export async function readFile(request: ReadRequest, tools: ReadingTools): Promise<Reading> {
  try {
    const { source, warnings } = await openSource(request, tools.limits);
    try {
      return await readPages(source, warnings, request, tools);
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof Rejection) return error.outcome();
    throw error;
  }
}

/** Pages of a file that is no letter. */
const LONG = 50;

async function readPages(source: PageSource, found: readonly ReadWarning[], request: ReadRequest, tools: ReadingTools): Promise<Reading> {
  const engine = await tools.engine();
  const wanted = request.language ?? DEFAULT_LANGUAGE;
  const language = engine.languages.includes(wanted) ? wanted : DEFAULT_LANGUAGE;
  const others = (request.others ?? []).filter((other) => engine.languages.includes(other));
  const read: ReadPage[] = [];
  for (let index = 0; index < source.pageCount; index++) {
    read.push(await readPage(source, index, { engine, language, others, uneven: request.uneven, folder: request.outputDir, seconds: tools.limits.secondsPerPage, codes: request.separation, thumbnails: request.separation?.cutLater, numbers: request.numbers }));
    await tools.progress(index + 1);
  }
  if (read.every(({ drawn }) => !drawn)) throw new Rejection('corrupt');
  const pages = read.map(({ page }) => page);
  const path = join(request.outputDir, 'searchable.pdf');
  if (source.pageCount > LONG) await engine.close(); // what it holds is room for the copy of a long file; it starts anew when it's asked
  const archive = await source.writeSearchable(path, read.map(({ text }) => text));
  const recognisedSome = pages.some((page) => page.source === 'ocr');
  const warnings = new Set<ReadWarning>([...found, ...pages.flatMap((page) => page.warnings)]);
  if (pages.some(({ source: of, language: spoken, readIn }) => of === 'ocr' && spoken && request.others?.includes(spoken) && spoken !== readIn && !engine.languages.includes(spoken))) warnings.add('languageUnavailable');
  if (recognisedSome && language !== wanted) warnings.add('languageUnavailable');
  return {
    outcome: 'read',
    mediaType: source.mediaType,
    pages,
    searchablePdf: { path, size: (await stat(path)).size, sha512: await sha512(path) },
    archive,
    separation: separationOf(request, pages),
    text: pages.map((page) => page.text).join('\f'),
    engine: recognisedSome ? `${engine.name === 'native' ? 'tesseract' : 'tesseract.js'} ${engine.version}` : 'textLayer',
    confidence: meanConfidence(pages.filter(({ words }) => words.length)),
    cpuSeconds: tools.cpuSeconds(),
    warnings: [...warnings],
    attachments: source.attachments ?? [],
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
