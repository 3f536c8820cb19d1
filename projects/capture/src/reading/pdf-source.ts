import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { hasActiveContent, openForRewriting, rewritten } from './pdf-rewrite.js';
import { cleanCopy } from './pdf-clean-copy.js';
import { PdfDocument, type PdfPage } from './pdf-document.js';
import { textLayer } from './pdf-text.js';
import { READING_DPI, readingScale, SCREEN_HEIGHT, type PageSource, type SourcePage } from './page-source.js';
import type { ReadLimits } from './limits.js';
import type { ReadWarning } from './reading.js';
import { Rejection } from './rejection.js';
import { imagesPdf } from './image-pdf.js';
import type { PageText } from './searchable-pdf.js';

const POINTS_PER_INCH = 72;
/** PDF 1.7 annex C: a page smaller than 3 points is no page. */
const SMALLEST_SIDE = 3;

/** A PDF. Drawn, read and cleaned by PDFium; its searchable copy is the original itself when that already is one. */
export class PdfSource implements PageSource {
  readonly mediaType = 'application/pdf';
  readonly pageCount: number;
  readonly warnings: readonly ReadWarning[];

  private constructor(
    private readonly path: string,
    private readonly document: PdfDocument,
    private readonly maxPixels: number,
    private readonly active: boolean | 'unknown',
  ) {
    this.pageCount = document.pageCount;
    this.warnings = [
      ...(active === true ? (['activeContent'] as const) : []),
      ...(document.intact ? [] : (['fileDamaged'] as const)),
    ];
  }

  static async open(path: string, limits: ReadLimits): Promise<PdfSource> {
    const bytes = await readFile(path);
    const document = await PdfDocument.open(bytes);
    if (document.pageCount === 0) throw new Rejection('noPages');
    if (document.pageCount > limits.maxPages) throw new Rejection('tooManyPages', { pages: document.pageCount, limit: limits.maxPages });
    const active = document.hasScriptsOrAttachments || (await hasActiveContent(bytes));
    return new PdfSource(path, document, limits.maxPixelsPerPage, active);
  }

  async page(index: number): Promise<SourcePage | undefined> {
    return this.document.withPage(index, (page) => this.draw(page, index + 1));
  }

  /** The original's bytes are passed on when there is nothing to add to them and they can do nothing but be read. */
  async writeSearchable(path: string, texts: readonly PageText[]): Promise<void> {
    const nothingToAdd = texts.every((text) => !text.layer && text.rotation === 0);
    if (nothingToAdd && this.active === false && this.document.intact && !this.document.encrypted) {
      await copyFile(this.path, path);
      return;
    }
    const clean = cleanCopy(this.document);
    const source = clean && (await openForRewriting(clean));
    await writeFile(path, source ? await rewritten(source, texts) : await imagesPdf(texts.map((text) => text.screen), texts));
  }

  close(): void {
    this.document.close();
  }

  private draw(page: PdfPage, number: number): SourcePage {
    const inches = { width: page.size.width / POINTS_PER_INCH, height: page.size.height / POINTS_PER_INCH };
    if (Math.min(page.size.width, page.size.height) < SMALLEST_SIDE) throw new Rejection('corrupt', { page: number });
    const pixels = Math.max(inches.width * inches.height * READING_DPI ** 2, ...page.images().map((image) => image.pixels));
    if (pixels > this.maxPixels) throw new Rejection('pageTooLarge', { page: number, megapixels: Math.round(pixels / 1e6), limit: Math.round(this.maxPixels / 1e6) });
    const layer = textLayer(page);
    const finest = layer ? Math.min(READING_DPI, SCREEN_HEIGHT / inches.height) : READING_DPI;
    const dpi = finest * readingScale(inches.width * finest, inches.height * finest, finest);
    const image = page.render(Math.max(1, Math.round(inches.width * dpi)), Math.max(1, Math.round(inches.height * dpi)));
    return { image, dpi, textLayer: layer };
  }
}
