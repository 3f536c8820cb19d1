import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createReader } from './reader.js';
import type { Reader, Reading } from './reading.js';
import { allowTime, inFolder, reading, wordRecall } from './spec-support/letters.js';

/** Scans that nobody here made: beside the repository, or where BANNETTE_SHARED says. */
const SHARED = resolve(process.env['BANNETTE_SHARED'] ?? join(import.meta.dirname, '../../../../../shared'), 'data/scans');

const READ: readonly (readonly [string, RegExp])[] = [
  ['ocrmypdf/3small.pdf', /cromulent/],
  ['ocrmypdf/acroform.pdf', /Covfefe/],
  ['ocrmypdf/aspect.pdf', /perfect circle/],
  ['ocrmypdf/blank.pdf', /^$/],
  ['ocrmypdf/ccitt.pdf', /LinnSequencer/],
  ['ocrmypdf/cmyk.pdf', /Pure Black/],
  ['ocrmypdf/negzero.pdf', /What follows is an image/],
  ['ocrmypdf/no_contents.pdf', /^$/],
  ['ocrmypdf/rotated_skew.pdf', /LinnSequencer/],
  ['ocrmypdf/truetype_font_nomapping.pdf', /Phone/],
  ['ocrmypdf/typewriter.png', /Waterman/],
  ['paperless-ngx/barcode-fax-image.pdf', /Document one[^]*Document two/],
  ['paperless-ngx/double-sided-even.pdf', /page 4/],
  ['paperless-ngx/invalid_pdf.pdf', /Invoice/],
  ['paperless-ngx/patch-code-t-middle.tiff', /test document[^]*test document/],
  ['paperless-ngx/simple.jpg', /This is a test document/],
  ['paperless-ngx/simple-noalpha.png', /This is a test document/],
  ['paperless-ngx/simple.tiff', /This is a test document/],
];

const REJECTED: readonly (readonly [string, string])[] = [
  ['ocrmypdf/enormous.pdf', 'pageTooLarge'],
  ['ocrmypdf/hugemono.pdf', 'pageTooLarge'],
  ['ocrmypdf/invalid.pdf', 'corrupt'],
  ['paperless-ngx/password-is-test.pdf', 'passwordProtected'],
  ['zxing-cpp/falsepositives-1/1x1.webp', 'unsupportedType'],
  ['ocrmypdf/linn.txt', 'unsupportedType'],
];

if (!existsSync(SHARED)) {
  console.log(`the shared scans are not at ${SHARED}: reading them is skipped`);
} else {
  describe('reading scans from elsewhere', () => {
    allowTime();
    let reader: Reader;
    beforeAll(() => (reader = createReader()));
    afterAll(() => reader.close());

    const read = <T>(file: string, look: (reading: Reading) => T | Promise<T>): Promise<T> =>
      inFolder(async (outputDir) => look(await reader.read({ inputPath: join(SHARED, file), fileName: file, outputDir })));

    for (const [file, text] of READ) {
      it(`reads ${file}`, async () => {
        await read(file, (reading) => {
          if (reading.outcome === 'rejected') return fail(reading.reason);
          expect(reading.text).toMatch(text);
          expect(reading.searchablePdf.size).toBeGreaterThan(0);
        });
      });
    }

    for (const [file, reason] of REJECTED) {
      it(`sets ${file} aside: ${reason}`, async () => {
        await read(file, (reading) => expect(reading.outcome === 'rejected' && reading.reason).toBe(reason as never));
      });
    }

    for (const [file, engine] of [['ocrmypdf/linn.png', 'wasm'], ['ocrmypdf/jbig2.pdf', 'auto'], ['ocrmypdf/skew.pdf', 'auto']] as const) {
      it(`finds nearly all words of a dense page: ${file} (${engine})`, async () => {
        const truth = await readFile(join(SHARED, 'ocrmypdf/linn.txt'), 'utf8');
        await reading(join(SHARED, file), async (page) => {
          if (page.outcome === 'rejected') return fail(page.reason);
          expect(wordRecall(truth, page.text)).toBeGreaterThan(0.95);
          await reading(page.searchablePdf.path, (copy) => expect(copy.outcome === 'read' && wordRecall(truth, copy.text)).toBeGreaterThan(0.95));
        }, { engine });
      });
    }
  });
}
