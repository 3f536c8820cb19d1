import { existsSync } from 'node:fs';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { veraPdf } from '@bannette/print/testing';
import sharp, { type Sharp, type TiffOptions } from 'sharp';
import { cutFile } from '../reading/cut-file.js';
import { createReader } from '../reading/reader.js';
import type { ReadFile, Reader } from '../reading/reading.js';
import { allowTime, asRead, inFolder, letterScan, writeEmbeddedPdf, writeLetterPdf, writePdfA } from '../reading/spec-support/letters.js';

const SHARED = resolve(process.env['BANNETTE_SHARED'] ?? join(import.meta.dirname, '../../../../../shared'), 'data/scans');
const FROM_ELSEWHERE = ['ocrmypdf/3small.pdf', 'ocrmypdf/acroform.pdf', 'ocrmypdf/ccitt.pdf', 'ocrmypdf/cmyk.pdf', 'ocrmypdf/jbig2.pdf', 'ocrmypdf/skew.pdf', 'ocrmypdf/truetype_font_nomapping.pdf', 'paperless-ngx/invalid_pdf.pdf', 'paperless-ngx/simple.jpg', 'paperless-ngx/simple-noalpha.png', 'paperless-ngx/patch-code-t-middle.tiff', 'paperless-ngx/split-by-tag-basic.pdf'];

const validator = await veraPdf();
if ('missing' in validator) console.log(`archive copies are not validated: ${validator.missing}`);

describe('An archive copy', () => {
  allowTime();
  let reader: Reader;
  beforeAll(() => (reader = createReader({ processes: 1 })));
  afterAll(() => reader.close());

  /** Writes a file, reads it, and lets `look` see its archive copy. */
  const archived = (write: (path: string) => Promise<unknown>, look: (read: ReadFile, path: string) => Promise<void>): Promise<void> =>
    inFolder(async (folder) => {
      const inputPath = join(folder, 'received');
      await write(inputPath);
      await inFolder(async (outputDir) => look(asRead(await reader.read({ inputPath, fileName: 'received', outputDir })), inputPath));
    });

  const isPdfA = async (path: string): Promise<void> => {
    if (!('missing' in validator)) expect(await validator.check(path)).toEqual(['ok']);
  };

  /** All at once: the validator takes seconds to start. */
  const arePdfA = (received: readonly (readonly [string, (path: string) => Promise<unknown>])[]): Promise<void> =>
    inFolder(async (folder) => {
      const copies: string[] = [];
      for (const [, write] of received) {
        await archived(write, async ({ searchablePdf }) => {
          copies.push(join(folder, `${copies.length}.pdf`));
          await copyFile(searchablePdf.path, copies.at(-1)!);
        });
      }
      if ('missing' in validator) return;
      const said = await validator.check(...copies);
      expect(said.map((word, index) => `${received[index]?.[0]}: ${word}`)).toEqual(received.map(([what]) => `${what}: ok`));
    });

  const fax = async (text: string): Promise<Sharp> => (await letterScan(200, text)).toColourspace('b-w').threshold(160);
  const g4 = (extra: TiffOptions): TiffOptions => ({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4, ...extra });

  it('is PDF/A-2b, whatever came in', async () => {
    const letter = await letterScan(150);
    const received: readonly (readonly [string, (path: string) => Promise<unknown>])[] = [
      ['a colour JPEG', (path) => letter.clone().toColourspace('srgb').jpeg().withMetadata({ density: 150 }).toFile(path)],
      ['a gray PNG, askew', (path) => letter.clone().rotate(3, { background: 'white' }).png().withMetadata({ density: 150 }).toFile(path)],
      ['a PNG one can see through', (path) => letter.clone().toColourspace('srgb').ensureAlpha().png().toFile(path)],
      ['a JPEG in inks', (path) => letter.clone().toColourspace('cmyk').jpeg().toFile(path)],
      ['a page on its side', (path) => letter.clone().rotate(90).jpeg().withMetadata({ density: 150 }).toFile(path)],
      ['a TIFF in group 4', async (path) => (await fax('Un fax')).tiff(g4({})).toFile(path)],
      ['a PDF with its fonts', (path) => writeEmbeddedPdf(path)],
      ['a PDF without its fonts', (path) => writeLetterPdf(path)],
    ];
    await arePdfA(received);
  });

  it('of a born PDF with its fonts has the page itself; one without is drawn, and says which', async () => {
    await archived((path) => writeEmbeddedPdf(path), async ({ archive }) => expect(archive).toEqual({ form: 'made', drawn: [] }));
    await archived((path) => writeLetterPdf(path), async ({ archive }) => expect(archive).toEqual({ form: 'made', drawn: [1] }));
    await archived((path) => writePdfA(path), async ({ archive }) => expect(archive).toEqual({ form: 'kept', drawn: [] }));
  });

  it('has a JPEG’s own bytes, and a fax’s own strip', async () => {
    await archived(async (path) => (await letterScan(150)).jpeg().withMetadata({ density: 150 }).toFile(path), async ({ searchablePdf }, received) => {
      expect((await imageOf(searchablePdf.path)).equals(await readFile(received))).toBeTrue();
    });
    await archived(async (path) => (await fax('Un fax')).tiff(g4({ tileHeight: 4000 })).toFile(path), async ({ searchablePdf }, received) => {
      const strip = await imageOf(searchablePdf.path);
      expect(strip.length).toBeGreaterThan(100);
      expect((await readFile(received)).includes(strip)).toBeTrue();
    });
  });

  it('of a fax in many strips stays as small, with the same pixels', async () => {
    await archived(async (path) => (await fax('Un fax en bandes')).tiff(g4({ tileHeight: 128 })).toFile(path), async ({ searchablePdf }, received) => {
      expect(searchablePdf.size).toBeLessThan((await stat(received)).size + 8_000);
    });
  });

  it('of part of a batch is one, too', async () => {
    await archived(async (path) => sharp(await Promise.all(['Une page', 'Une autre'].map(async (text) => (await fax(text)).png().toBuffer())), { join: { across: 1, animated: true } }).tiff({ compression: 'jpeg' }).toFile(path), async (read, path) => {
      await inFolder(async (outputDir) => {
        const source = { path, mediaType: read.mediaType, pages: read.pages.length, searchablePath: read.searchablePdf.path };
        const parts = await cutFile({ sources: [source], parts: [[{ source: 0, number: 2, turn: 0 }]], outputDir });
        await isPdfA(parts![0]!.searchable!.path);
      });
    });
  });

  if (!existsSync(SHARED)) console.log(`the shared scans are not at ${SHARED}: their archive copies are not validated`);
  else {
    it('is PDF/A-2b of scans and PDFs from elsewhere', () => arePdfA(FROM_ELSEWHERE.map((file) => [file, (path) => copyFile(join(SHARED, file), path)])));
  }
});

/** The bytes of the first image of a PDF, as they are compressed. */
async function imageOf(path: string): Promise<Buffer> {
  const pdf = await PDFDocument.load(await readFile(path));
  const image = pdf.context.enumerateIndirectObjects().map(([, object]) => object).find((object) => object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
  return Buffer.from((image as PDFRawStream).contents);
}
