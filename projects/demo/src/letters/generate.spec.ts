import sharp from 'sharp';
import { generateLetter } from './generate.js';
import { letterKinds, type Letter, type LetterFormat, type LetterSpec } from './letter.js';
import { pdfium } from './scan/render.js';

const spec: LetterSpec = { seed: 41, kind: 'RECLAMATION', date: '2026-03-09', receivedAt: '2026-03-12', format: 'pdf-image' };
const rough = { skew: 1.2, noise: 0.2, speckle: 0.2, fold: true, handwriting: true, punchHoles: true } as const;
/** A letter with an annex: its words do not hang on the format, so that the PDF with text tells. */
const annexed: LetterSpec = { ...spec, kind: 'SUBVENTION' };

/** PDFium gives a hyphen at the end of a line as U+FFFE. */
const letters = (text: string): string => text.replace(/\s+/g, '').replace(/\ufffe/g, '-');

async function pagesOf(pdf: Buffer): Promise<{ count: number; text: string }> {
  const document = await (await pdfium()).loadDocument(pdf);
  const count = document.getPageCount();
  const text = Array.from({ length: count }, (_, index) => document.getPage(index).getText()).join('\n');
  document.destroy();
  return { count, text };
}

async function seedWithAnnex(format: LetterFormat): Promise<Letter> {
  for (let seed = 1; seed < 40; seed++) {
    const letter = await generateLetter({ ...annexed, seed, format: 'pdf-text' });
    if (letter.truth.pages > 1) return generateLetter({ ...annexed, seed, format });
  }
  throw new Error('no letter with an annex among forty');
}

describe('A generated letter', () => {
  for (const format of ['pdf-image', 'pdf-text', 'tiff-g4', 'tiff-gray', 'png', 'jpeg'] as const) {
    it(`is the same, byte for byte, when asked for again as ${format}`, async () => {
      const [first, second] = [await generateLetter({ ...spec, format, defects: rough }), await generateLetter({ ...spec, format, defects: rough })];
      expect(first.bytes.equals(second.bytes)).toBeTrue();
      expect(first.truth).toEqual(second.truth);
    });
  }

  it('is another letter with another seed', async () => {
    const [first, second] = [await generateLetter(spec), await generateLetter({ ...spec, seed: 42 })];
    expect(first.truth.text).not.toBe(second.truth.text);
  });

  for (const kind of letterKinds) {
    it(`of kind ${kind} holds what its truth says, in each of several phrasings`, async () => {
      const texts = new Set<string>();
      for (let seed = 1; seed <= 6; seed++) {
        const { bytes, truth } = await generateLetter({ ...spec, kind, seed, format: 'pdf-text' });
        const { count, text } = await pagesOf(bytes);
        const page = letters(text);
        for (const line of [...truth.text.split('\n'), truth.subject, truth.sender.postcode, truth.sender.city]) expect(page).toContain(letters(line));
        expect(text).not.toMatch(/undefined|NaN|\[object/);
        expect(truth.type).toBe(kind);
        expect(truth.pages).toBe(count);
        expect(count).toBeLessThanOrEqual(3);
        texts.add(truth.text);
      }
      expect(texts.size).toBe(6);
    });
  }

  it('names its sender and its place and date in French', async () => {
    const { truth } = await generateLetter({ ...spec, kind: 'INTERVENTION_ELU' });
    expect(truth.text).toContain(truth.sender.name);
    expect(truth.text).toMatch(/, le (9 mars 2026|09\/03\/2026)/);
    expect(truth.text).toContain(`Objet : ${truth.subject}`);
  });

  it('refuses a date that is none', async () => {
    for (const date of ['2026-13-45', '2026-02-30', 'hier']) await expectAsync(generateLetter({ ...spec, date })).toBeRejectedWithError(RangeError);
  });
});

describe('A scanned letter', () => {
  const magic: Record<LetterFormat, string> = { 'pdf-image': '25504446', 'pdf-text': '25504446', 'tiff-g4': '49492a00', 'tiff-gray': '49492a00', png: '89504e47', jpeg: 'ffd8ff' };
  for (const [format, start] of Object.entries(magic) as [LetterFormat, string][]) {
    it(`starts as ${format} files do`, async () => {
      expect((await generateLetter({ ...spec, format })).bytes.toString('hex')).toMatch(new RegExp(`^${start}`));
    });
  }

  it('as a PDF has an image a page and no text', async () => {
    const { bytes, truth } = await seedWithAnnex('pdf-image');
    const { count, text } = await pagesOf(bytes);
    expect(truth.pages).toBe(2);
    expect(count).toBe(2);
    expect(text.trim()).toBe('');
  });

  for (const format of ['tiff-g4', 'tiff-gray'] as const) {
    it(`as ${format} has pages that can be read one by one`, async () => {
      const { bytes, truth } = await seedWithAnnex(format);
      const metadata = await sharp(bytes).metadata();
      expect(metadata.pages).toBe(truth.pages);
      expect(metadata.bitsPerSample).toBe(format === 'tiff-g4' ? 1 : 8);
      expect(metadata.density).toBe(200);
      for (let page = 0; page < truth.pages; page++) {
        const { channels } = await sharp(bytes, { page }).stats();
        expect(channels[0]?.mean).toBeGreaterThan(200);
        expect(channels[0]?.min).toBeLessThan(60);
      }
    });
  }

  it('as an image is one page, whatever the kind', async () => {
    for (let seed = 1; seed <= 8; seed++) expect((await generateLetter({ ...annexed, seed, format: 'png' })).truth.pages).toBe(1);
  });

  it('has the resolution asked for and lies on its side when turned', async () => {
    const upright = await sharp((await generateLetter({ ...spec, format: 'jpeg', defects: { dpi: 300 } })).bytes).metadata();
    const turned = await sharp((await generateLetter({ ...spec, format: 'png', defects: { rotation: 270 } })).bytes).metadata();
    expect([upright.width, upright.height, upright.density]).toEqual([2480, 3508, 300]);
    expect([turned.width, turned.height, turned.density]).toEqual([2339, 1654, 200]);
  });

  it('has only black and white after a fax, every second line repeating the one above', async () => {
    const { bytes } = await generateLetter({ ...spec, format: 'png', defects: { fax: true, noise: 0.1 } });
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    const line = info.width * info.channels;
    expect([...new Set(data)].sort()).toEqual([0, 255]);
    for (let y = 0; y + 1 < info.height; y += 2) expect(data.compare(data, y * line, (y + 1) * line, (y + 1) * line, (y + 2) * line)).toBe(0);
  });

  it('bears the stamp of the day it was received on, unless it is to have none', async () => {
    const ink = async (stamp: boolean): Promise<number> => {
      const { bytes } = await generateLetter({ ...spec, format: 'tiff-g4', defects: { stamp } });
      const place = await sharp(bytes).extract({ left: 150, top: 440, width: 620, height: 260 }).raw().toBuffer();
      return place.filter((tone) => tone === 0).length / place.length;
    };
    expect(await ink(true)).toBeGreaterThan((await ink(false)) + 0.03);
  });

  it('keeps its words whatever happens to the paper', async () => {
    const [clean, worn] = [await generateLetter(spec), await generateLetter({ ...spec, format: 'tiff-g4', defects: rough })];
    expect(worn.truth).toEqual(clean.truth);
    expect(worn.bytes.equals(clean.bytes)).toBeFalse();
  });
});
