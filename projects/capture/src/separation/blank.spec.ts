import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { bilevel, faded, jpeg, noisy, turned } from '../codes/spec-support.js';
import { toGray, type GrayImage } from '../reading/gray-image.js';
import { ImageSource } from '../reading/image-source.js';
import { DEFAULT_LIMITS } from '../reading/limits.js';
import { fromRaw, makeReadable } from '../reading/page-image.js';
import { PdfSource } from '../reading/pdf-source.js';
import { letterScan } from '../reading/spec-support/letters.js';

const dpi = 200;
const scans = join(resolve(process.env['BANNETTE_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')), 'data/scans');
const isBlank = async (image: GrayImage): Promise<boolean> => (await makeReadable(image, dpi)).blank;
const page = (text: string): Promise<GrayImage> => letterScan(dpi, text).then(toGray);
const mirrored = ({ data, width, height }: GrayImage): Promise<GrayImage> => toGray(sharp(data, { raw: { width, height, channels: 1 } }).flop().blur(1));

describe('The back of a sheet is blank', () => {
  it('when nothing is on it, on white paper and on gray', async () => {
    const empty = await page(' ');
    for (const paper of [255, 225, 190]) expect(await isBlank(await faded(empty, 0, paper))).withContext(`paper ${paper}`).toBeTrue();
  });

  it('when the front shows through it', async () => {
    const through = await mirrored(await letterScan(dpi).then(toGray));
    for (const ink of [245, 225, 205]) expect(await isBlank(await faded(through, ink, 255))).withContext(`ink ${ink}`).toBeTrue();
  });

  it('when dust is on it, in gray and in black and white', async () => {
    const dusty = noisy(await page(' '), 0.0004);
    expect([await isBlank(dusty), await isBlank(await bilevel(dusty)), await isBlank(await jpeg(dusty, 40))]).toEqual([true, true, true]);
  });

  it('not when a line is written on it, however pale, askew or speckled', async () => {
    const line = await page('Lu et approuvé, le 12 mars 2026');
    const variants = { plain: line, pale: await faded(line, 140, 230), askew: await turned(line, 3), speckled: noisy(line, 0.01), bilevel: await bilevel(line) };
    for (const [name, image] of Object.entries(variants)) expect(await isBlank(image)).withContext(name).toBeFalse();
  });
});

describe('Real scans', () => {
  const blankOnes: readonly [file: string, blank: readonly boolean[]][] = [
    ['ocrmypdf/blank.pdf', [true]],
    ['ocrmypdf/3small.pdf', [false, false, false]],
    ['ocrmypdf/ccitt.pdf', [false]],
    ['ocrmypdf/jbig2.pdf', [false]],
    ['ocrmypdf/skew.pdf', [false]],
    ['paperless-ngx/barcode-fax-image.pdf', [false, false, false]],
    ['paperless-ngx/patch-code-t-middle.tiff', [false, false, false]],
  ];
  for (const [file, blank] of blankOnes) {
    it(`of ${file} are told blank or written rightly`, async () => {
      const path = join(scans, file);
      if (!existsSync(path)) return pending('skipped: the shared scans (BANNETTE_SHARED) are not here');
      const source = file.endsWith('.pdf') ? await PdfSource.open(path, DEFAULT_LIMITS) : await ImageSource.open(path, 'image/tiff', DEFAULT_LIMITS);
      const found: boolean[] = [];
      for (let index = 0; index < source.pageCount; index++) {
        const drawn = await source.page(index);
        if (drawn) found.push((await makeReadable(await toGray(fromRaw(drawn.image)), drawn.dpi)).blank);
      }
      source.close();
      expect(found).toEqual([...blank]);
    });
  }
});
