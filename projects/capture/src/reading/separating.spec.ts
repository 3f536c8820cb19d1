import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { bilevel, noisy, scanned } from '../codes/spec-support.js';
import { sheetsPdf, type Sheet } from '../sheets/sheets.js';
import { PdfDocument } from './pdf-document.js';
import { textLayer } from './pdf-text.js';
import { createReader } from './reader.js';
import type { ReadFile, Reader, ReadRequest } from './reading.js';
import { toGray, type GrayImage } from './gray-image.js';
import { writeArchive } from '../archive/archive-file.js';
import { addImagePage } from '../archive/image-page.js';
import { allowTime, asRead, inFolder, LETTER, letterScan, wordRecall } from './spec-support/letters.js';

const scans = join(resolve(process.env['BANNETTE_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')), 'data/scans/paperless-ngx');
const separation = { entityId: 'default', foreignCodes: [], keepBlankPages: false };
const newLetter: Sheet = { code: { kind: 'newLetter', value: '' }, label: 'Nouveau courrier' };
const service: Sheet = { code: { kind: 'service', value: 'MDPH' }, label: 'MDPH' };

/** A scanned pile as a PDF of images: each page bilevel, with the scanner's dust. */
async function pile(pages: readonly GrayImage[]): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const path = join(folder, 'pile.pdf');
    await writeArchive(path, async (file) => {
      for (const page of pages) {
        const { data, width, height } = await bilevel(noisy(page, 0.0005));
        const bytes = await sharp(data, { raw: { width, height, channels: 1 } }).png({ palette: true, colours: 2 }).toBuffer();
        addImagePage(file, { image: { encoding: 'png', bytes }, width: (width * 72) / 200, height: (height * 72) / 200, turn: 0 });
      }
    });
    return readFile(path);
  });
}

describe('A reader that is told to part batches', () => {
  allowTime();
  let reader: Reader;
  beforeAll(() => {
    reader = createReader({ processes: 1 });
  });
  afterAll(() => reader.close());

  const read = <T>(path: string, order: ReadRequest['separation'], look: (read: ReadFile, folder: string) => T | Promise<T>): Promise<T> =>
    inFolder(async (outputDir) => look(asRead(await reader.read({ inputPath: path, fileName: 'lot', outputDir, ...(order ? { separation: order } : {}) })), outputDir));

  it('cuts scans at their sheets, with a searchable copy of each letter’s own text', async () => {
    const letter = await toGray(await letterScan());
    const other = await toGray(await letterScan(200, LETTER.replaceAll('Lefebvre', 'Vasseur')));
    const blank = await toGray(await letterScan(200, ' '));
    const [first, second] = await scanned(await sheetsPdf([service, newLetter], { authority: 'Département', entityId: 'default' }));
    await inFolder(async (folder) => {
      const path = join(folder, 'lot.pdf');
      await writeFile(path, await pile([first!, blank, letter, blank, second!, other]));
      await read(path, separation, async ({ separation: parted, pages, warnings }) => {
        expect(warnings).toEqual([]);
        expect(parted?.fates).toEqual(['separator', 'blank', 'document', 'blank', 'separator', 'document']);
        expect(parted?.documents.map(({ pages: own, sheet }) => [own, sheet?.service])).toEqual([[[3], 'MDPH'], [[6], undefined]]);
        expect(pages[0]?.text).withContext('a sheet is not read').toBe('');
        for (const [index, name] of ['Lefebvre', 'Vasseur'].entries()) {
          const bytes = await readFile(parted?.documents[index]?.cut?.searchable?.path ?? '');
          const copy = await PdfDocument.open(bytes);
          const text = copy.withPage(0, (page) => textLayer(page)?.text) ?? '';
          expect([copy.pageCount, text.includes(name), wordRecall(LETTER.replaceAll('Lefebvre', name), text) > 0.9]).toEqual([1, true, true]);
          copy.close();
        }
      });
      await read(path, undefined, ({ separation: parted, pages }) => expect([parted, pages.length]).toEqual([undefined, 6]));
      await read(path, { ...separation, entityId: 'another' }, ({ separation: parted }) => expect(parted?.fates).toEqual(['document', 'blank', 'document', 'blank', 'document', 'document']));
    });
  });

  it('leaves a signed file whole, and says so', async () => {
    await inFolder(async (folder) => {
      const signed = await PDFDocument.load(await sheetsPdf([newLetter], { authority: 'Département', entityId: 'default' }));
      signed.addPage().drawText('Monsieur le Maire, je vous prie de bien vouloir examiner ma demande.');
      signed.context.register(signed.context.obj({ Type: 'Sig', ByteRange: [0, 10, 20, 30] }));
      const path = join(folder, 'signed.pdf');
      await writeFile(path, await signed.save());
      await read(path, separation, ({ separation: parted, warnings }) => expect([parted, warnings]).toEqual([undefined, ['notSeparated']]));
    });
  });

  for (const file of ['patch-code-t-middle.pdf', 'patch-code-t-middle.tiff', 'barcode-fax-image.pdf']) {
    it(`parts ${file} at its Patch T when the settings declare it, and never otherwise`, async () => {
      const path = join(scans, file);
      if (!existsSync(path)) return pending('skipped: the shared scans (BANNETTE_SHARED) are not here');
      await read(path, { ...separation, foreignCodes: [{ text: 'PATCHT' }] }, ({ separation: parted }) => expect(parted?.documents.map(({ pages }) => pages)).toEqual([[1], [3]]));
      await read(path, separation, ({ separation: parted }) => expect(parted).toBeUndefined());
    });
  }

  it('parts at codes of others by their beginning', async () => {
    const path = join(scans, 'split-by-tag-basic.pdf');
    if (!existsSync(path)) return pending('skipped: the shared scans (BANNETTE_SHARED) are not here');
    await read(path, { ...separation, foreignCodes: [{ text: 'TAG:*' }] }, ({ separation: parted }) => expect(parted?.documents.map(({ pages }) => pages)).toEqual([[1], [3], [5, 6]]));
  });
});
