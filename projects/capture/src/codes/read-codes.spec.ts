import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { toGray, type GrayImage } from '../reading/gray-image.js';
import { letterScan } from '../reading/spec-support/letters.js';
import { labelsPdf } from '../sheets/labels.js';
import { sheetsPdf, type Sheet } from '../sheets/sheets.js';
import { judgeCodes } from './page-codes.js';
import { readCodes, type FoundCode } from './read-codes.js';
import { decodeSheet } from '@bannette/print';
import { bilevel, faded, faxed, jpeg, noisy, scanned, turned } from './spec-support.js';

const printed = { authority: 'Département de la Lys-et-Loire', entityId: 'default' };
const sheets: readonly Sheet[] = [
  { code: { kind: 'newLetter', value: '' }, label: 'Nouveau courrier' },
  { code: { kind: 'service', value: 'DIRECTION_AUTONOMIE' }, label: 'Maison départementale de l’autonomie et des personnes handicapées' },
  { code: { kind: 'type', value: 'ASE_INFO_PREOCCUPANTE' }, label: 'Enfance – information préoccupante' },
  { code: { kind: 'identification', value: 'A-2026-000123' }, label: 'A-2026-000123' },
];
const degradations: { readonly [name: string]: (image: GrayImage) => Promise<GrayImage> | GrayImage } = {
  'as printed': (image) => image,
  ...Object.fromEntries([90, 180, 270, 3, -3, 93, 177].map((degrees) => [`turned by ${degrees}°`, (image: GrayImage) => turned(image, degrees)])),
  'in low contrast': (image) => faded(image, 150, 215),
  'in black and white': bilevel,
  'in black and white, askew': async (image) => bilevel(await turned(image, -3)),
  'in a strong JPEG': (image) => jpeg(image, 20),
  'by fax': faxed,
  'by fax, on its head': async (image) => faxed(await turned(image, 180)),
  'under salt and pepper (5 %)': (image) => noisy(image, 0.05),
  'under salt and pepper (15 %)': (image) => noisy(image, 0.15),
  'under salt and pepper, askew': async (image) => noisy(await turned(image, 2), 0.08),
};
const ours = ({ text }: FoundCode): boolean => decodeSheet(text, 'default') !== undefined;
const saidOn = async (image: GrayImage) => judgeCodes(await readCodes(image, { wanted: ours }), { entityId: 'default', foreignCodes: [] }).sheets;
const shared = join(resolve(process.env['BANNETTE_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')), 'data/scans/zxing-cpp');

describe('A sheet that was printed and scanned', () => {
  let pages: readonly GrayImage[];
  beforeAll(async () => {
    pages = await scanned(await sheetsPdf(sheets, printed));
  });

  for (const [name, degrade] of Object.entries(degradations)) {
    it(`says the same ${name}`, async () => {
      for (const [index, page] of pages.entries()) expect(await saidOn(await degrade(page))).withContext(sheets[index]?.label ?? '').toEqual([sheets[index]!.code]);
    });
  }

  it('says it at 100, 150 and 300 dots to the inch, too', async () => {
    for (const dpi of [100, 150, 300]) for (const [index, page] of (await scanned(await sheetsPdf(sheets, printed), dpi)).entries()) expect(await saidOn(page)).withContext(`${dpi} dpi`).toEqual([sheets[index]!.code]);
  });

  it('says it with either of its codes torn off', async () => {
    const [page] = pages;
    for (const top of [0, 0.5]) {
      const half = await toGray(sharp(page!.data, { raw: { width: page!.width, height: page!.height, channels: 1 } }).extract({ left: 0, top: Math.round(page!.height * top), width: page!.width, height: Math.floor(page!.height / 2) }));
      expect(await saidOn(half)).toEqual([sheets[0]!.code]);
    }
  });

  it('says nothing to another authority', async () => {
    expect(judgeCodes(await readCodes(pages[1]!), { entityId: 'another', foreignCodes: [] })).toEqual({ sheets: [], foreign: false });
  });
});

describe('Labels of mails', () => {
  for (const symbology of ['qr', 'dataMatrix', 'code128'] as const) {
    it(`are read as ${symbology}, all of a sheet of them, in black and white`, async () => {
      const chronos = Array.from({ length: symbology === 'code128' ? 4 : 9 }, (_, index) => `A-2026-${String(index + 1).padStart(6, '0')}`);
      const [sheet] = await scanned(await labelsPdf(chronos, { symbology, start: 3 }, printed));
      const read = await saidOn(await bilevel(sheet!));
      expect(read.map(({ value }) => value).sort()).toEqual(chronos);
      expect(new Set(read.map(({ kind }) => kind))).toEqual(new Set(['label']));
    });
  }

  it('begin at the label that is still there, and go on to a second sheet', async () => {
    const pages = await scanned(await labelsPdf(['A-1', 'A-2', 'A-3'], { symbology: 'qr', start: 13 }, printed));
    expect(await Promise.all(pages.map(async (page) => (await saidOn(page)).map(({ value }) => value)))).toEqual([['A-1', 'A-2'], ['A-3']]);
  });
});

describe('Letters without a sheet', () => {
  it('have none found on them, however they were scanned', async () => {
    const letter = await toGray(await letterScan());
    for (const [name, degrade] of Object.entries(degradations)) expect(await saidOn(await degrade(letter))).withContext(name).toEqual([]);
  });

  it('nor have zxing’s own false positives and foreign codes', async () => {
    if (!existsSync(shared)) return pending('skipped: the shared scans (BANNETTE_SHARED) are not here');
    for (const folder of await readdir(shared)) {
      for (const name of (await readdir(join(shared, folder))).filter((each) => /\.(png|jpe?g|webp|gif)$/i.test(each))) {
        const gray = await toGray(sharp(await readFile(join(shared, folder, name))).flatten({ background: 'white' }));
        const texts = await readCodes(gray, { anyFormat: true });
        expect(judgeCodes(texts, { entityId: 'default', foreignCodes: [] })).withContext(name).toEqual({ sheets: [], foreign: false });
      }
    }
  });
});
