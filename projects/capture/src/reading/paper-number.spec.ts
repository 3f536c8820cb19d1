import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSymbol } from '@bannette/print';
import { endorsementSetting, type EndorsementSetting, type NumberPlace } from '@bannette/domain';
import { readCodes } from '../codes/read-codes.js';
import { scanned, turned } from '../codes/spec-support.js';
import type { GrayImage } from './gray-image.js';
import { nativeEngine } from './ocr-native.js';
import { WasmEngine } from './ocr-wasm.js';
import type { OcrEngine } from './ocr.js';
import { blankButForNumber, numberOnPage } from './paper-number.js';
import { recognisePage } from './recognise-page.js';
import { allowTime, inFolder, LETTER, writeLetterPdf } from './spec-support/letters.js';

const number = '2026112200042';
const pattern = (places: readonly NumberPlace[]): EndorsementSetting[] => [endorsementSetting.parse({ code: 'CHAINE', label: 'Chaîne', pattern: '20\\d{6}(?<sequence>\\d{5})', places })];
const point = 72 / 25.4;
const imprint = (x: number, y: number, angle = 0) => (pdf: PDFKit.PDFDocument): void => void pdf.save().rotate(angle, { origin: [x * point, y * point] }).font('Courier').fontSize(11).text(number, x * point, y * point, { lineBreak: false }).restore();

describe('The number that a scanner printed', () => {
  allowTime();
  let engine: OcrEngine;
  beforeAll(async () => void (engine = (await nativeEngine('fra')) ?? new WasmEngine()));
  afterAll(() => engine.close());

  const page = (text: string, draw?: (pdf: PDFKit.PDFDocument) => void): Promise<GrayImage> => inFolder(async (folder) => (await scanned(await readFile(await writeLetterPdf(join(folder, 'letter.pdf'), { pages: [text] }, draw))))[0]!);
  const asPage = ({ data, width, height }: GrayImage) => ({ image: { data, width, height, channels: 1 as const }, dpi: 200 });
  const found = (image: GrayImage, places: readonly NumberPlace[]) =>
    inFolder(async (folder) => {
      const reader = { engine, language: 'fra', folder };
      const read = await recognisePage(asPage(image), reader, AbortSignal.timeout(60_000));
      const codes = places.includes('code') ? (await readCodes(image)).map(({ text }) => text) : [];
      const number = await numberOnPage(asPage(image), codes, read, pattern(places), reader, AbortSignal.timeout(60_000));
      return { number, blank: number ? await blankButForNumber(asPage(image), read, number) : read.blank };
    });

  for (const [name, x, y, angle, place] of [
    ['above', 20, 8, 0, 'top'],
    ['below', 120, 285, 0, 'bottom'],
    ['along the left, upwards', 8, 200, -90, 'left'],
    ['along the right, downwards', 203, 100, 90, 'right'],
  ] as const) {
    it(`is read ${name}, with its running part`, async () => {
      const { number: read } = await found(await page(LETTER, imprint(x, y, angle)), [place]);
      expect(read).toEqual(jasmine.objectContaining({ number, place, sequence: 42, run: '20261122#', pattern: 'CHAINE' }));
      expect(read?.confidence).toBeGreaterThan(0.5);
    });
  }

  it('is read in the margin of the sheet as it was fed, though the letter lay on its head', async () => {
    const upright = await page(LETTER, imprint(120, 285, 180));
    expect((await found(await turned(upright, 180), ['top'])).number).toEqual(jasmine.objectContaining({ number, place: 'top' }));
  });

  it('is read from the barcode of a label', async () => {
    const image = await page(LETTER, (pdf) => drawSymbol(pdf, number, 'code128', { x: 110, y: 12, module: 0.4 }));
    expect((await found(image, ['code'])).number).toEqual(jasmine.objectContaining({ number, place: 'code' }));
  });

  it('is not taken from within the letter', async () => {
    expect((await found(await page(`${LETTER}\n\nVotre dossier ${number}`), ['top', 'bottom', 'left', 'right'])).number).toBeUndefined();
  });

  it('leaves a back blank that bears nothing else, and a drawing no blank', async () => {
    expect(await found(await page('', imprint(60, 12)), ['top'])).toEqual({ number: jasmine.objectContaining({ number }), blank: true });
    const drawn = await page('', (pdf) => {
      imprint(60, 12)(pdf);
      pdf.lineWidth(3).circle(300, 400, 90).stroke();
    });
    expect(await found(drawn, ['top'])).toEqual({ number: jasmine.objectContaining({ number }), blank: false });
  });
});
