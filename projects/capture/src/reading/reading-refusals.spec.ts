import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { allowTime, asRead, inFolder, letterScan, LETTER, reading, wordRecall, writeLetterPdf } from './spec-support/letters.js';
import { flateStream, oneLinePdf, rawPdf } from './spec-support/raw-pdf.js';
import type { ReaderOptions } from './reader.js';
import type { Reading } from './reading.js';

async function readBytes<T>(bytes: Buffer, look: (reading: Reading) => T | Promise<T>, options?: ReaderOptions): Promise<T> {
  return inFolder(async (folder) => {
    const path = join(folder, 'received');
    await writeFile(path, bytes);
    return reading(path, look, options);
  });
}

const outcome = (bytes: Buffer, options?: ReaderOptions): Promise<unknown> =>
  readBytes(bytes, (read) => (read.outcome === 'rejected' ? { reason: read.reason, ...read.params } : 'read'), options);

async function letterPdf(options: Parameters<typeof writeLetterPdf>[1]): Promise<Buffer> {
  return inFolder(async (folder) => readFile(await writeLetterPdf(join(folder, 'letter.pdf'), options)));
}

/** A little-endian TIFF of one 1 × 1 page whose directory says the next one is at `next`. */
function tinyTiff(next: number, width = 1, height = 1): Buffer {
  const entries = [[256, 3, width], [257, 3, height], [258, 3, 8], [259, 3, 1], [262, 3, 1], [273, 4, 8], [277, 3, 1], [278, 3, height], [279, 4, 1]] as const;
  const tiff = Buffer.alloc(10 + 2 + entries.length * 12 + 4);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(10, 4);
  tiff.writeUInt16LE(entries.length, 10);
  entries.forEach(([tag, type, value], index) => {
    const at = 12 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  });
  tiff.writeUInt32LE(next, 12 + entries.length * 12);
  return tiff;
}

/** A PNG header that promises `width` × `height` pixels, over next to nothing. */
function promisingPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('files that can not be read', () => {
  allowTime();
  it('refuses an empty file, and one of another kind whatever its name', async () => {
    expect(await outcome(Buffer.alloc(0))).toEqual({ reason: 'empty' });
    expect(await outcome(Buffer.from('PK\u0003\u0004 word/document.xml'))).toEqual({ reason: 'unsupportedType', mediaType: 'application/zip', kind: 'archive' });
    expect(await outcome(Buffer.from('Bonjour'))).toEqual({ reason: 'unsupportedType', mediaType: 'text/plain', kind: 'text' });
  });

  it('refuses a file beyond the size that is allowed', async () => {
    expect(await outcome(Buffer.from(`%PDF-1.4${' '.repeat(2000)}`), { limits: { maxBytes: 1000 } })).toEqual({ reason: 'tooLarge', bytes: 2008, limit: 1000 });
  });

  it('says that a PDF wants a password', async () => {
    expect(await outcome(await letterPdf({ userPassword: 'secret', pdfVersion: '1.7' }))).toEqual({ reason: 'passwordProtected' });
  });

  it('reads a PDF that is only restricted by its owner, and frees the copy', async () => {
    await readBytes(await letterPdf({ ownerPassword: 'secret', permissions: { copying: false }, pdfVersion: '1.7' }), async (letter) => {
      const { text, searchablePdf } = asRead(letter);
      expect(wordRecall(LETTER, text)).toBe(1);
      expect((await readFile(searchablePdf.path, 'latin1')).includes('/Encrypt')).toBeFalse();
      await reading(searchablePdf.path, (copy) => expect(wordRecall(LETTER, asRead(copy).text)).toBe(1));
    });
  });

  it('calls broken what only begins like a PDF, a TIFF, a PNG or a JPEG', async () => {
    for (const head of [Buffer.from('%PDF-1.7\nnothing more'), Buffer.from('II*\0\u0010\0\0\0', 'latin1'), Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('ffd8ffe000', 'hex')]) {
      expect(await outcome(head)).toEqual({ reason: 'corrupt' });
    }
  });

  it('calls a PDF broken that lost its second half', async () => {
    const whole = await letterPdf({});
    expect(await outcome(whole.subarray(0, Math.round(whole.length / 2)))).toEqual({ reason: 'corrupt' });
  });

  it('says that a PDF or a TIFF has no page', async () => {
    expect(await outcome(rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']))).toEqual({ reason: 'noPages' });
    expect(await outcome(Buffer.from('II*\0\0\0\0\0\0\0', 'latin1'))).toEqual({ reason: 'noPages' });
  });

  it('refuses ten thousand pages without drawing one', async () => {
    const kids = Array.from({ length: 10_000 }, (_, index) => `${index + 3} 0 R`).join(' ');
    const pages = Array.from({ length: 10_000 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>');
    const pdf = rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count 10000 >>`, ...pages]);
    expect(await outcome(pdf)).toEqual({ reason: 'tooManyPages', pages: 10_000, limit: 500 });
  });

  it('refuses enormous pages and enormous images by their stated size', async () => {
    const box = oneLinePdf('Grand', '', '').toString('latin1').replace('[0 0 595 842]', '[0 0 99999 99999]');
    expect(await outcome(Buffer.from(box, 'latin1'))).toEqual({ reason: 'pageTooLarge', page: 1, megapixels: jasmine.any(Number), limit: 75 });
    expect(await outcome(promisingPng(20_000, 20_000))).toEqual({ reason: 'pageTooLarge', page: 1, megapixels: 400, limit: 75 });
    expect(await outcome(tinyTiff(0, 60_000, 60_000))).toEqual({ reason: 'pageTooLarge', page: 1, megapixels: 3600, limit: 75 });
  });

  it('refuses a TIFF whose pages run in a circle', async () => {
    expect(await outcome(tinyTiff(10))).toEqual({ reason: 'corrupt' });
  });

  it('ends a PDF whose streams blow up, with a reason, and stands', async () => {
    const gibibyte = deflateSync(Buffer.alloc(256 * 1024 * 1024, 0x20), { level: 9 });
    const twice = deflateSync(gibibyte, { level: 9 });
    const stream = Buffer.concat([Buffer.from(`<< /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n`), twice, Buffer.from('\nendstream')]);
    const contents = Array.from({ length: 6 }, (_, index) => `${index + 4} 0 R`).join(' ');
    const bomb = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [${contents}] >>`,
      ...Array.from({ length: 6 }, () => stream),
    ]);
    const ended = await outcome(bomb, { limits: { memoryMiB: 500, secondsPerPage: 10 } });
    expect(['tooMuchMemory', 'tookTooLong']).toContain((ended as { reason: string }).reason);
  });

  it('refuses an image in a PDF that would unfold beyond measure', async () => {
    const pdf = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
      flateStream('', Buffer.from('q 595 0 0 842 0 0 cm /I Do Q')),
      flateStream('/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8 /ColorSpace /DeviceGray', Buffer.alloc(10_000_000)),
    ]);
    expect(await outcome(pdf)).toEqual({ reason: 'pageTooLarge', page: 1, megapixels: 900, limit: 75 });
  });
});

describe('files that are damaged in part', () => {
  allowTime();
  it('keeps the pages before the place where a TIFF breaks off', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'scan');
      const pages = await Promise.all(['Première', 'Deuxième'].map(async (text) => (await letterScan(100, text)).png().toBuffer()));
      await sharp(pages, { join: { across: 1, animated: true } }).toColourspace('b-w').tiff({ compression: 'none' }).toFile(path);
      const file = await open(path, 'r+');
      const bytes = await file.readFile();
      const first = bytes.readUInt32LE(4);
      const next = first + 2 + bytes.readUInt16LE(first) * 12;
      const broken = Buffer.alloc(4);
      broken.writeUInt32LE(bytes.length + 1000);
      await file.write(broken, 0, 4, next);
      await file.close();
      await reading(path, (letter) => {
        expect(asRead(letter).pages.length).toBe(1);
        expect(asRead(letter).warnings).toContain('fileDamaged');
      });
    });
  });

  it('reads what there is of a JPEG that breaks off, and says so', async () => {
    const whole = await (await letterScan(200)).jpeg().toBuffer();
    await readBytes(whole.subarray(0, Math.round(whole.length * 0.6)), async (letter) => {
      expect(asRead(letter).warnings).toEqual(['pageDamaged']);
      expect(asRead(letter).text).toContain('Lefebvre');
      await reading(asRead(letter).searchablePdf.path, (copy) => expect(asRead(copy).text).toContain('Lefebvre'));
    });
  });

  it('puts a placeholder for a page of a PDF that is not there, and keeps the others', async () => {
    const pdf = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 99 0 R 3 0 R] /Count 3 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      flateStream('', Buffer.from('BT /F1 24 Tf 72 700 Td (Une page qui reste lisible) Tj ET')),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]);
    await readBytes(pdf, async (letter) => {
      const { pages, warnings, searchablePdf } = asRead(letter);
      expect(pages.map((page) => page.warnings)).toEqual([[], ['pageDamaged'], []]);
      expect(pages[0]!.text).toBe('Une page qui reste lisible');
      expect(pages[1]!.doubts).toEqual(['pageDamaged']);
      expect(warnings).toEqual(['pageDamaged']);
      await reading(searchablePdf.path, (copy) => expect(asRead(copy).pages.length).toBe(3));
    });
  });

  it('repairs a PDF whose table of contents is wrong, when its pages are still there', async () => {
    const damaged = oneLinePdf('Un PDF mal fini').toString('latin1').replace(/startxref\n\d+/, 'startxref\n7');
    await readBytes(Buffer.from(damaged, 'latin1'), async (letter) => {
      expect(asRead(letter).warnings).toContain('fileDamaged');
      expect(asRead(letter).text).toBe('Un PDF mal fini');
      await reading(asRead(letter).searchablePdf.path, (copy) => {
        expect(asRead(copy).text).toBe('Un PDF mal fini');
        expect(asRead(copy).warnings).toEqual([]);
      });
    });
  });
});

describe('PDFs that act by themselves', () => {
  allowTime();
  const JAVASCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
  const cases: readonly (readonly [string, Buffer])[] = [
    ['a script at opening', oneLinePdf('Un contenu actif', `/OpenAction ${JAVASCRIPT}`)],
    ['a named script', oneLinePdf('Un contenu actif', `/Names << /JavaScript << /Names [(a) ${JAVASCRIPT}] >> >>`)],
    ['a program to launch', oneLinePdf('Un contenu actif', '', '/AA << /O << /S /Launch /F (calc.exe) >> >>')],
    ['a link to a program', oneLinePdf('Un contenu actif', '', '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 500 800] /A << /S /Launch /F (calc.exe) >> >>]')],
    ['an attached file', oneLinePdf('Un contenu actif', '/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>] >> >>')],
  ];
  for (const [what, pdf] of cases) {
    it(`reads one with ${what}, warns, and leaves that out of the copy`, async () => {
      await readBytes(pdf, async (letter) => {
        expect(asRead(letter).warnings).toEqual([what === 'an attached file' ? 'attachments' : 'activeContent']);
        expect(asRead(letter).text).toBe('Un contenu actif');
        await reading(asRead(letter).searchablePdf.path, (copy) => {
          expect(asRead(copy).text).toBe('Un contenu actif');
          expect(asRead(copy).warnings).toEqual([]);
        });
      });
    });
  }

  it('leaves a link to a web page alone', async () => {
    const pdf = oneLinePdf('Un lien ordinaire', '', '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 500 800] /A << /S /URI /URI (https://example.org) >> >>]');
    await readBytes(pdf, async (letter) => {
      expect(asRead(letter).warnings).toEqual([]);
      expect(asRead(letter).text).toBe('Un lien ordinaire');
    });
  });
});
