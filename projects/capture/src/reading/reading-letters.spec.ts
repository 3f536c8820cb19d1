import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { availableEngine } from './ocr-choice.js';
import { nativeEngine } from './ocr-native.js';
import { fromRaw } from './page-image.js';
import { PdfDocument } from './pdf-document.js';
import { createReader } from './reader.js';
import type { ReadFile, Reader } from './reading.js';
import { allowTime, asRead, inFolder, letterScan, LETTER, speckled, wordRecall, writeLetterPdf, writePdfA, reading } from './spec-support/letters.js';
import { flateStream, rawPdf } from './spec-support/raw-pdf.js';

const native = (await nativeEngine('fra')) !== undefined;
if (!native) console.log('native Tesseract with French is not installed: letters are read by tesseract.js only');

describe('the choice of recogniser', () => {
  allowTime();
  it('says what it is, and takes the native one where it is installed', async () => {
    const engine = await availableEngine();
    expect(engine.name).toBe(native ? 'native' : 'wasm');
    expect(engine.version).toMatch(/^\d+\.\d+/);
    expect(engine.languages).toContain('fra');
  });
});

for (const engine of native ? (['wasm', 'native'] as const) : (['wasm'] as const)) {
  describe(`reading letters (${engine})`, () => {
    allowTime();
    let reader: Reader;
    beforeAll(() => (reader = createReader({ engine, processes: 1 })));
    afterAll(() => reader.close());

    /** Writes a file, reads it, and lets `look` see what was read before it is cleaned away. */
    async function read(write: (path: string) => Promise<unknown>, look: (read: ReadFile, input: string) => Promise<void> | void): Promise<void> {
      await inFolder(async (folder) => {
        const inputPath = join(folder, 'received');
        await write(inputPath);
        await inFolder(async (outputDir) => look(asRead(await reader.read({ inputPath, fileName: 'received', outputDir })), inputPath));
      });
    }

    it('recognises a scanned letter, page, words and places, and leaves the original as it was', async () => {
      const scan = await (await letterScan(300)).jpeg({ quality: 75 }).toBuffer();
      await read((path) => sharp(scan).withMetadata({ density: 300 }).toFile(path), async (letter, input) => {
        expect(letter.mediaType).toBe('image/jpeg');
        expect(letter.engine).toMatch(engine === 'native' ? /^tesseract \d/ : /^tesseract\.js \d/);
        expect(wordRecall(LETTER, letter.text)).toBeGreaterThan(0.97);
        expect(letter.confidence).toBeGreaterThan(80);
        expect(letter.cpuSeconds).toBeGreaterThan(0);
        const page = letter.pages[0]!;
        expect([page.source, page.rotation, page.blank]).toEqual(['ocr', 0, false]);
        expect([page.skew, page.language, page.readIn, page.doubts]).toEqual([0, 'fra', 'fra', []]);
        expect(page.height / page.width).toBeCloseTo(Math.SQRT2, 2);
        const sender = page.words.find((word) => word.text === 'Lefebvre')!;
        expect(sender.box.top).toBeCloseTo(0.09, 1);
        expect(sender.box.left).toBeCloseTo(0.25, 1);
        expect((await readFile(input)).equals(await sharp(scan).withMetadata({ density: 300 }).toBuffer())).toBeTrue();
      });
    });

    it('makes a searchable copy of its size, whose text lies where the words are, in reading order', async () => {
      await read(async (path) => (await letterScan(200)).rotate(2.5, { background: 'white' }).png().withMetadata({ density: 200 }).toFile(path), async (letter) => {
        const { path, size, sha512 } = letter.searchablePdf;
        expect((await stat(path)).size).toBe(size);
        expect(createHash('sha512').update(await readFile(path)).digest('hex')).toBe(sha512);
        await reading(path, (copy) => {
          const again = asRead(copy);
          expect(again.engine).toBe('textLayer');
          expect(again.text.replace(/\s+/g, ' ')).toContain('Monsieur le Président du Conseil départemental');
          for (const wanted of ['Lefebvre', 'stationnement', 'Vasseur', 'distinguées.']) {
            const recognised = letter.pages[0]!.words.find((word) => word.text === wanted)!.box;
            const laid = again.pages[0]!.words.find((word) => word.text === wanted)!.box;
            expect(Math.abs(laid.left + laid.width / 2 - recognised.left - recognised.width / 2)).toBeLessThan(0.01);
            expect(Math.abs(laid.top + laid.height / 2 - recognised.top - recognised.height / 2)).toBeLessThan(0.01);
          }
        });
      });
    });

    it('reads a photocopy full of speckles', async () => {
      await read(async (path) => (await speckled(await letterScan(300), 0.05)).png({ compressionLevel: 3 }).withMetadata({ density: 300 }).toFile(path), (letter) => {
        expect(wordRecall(LETTER, letter.text)).toBeGreaterThan(0.95);
      });
    });

    for (const turned of [90, 180, 270] as const) {
      it(`turns a page scanned ${turned}° round upright, in the copy too`, async () => {
        await read(async (path) => (await letterScan(200)).rotate(turned).jpeg().withMetadata({ density: 200 }).toFile(path), async (letter) => {
          const page = letter.pages[0]!;
          expect(page.rotation).toBe((360 - turned) as 90 | 180 | 270);
          expect(page.height).toBeGreaterThan(page.width);
          expect(wordRecall(LETTER, letter.text)).toBeGreaterThan(0.95);
          await reading(letter.searchablePdf.path, (copy) => {
            const again = asRead(copy).pages[0]!;
            expect(again.height).toBeGreaterThan(again.width);
            expect(again.words.find((word) => word.text === 'Lefebvre')!.box.top).toBeCloseTo(page.words.find((word) => word.text === 'Lefebvre')!.box.top, 1);
          });
        });
      });
    }

    it('shows a photograph as its EXIF orientation means it', async () => {
      await read(async (path) => sharp(await (await letterScan(200)).rotate(270).jpeg().toBuffer()).withMetadata({ orientation: 6, density: 200 }).toFile(path), async (letter) => {
        expect(letter.pages[0]!.rotation).toBe(0);
        expect(letter.pages[0]!.height).toBeGreaterThan(letter.pages[0]!.width);
        expect(wordRecall(LETTER, letter.text)).toBeGreaterThan(0.97);
        await reading(letter.searchablePdf.path, (copy) => expect(wordRecall(LETTER, asRead(copy).text)).toBeGreaterThan(0.95));
      });
    });

    it('marks a blank page and keeps it', async () => {
      await read((path) => sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#fbfaf5' } }).png().toFile(path), (letter) => {
        expect(letter.pages.map(({ blank, text }) => [blank, text])).toEqual([[true, '']]);
        expect(letter.confidence).toBe(0);
      });
    });

    it('lays text only over those pages of a PDF that have none', async () => {
      const scan = await (await letterScan(200)).jpeg().toBuffer();
      await read((path) => writeLetterPdf(path, { pages: ['Page dactylographiée, qui dit son texte elle-même, sans qu’il faille le reconnaître : elle est prise telle quelle.'] }, (pdf) => pdf.addPage().image(scan, 0, 0, { width: 595 })), async (letter) => {
        expect(letter.pages.map((page) => page.source)).toEqual(['textLayer', 'ocr']);
        expect(letter.pages[0]!.confidence).toBe(100);
        await reading(letter.searchablePdf.path, (copy) => {
          const again = asRead(copy);
          expect(again.pages.map((page) => page.source)).toEqual(['textLayer', 'textLayer']);
          expect(again.pages[0]!.text.match(/dactylographiée/g)).toEqual(['dactylographiée']);
          expect(wordRecall(LETTER, again.pages[1]!.text)).toBeGreaterThan(0.97);
        });
      });
    });
  });
}

describe('reading files of many kinds', () => {
  allowTime();
  it('keeps a PDF that is PDF/A by its own word and says all its text as its own archive copy, byte for byte', async () => {
    await inFolder(async (folder) => {
      const path = await writePdfA(join(folder, 'letter.pdf'));
      await reading(path, async (letter) => {
        const { archive, searchablePdf, engine } = asRead(letter);
        expect(archive).toEqual({ form: 'kept', drawn: [] });
        expect(engine).toBe('textLayer');
        expect((await readFile(searchablePdf.path)).equals(await readFile(path))).toBeTrue();
      });
    });
  });

  it('draws the pages of a PDF whose fonts are not in it, and lays their own text over', async () => {
    await inFolder(async (folder) => {
      const path = await writeLetterPdf(join(folder, 'letter.pdf'), { pages: [LETTER, 'Pièce jointe : certificat médical'] });
      await reading(path, async (letter) => {
        const { pages, text, engine, searchablePdf, archive, warnings } = asRead(letter);
        expect(pages.map(({ number, source, language }) => [number, source, language])).toEqual([[1, 'textLayer', 'fra'], [2, 'textLayer', undefined]]);
        expect(wordRecall(LETTER, text)).toBe(1);
        expect(text.split('\f').length).toBe(2);
        expect([engine, warnings, archive]).toEqual(['textLayer', [], { form: 'made', drawn: [1, 2] }]);
        await reading(searchablePdf.path, (copy) => {
          const again = asRead(copy).pages[0]!;
          expect(again.source).toBe('textLayer');
          expect(again.text.replace(/\s+/g, ' ')).toContain('Monsieur le Président du Conseil départemental');
          for (const wanted of ['Lefebvre', 'Vasseur']) expect(Math.abs(again.words.find((word) => word.text === wanted)!.box.top - pages[0]!.words.find((word) => word.text === wanted)!.box.top)).toBeLessThan(0.015);
        });
      });
    });
  });

  it('keeps each page its own text when the pages of a PDF share their resources', async () => {
    const images = await Promise.all(['Premier feuillet', 'Second feuillet'].map(async (text) => (await letterScan(150, text)).jpeg().toBuffer({ resolveWithObject: true })));
    const image = ({ data, info }: (typeof images)[number]): Buffer =>
      Buffer.concat([Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${info.width} /Height ${info.height} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
    const pdf = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /Resources 9 0 R /MediaBox [0 0 595 842] >>',
      '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
      '<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>',
      flateStream('', Buffer.from('q 595 0 0 842 0 0 cm /A Do Q')),
      flateStream('', Buffer.from('q 595 0 0 842 0 0 cm /B Do Q')),
      ...images.map(image),
      '<< /XObject << /A 7 0 R /B 8 0 R >> >>',
    ]);
    await inFolder(async (folder) => {
      const path = join(folder, 'scan.pdf');
      await writeFile(path, pdf);
      await reading(path, async (scan) => {
        expect(asRead(scan).pages.map((page) => page.text)).toEqual(['Premier feuillet', 'Second feuillet']);
        await reading(asRead(scan).searchablePdf.path, (copy) => expect(asRead(copy).pages.map((page) => page.text.trim())).toEqual(['Premier feuillet', 'Second feuillet']));
      });
    });
  });

  it('goes by content, not by the name of the file', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'facture.pdf');
      await (await letterScan(150)).png().toFile(path);
      await reading(path, (letter) => expect(asRead(letter).mediaType).toBe('image/png'));
    });
  });

  it('reads every page of a TIFF in fax compression, and keeps the copy small', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'fax');
      const pages = await Promise.all(['Première page du dossier', 'Deuxième page du dossier', 'Troisième page du dossier'].map(async (text) => (await letterScan(200, `${text}\n\n${LETTER}`)).png().toBuffer()));
      await sharp(pages, { join: { across: 1, animated: true } }).toColourspace('b-w').threshold(160)
        .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 200 / 25.4, yres: 200 / 25.4 }).toFile(path);
      await reading(path, async (fax) => {
        const { pages: read, searchablePdf, mediaType } = asRead(fax);
        expect(mediaType).toBe('image/tiff');
        expect(read.map((page) => page.text.split(' ')[0])).toEqual(['Première', 'Deuxième', 'Troisième']);
        expect(searchablePdf.size).toBeLessThan(3 * (await stat(path)).size);
        await reading(searchablePdf.path, (copy) => expect(asRead(copy).pages.map((page) => page.text.split(' ')[0])).toEqual(['Première', 'Deuxième', 'Troisième']));
      });
    });
  });

  it('stretches a fax of half resolution back to the shape of its paper', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'fax');
      const { width, height } = await sharp(await (await letterScan(200)).png().toBuffer()).metadata();
      await (await letterScan(200)).resize({ width, height: Math.round(height / 2), fit: 'fill' }).tiff({ compression: 'lzw', xres: 200 / 25.4, yres: 100 / 25.4 }).toFile(path);
      await reading(path, (fax) => {
        const page = asRead(fax).pages[0]!;
        expect(page.height / page.width).toBeCloseTo(Math.SQRT2, 1);
        expect(wordRecall(LETTER, page.text)).toBeGreaterThan(0.8);
      });
    });
  });

  for (const compression of ['jpeg', 'deflate', 'packbits', 'none'] as const) {
    it(`reads a colour TIFF in ${compression} compression`, async () => {
      await inFolder(async (folder) => {
        const path = join(folder, 'scan');
        await (await letterScan(150)).toColourspace('srgb').tiff({ compression, quality: 80, xres: 150 / 25.4, yres: 150 / 25.4 }).toFile(path);
        await reading(path, (letter) => expect(wordRecall(LETTER, asRead(letter).text)).toBeGreaterThan(0.9));
      });
    });
  }

  it('reads a CMYK JPEG, and a PNG with transparency on white', async () => {
    await inFolder(async (folder) => {
      const [cmyk, transparent, copy] = ['cmyk', 'transparent', 'copy'].map((name) => join(folder, name)) as [string, string, string];
      await (await letterScan(200)).toColourspace('cmyk').jpeg().toFile(cmyk);
      await (await letterScan(200)).toColourspace('srgb').ensureAlpha().png().toFile(transparent);
      for (const path of [cmyk, transparent]) {
        await reading(path, async (letter) => {
          expect(wordRecall(LETTER, asRead(letter).text)).toBeGreaterThan(0.95);
          await copyFile(asRead(letter).searchablePdf.path, copy);
        });
        await reading(copy, async (again) => {
          expect(wordRecall(LETTER, asRead(again).text)).toBeGreaterThan(0.95);
          const document = await PdfDocument.open(await readFile(copy));
          const shown = document.withPage(0, (page) => page.render(600, 850))!;
          document.close();
          expect((await fromRaw(shown).stats()).channels[0]!.mean).toBeGreaterThan(200);
        });
      }
    });
  });
});
