import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchableOf } from './cut-searchable.js';
import { ImageSource } from './image-source.js';
import { turnedJpeg } from './jpeg-turn.js';
import { DEFAULT_LIMITS } from './limits.js';
import { composePdf, openForCutting, openOnePage, type PdfPiece } from './pdf-cut.js';
import type { CutFile, CutPage, CutPart, CutRequest, CutSource } from './reading.js';
import { cutTiff } from './tiff-cut.js';

/**
 * Cuts documents out of files, then out of their searchable copies: either may be large. Nothing is encoded anew. Runs in a
 * process of its own.
 *
 * @param progress told after each document
 * @returns undefined when one of them can't be made without loss
 */
export async function cutFile({ sources, parts, outputDir }: CutRequest, progress: () => void = () => undefined): Promise<readonly CutPart[] | undefined> {
  const originals = new Originals(sources);
  if (!(await originals.canBeCut())) return undefined;
  const made: { readonly original: CutFile; readonly mediaType: string }[] = [];
  for (const [index, pages] of parts.entries()) {
    const path = join(outputDir, partName(index));
    const mediaType = await originals.write(path, pages);
    if (!mediaType) return undefined;
    made.push({ original: await factsOf(path), mediaType });
    progress();
  }
  const writeSearchable = searchableOf(sources);
  const all: CutPart[] = [];
  for (const [index, part] of made.entries()) {
    const path = join(outputDir, `${partName(index)}-searchable.pdf`);
    const pages = parts[index] ?? [];
    all.push({ ...part, ...((await writeSearchable(path, pages)) ? { searchable: await factsOf(path) } : {}) });
    progress();
  }
  return all;
}

const partName = (index: number): string => `part-${String(index + 1).padStart(4, '0')}`;

async function factsOf(path: string): Promise<CutFile> {
  const bytes = await readFile(path);
  return { path, size: bytes.length, sha512: createHash('sha512').update(bytes).digest('hex') };
}

/** The received files, opened one after the other. */
class Originals {
  private held: { readonly source: CutSource; readonly piece: Promise<Buffer> } | undefined;
  private readonly pdfs = new Map<CutSource, ReturnType<typeof openForCutting>>();

  constructor(private readonly sources: readonly CutSource[]) {}

  /** Asked of all of them, before anything is written. */
  async canBeCut(): Promise<boolean> {
    for (const source of this.sources) if (source.mediaType === 'application/pdf' && !(await this.pdf(source))) return false;
    for (const source of this.sources) if (source.mediaType === 'image/tiff' && !cutTiff(await this.bytes(source), [{ number: 1, turn: 0 }])) return false;
    return true;
  }

  /** @returns the media type of what was written */
  async write(path: string, pages: readonly CutPage[]): Promise<string | undefined> {
    const [source, other] = [...new Set(pages.map((page) => this.sources[page.source]))];
    if (!source) return undefined;
    if (other) return this.compose(path, pages);
    if (pages.length === source.pages && pages.every(({ number, turn }, index) => number === index + 1 && turn === 0)) {
      await copyFile(source.path, path);
      return source.mediaType;
    }
    const bytes = await this.sameKind(source, pages);
    if (!bytes) return this.compose(path, pages);
    await writeFile(path, bytes);
    return source.mediaType;
  }

  private async sameKind(source: CutSource, pages: readonly CutPage[]): Promise<Uint8Array | undefined> {
    if (source.mediaType === 'image/tiff') return cutTiff(await this.bytes(source), pages);
    const [page] = pages;
    return source.mediaType === 'image/jpeg' && page ? turnedJpeg(await this.bytes(source), page.turn) : undefined;
  }

  private async compose(path: string, pages: readonly CutPage[]): Promise<string | undefined> {
    const pieces: PdfPiece[] = [];
    for (const page of pages) {
      const source = this.sources[page.source];
      const piece = source && (await this.piece(source, page));
      if (!piece) return undefined;
      pieces.push(piece);
    }
    await writeFile(path, await composePdf(pieces));
    return 'application/pdf';
  }

  private async piece(source: CutSource, { number, turn }: CutPage): Promise<PdfPiece | undefined> {
    if (source.mediaType === 'application/pdf') {
      const pdf = await this.pdf(source);
      return pdf && { source: pdf, number, turn };
    }
    const image = await ImageSource.open(source.path, source.mediaType as ImageSource['mediaType'], DEFAULT_LIMITS);
    return { source: await openOnePage(await image.unchanged(number - 1)), number: 1, turn };
  }

  private pdf(source: CutSource): ReturnType<typeof openForCutting> {
    const open = this.pdfs.get(source) ?? readFile(source.path).then(openForCutting);
    this.pdfs.set(source, open);
    return open;
  }

  private bytes(source: CutSource): Promise<Buffer> {
    if (this.held?.source !== source) this.held = { source, piece: readFile(source.path) };
    return this.held.piece;
  }
}
