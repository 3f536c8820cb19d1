/** Letters and hostile files that the specs make for themselves. */
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFKit from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import { PdfDocument } from '../pdf-document.js';
import { fromRaw } from '../page-image.js';
import { createReader, type ReaderOptions } from '../reader.js';
import type { ReadFile, Reading } from '../reading.js';

export const LETTER = `Madame Jeanne Lefebvre
14 rue des Tanneurs
59140 Dunkerque

Dunkerque, le 12 mars 2026

Objet : demande de carte de stationnement

Monsieur le Président du Conseil départemental,

Je vous adresse par la présente une demande de carte de stationnement pour mon père, âgé de quatre-vingts ans, dont la mobilité est très réduite depuis son hospitalisation. Vous trouverez ci-joint le certificat médical établi par le docteur Vasseur ainsi que la copie de sa pièce d'identité.

Je reste à votre disposition pour tout renseignement complémentaire et vous remercie de l'attention que vous porterez à cette demande.

Veuillez agréer, Monsieur le Président, l'expression de mes salutations distinguées.`;

export type LetterOptions = PDFKit.PDFDocumentOptions & { readonly pages?: readonly string[] };

/** A PDF of text, one page a text. */
export async function writeLetterPdf(path: string, { pages = [LETTER], ...options }: LetterOptions = {}, then?: (pdf: PDFKit.PDFDocument) => void): Promise<string> {
  const pdf = new PDFKit({ size: 'A4', margin: 70, autoFirstPage: false, ...options });
  const file = createWriteStream(path);
  pdf.pipe(file);
  for (const text of pages) pdf.addPage().font('Times-Roman').fontSize(12).text(text, { lineGap: 3 });
  then?.(pdf);
  pdf.end();
  await finished(file);
  return path;
}

const FONT = createRequire(import.meta.url).resolve('@fontsource/roboto/files/roboto-latin-400-normal.woff');

/** A PDF/A-2b with its font inside, which says so. */
export async function writePdfA(path: string, text = LETTER): Promise<string> {
  return writeLetterPdf(path, { pages: [], subset: 'PDF/A-2b', pdfVersion: '1.7', font: FONT } as LetterOptions, (pdf) => void pdf.addPage().font(FONT).fontSize(12).text(text, { lineGap: 3 }));
}

/** The same text in a PDF that says nothing of archives, with its font inside. */
export async function writeEmbeddedPdf(path: string, text = LETTER): Promise<string> {
  return writeLetterPdf(path, { pages: [], font: FONT } as LetterOptions, (pdf) => void pdf.addPage().font(FONT).fontSize(12).text(text, { lineGap: 3 }));
}

/** The letter as a scanner would see it: gray pixels, `dpi` to the inch (to be stated when it's written). */
export async function letterScan(dpi = 200, text = LETTER): Promise<Sharp> {
  return inFolder(async (folder) => {
    const document = await PdfDocument.open(await readFile(await writeLetterPdf(join(folder, 'letter.pdf'), { pages: [text] })));
    const image = document.withPage(0, (page) => page.render(Math.round((page.size.width * dpi) / 72), Math.round((page.size.height * dpi) / 72)));
    document.close();
    if (!image) throw new Error('the letter was not drawn');
    const gray = await fromRaw(image).toColourspace('b-w').raw().toBuffer();
    return sharp(gray, { raw: { width: image.width, height: image.height, channels: 1 } });
  });
}

/** Salt and pepper on `share` of the pixels, the same at each run. */
export async function speckled(scan: Sharp, share: number): Promise<Sharp> {
  const { data, info } = await scan.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const random = mulberry32(42);
  for (let at = 0; at < data.length; at++) if (random() < share) data[at] = random() < 0.5 ? 0 : 255;
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } });
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bannette-reading-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads one file with a reader of its own and hands what was read, files included, to `look`. */
export async function reading<T>(inputPath: string, look: (reading: Reading) => T | Promise<T>, options: ReaderOptions = {}): Promise<T> {
  const reader = createReader({ processes: 1, ...options });
  try {
    return await inFolder(async (outputDir) => look(await reader.read({ inputPath, fileName: 'whatever', outputDir })));
  } finally {
    await reader.close();
  }
}

/** Fails the spec unless the file was read. */
export function asRead(reading: Reading): ReadFile {
  if (reading.outcome !== 'read') throw new Error(`rejected: ${reading.reason}`);
  return reading;
}

/** Share (0–1) of the words of `truth` that are in `text`, each counted as often as it occurs. */
export function wordRecall(truth: string, text: string): number {
  const words = (of: string): string[] => of.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const left = new Map<string, number>();
  for (const word of words(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const wanted = words(truth);
  const found = wanted.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return found.length / wanted.length;
}

const PATIENCE_MS = 120_000;

/** Called in a suite: gives its specs the time that recognition takes on a busy machine. */
export function allowTime(): void {
  let usual: number;
  beforeAll(() => {
    usual = jasmine.DEFAULT_TIMEOUT_INTERVAL;
    jasmine.DEFAULT_TIMEOUT_INTERVAL = PATIENCE_MS;
  });
  afterAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = usual;
  });
}
