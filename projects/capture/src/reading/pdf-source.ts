import { readFile } from 'node:fs/promises';
import { writePdfArchive } from '../archive/pdf-archive.js';
import { carriedFiles, isDynamicForm } from './carried.js';
import { whatItDoes } from './pdf-rewrite.js';
import { PdfDocument, type PdfPage } from './pdf-document.js';
import { onlyImage, scaled, type OnlyImage } from './only-image.js';
import { textLayer } from './pdf-text.js';
import { READING_DPI, readingScale, SCREEN_HEIGHT, type PageSource, type PageText, type SourcePage } from './page-source.js';
import type { ReadLimits } from './limits.js';
import type { ArchiveCopy, Attachment, ReadWarning } from './reading.js';
import { Rejection } from './rejection.js';

const POINTS_PER_INCH = 72;
/** PDF 1.7 annex C: a page smaller than 3 points is no page. */
const SMALLEST_SIDE = 3;

/** What a PDF does beside showing pages; `known` when all of its objects could be looked at. */
interface Doings {
  readonly acts: boolean;
  readonly carries: boolean;
  readonly known: boolean;
}

/** A PDF. Drawn, read and cleaned by PDFium; its searchable copy is the original itself when that already is one. */
export class PdfSource implements PageSource {
  readonly mediaType = 'application/pdf';
  readonly pageCount: number;
  readonly warnings: readonly ReadWarning[];

  private constructor(
    private readonly path: string,
    private readonly document: PdfDocument,
    private readonly maxPixels: number,
    private readonly does: Doings,
    readonly attachments: readonly Attachment[],
  ) {
    this.pageCount = document.pageCount;
    this.warnings = [
      ...(does.acts ? (['activeContent'] as const) : []),
      ...(does.carries ? (['attachments'] as const) : []),
      ...(isDynamicForm(document) ? (['dynamicForm'] as const) : []),
      ...(document.intact ? [] : (['fileDamaged'] as const)),
    ];
  }

  static async open(path: string, limits: ReadLimits): Promise<PdfSource> {
    const bytes = await readFile(path);
    const document = await PdfDocument.open(bytes);
    if (document.pageCount === 0) throw new Rejection('noPages');
    if (document.pageCount > limits.maxPages) throw new Rejection('tooManyPages', { pages: document.pageCount, limit: limits.maxPages });
    const found = await whatItDoes(bytes);
    const does = { acts: document.hasScripts || (found?.acts ?? false), carries: document.hasAttachments || (found?.carries ?? false), known: found !== undefined };
    return new PdfSource(path, document, limits.maxPixelsPerPage, does, does.carries ? await carriedFiles(document, bytes) : []);
  }

  /** A scan's own image is taken as it is, which costs a tenth of drawing its page. */
  async page(index: number, inColour = true): Promise<SourcePage | undefined> {
    const found = this.document.withPage(index, (page) => this.draw(page, index + 1));
    if (!found || !('only' in found)) return found;
    const { only, width, height, dpi } = found;
    const image = scaled(only, width, height);
    const { data, info } = await (inColour ? image : image.toColourspace('b-w')).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    return { image: { data, width: info.width, height: info.height, channels: info.channels as 1 | 3 }, dpi };
  }

  async writeSearchable(path: string, texts: readonly PageText[]): Promise<ArchiveCopy> {
    return writePdfArchive(path, { path: this.path, document: this.document, inert: this.does.known && !this.does.acts && !this.does.carries }, texts);
  }

  close(): void {
    this.document.close();
  }

  private draw(page: PdfPage, number: number): SourcePage | { readonly only: OnlyImage; readonly width: number; readonly height: number; readonly dpi: number } {
    const inches = { width: page.size.width / POINTS_PER_INCH, height: page.size.height / POINTS_PER_INCH };
    if (Math.min(page.size.width, page.size.height) < SMALLEST_SIDE) throw new Rejection('corrupt', { page: number });
    const pixels = Math.max(inches.width * inches.height * READING_DPI ** 2, ...page.images().map((image) => image.pixels));
    if (pixels > this.maxPixels) throw new Rejection('pageTooLarge', { page: number, megapixels: Math.round(pixels / 1e6), limit: Math.round(this.maxPixels / 1e6) });
    const layer = textLayer(page);
    const finest = layer ? Math.min(READING_DPI, SCREEN_HEIGHT / inches.height) : READING_DPI;
    const dpi = finest * readingScale(inches.width * finest, inches.height * finest, finest);
    const [width, height] = [Math.max(1, Math.round(inches.width * dpi)), Math.max(1, Math.round(inches.height * dpi))];
    const only = layer ? undefined : onlyImage(page);
    return only ? { only, width, height, dpi } : { image: page.render(width, height), dpi, textLayer: layer };
  }
}
