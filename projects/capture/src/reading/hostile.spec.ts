import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { createReader } from './reader.js';
import type { Reader, Reading } from './reading.js';
import { chunk, pngOf, tiffOf, whitePixels, zipOf } from './spec-support/hostile.js';
import { allowTime, inFolder, letterScan } from './spec-support/letters.js';
import { flateStream, oneLinePdf, rawPdf } from './spec-support/raw-pdf.js';

const MIB = 1024 * 1024;
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (more = ''): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`;

/** Files that somebody made to hurt: each is read, or refused for a reason that the mail room understands; the process stands. */
describe('a file made to hurt', () => {
  allowTime();
  let reader: Reader;
  beforeAll(() => (reader = createReader({ processes: 1, limits: { memoryMiB: 700, secondsPerPage: 10, secondsPerFile: 40 } })));
  afterAll(() => reader.close());

  async function read<T>(bytes: Buffer, look: (reading: Reading) => T, fileName = 'recu'): Promise<T> {
    return inFolder(async (folder) => {
      const inputPath = join(folder, 'received');
      await writeFile(inputPath, bytes);
      return inFolder(async (outputDir) => look(await reader.read({ inputPath, fileName, outputDir })));
    });
  }
  const reasonOf = (bytes: Buffer, fileName?: string): Promise<string> => read(bytes, (found) => (found.outcome === 'rejected' ? found.reason : `read ${found.warnings.join(' ')}`.trim()), fileName);

  const sound = oneLinePdf('Une lettre');
  const photo = async (): Promise<Buffer> => (await letterScan(80, 'Bonjour')).jpeg().toBuffer();

  describe('that is two things at once', () => {
    it('is refused, whichever way', async () => {
      const jpeg = await photo();
      expect(await read(Buffer.concat([sound, zipOf('virus.js', 'alert(1)')]), (found) => found)).toEqual({ outcome: 'rejected', reason: 'polyglot', params: { mediaType: 'application/pdf', other: 'application/zip' } });
      expect(await reasonOf(Buffer.concat([jpeg, zipOf('virus.js', 'alert(1)')]))).toBe('polyglot');
      expect(await reasonOf(Buffer.concat([jpeg.subarray(0, 2), Buffer.from('fffe0400', 'hex'), Buffer.from('%PDF-1.4'), jpeg.subarray(2)]))).toBe('polyglot');
      expect(await reasonOf(Buffer.concat([pngOf(8, 8, whitePixels(8, 8)), zipOf('a', 'b')]))).toBe('polyglot');
      expect(await reasonOf(Buffer.concat([Buffer.from('<script>alert(1)</script>\n'), sound]))).toBe('unsupportedType');
    });
  });

  describe('whose name lies', () => {
    it('is read for what it is, and that is told', async () => {
      expect(await reasonOf(sound, 'lettre.docx')).toBe('read wrongExtension');
      expect(await reasonOf(sound, 'lettre.pdf')).toBe('read');
      expect(await reasonOf(await photo(), '../../etc/passwd\0.pdf')).toBe('read wrongExtension');
      expect(await reasonOf(zipOf('word/document.xml', 'x'), 'lettre.pdf')).toBe('unsupportedType');
    });
  });

  describe('that unfolds', () => {
    it('is not unfolded when it is an archive', async () => {
      expect(await reasonOf(zipOf('bombe', deflateSync(Buffer.alloc(64 * MIB))))).toBe('unsupportedType');
      expect(await reasonOf(gzipSync(Buffer.alloc(8 * MIB)))).toBe('unsupportedType');
    });

    it('as the text or the colours of a PNG does not matter to its picture', async () => {
      const bomb = deflateSync(Buffer.alloc(400 * MIB, 65), { level: 9 });
      const pixels = whitePixels(60, 60);
      expect(await reasonOf(pngOf(60, 60, pixels, [chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), bomb]))]))).toMatch(/^(read|corrupt$|tooMuchMemory$)/);
      expect(await reasonOf(pngOf(60, 60, pixels, [chunk('iCCP', Buffer.concat([Buffer.from('x\0\0'), bomb]))]))).toMatch(/^(read|corrupt$|tooMuchMemory$)/);
      expect(await reasonOf(pngOf(60, 60, Buffer.alloc(300 * MIB)))).toMatch(/^(read|corrupt$)/);
    });

    it('in streams within streams is read or stopped', async () => {
      let data = Buffer.from('BT ET');
      const depth = 300;
      for (let layer = 0; layer < depth; layer++) data = deflateSync(data);
      const nested = Buffer.concat([Buffer.from(`<< /Filter [${'/FlateDecode '.repeat(depth)}] /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
      expect(await reasonOf(rawPdf([CATALOG, PAGES, page('/Contents 4 0 R'), nested]))).toMatch(/^(read|corrupt|tooMuchMemory|tookTooLong)/);
    });
  });

  describe('of too much', () => {
    it('has ten thousand pages in a TIFF of a megabyte', async () => {
      expect(await read(tiffOf(10_000), (found) => found)).toEqual({ outcome: 'rejected', reason: 'tooManyPages', params: { limit: 500 } });
    });

    it('promises pages or objects that are not there', async () => {
      expect(await reasonOf(rawPdf([CATALOG, '<< /Type /Pages /Kids [] /Count 2000000000 >>']))).toMatch(/^(tooManyPages|noPages|corrupt)$/);
      const promising = sound.toString('latin1').replace(/xref\n0 \d+/, 'xref\n0 4000000000');
      expect(await reasonOf(Buffer.from(promising, 'latin1'))).toMatch(/^(read|corrupt)/);
      const sized = sound.toString('latin1').replace(/\/Size \d+/, '/Size 2147483647');
      expect(await reasonOf(Buffer.from(sized, 'latin1'))).toMatch(/^(read|corrupt)/);
    });

    it('has a picture of twenty thousand pixels a side', async () => {
      expect(await reasonOf(pngOf(20_000, 20_000, Buffer.alloc(1000)))).toBe('pageTooLarge');
      const header = Buffer.from('ffd8ffc0000b084e204e200101110 0ffd9'.replace(/ /g, ''), 'hex');
      expect(await reasonOf(header)).toMatch(/^(pageTooLarge|corrupt)$/);
      const wide = await sharp({ create: { width: 20_000, height: 2, channels: 3, background: 'white' } }).jpeg().toBuffer();
      expect(await reasonOf(wide)).withContext('a strip of it is few pixels').toMatch(/^read/);
    });
  });

  describe('that goes round in a circle', () => {
    const circles: { readonly [what: string]: Buffer } = {
      'a tree of pages that holds itself': rawPdf([CATALOG, '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>', page()]),
      'a page that is its own parent': rawPdf([CATALOG, PAGES, '<< /Type /Page /Parent 3 0 R >>']),
      'a catalogue that is its tree': rawPdf(['<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 >>']),
      'contents that hold themselves': rawPdf([CATALOG, PAGES, page('/Contents 4 0 R'), '[4 0 R 4 0 R]']),
      'a length that is its own': rawPdf([CATALOG, PAGES, page('/Contents 4 0 R'), '<< /Length 4 0 R >>\nstream\nBT ET\nendstream']),
      'a form that draws itself': rawPdf([CATALOG, PAGES, page('/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>'), flateStream('', Buffer.from('/F Do')), flateStream('/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F 5 0 R >> >>', Buffer.from('/F Do /F Do'))]),
      'a pattern that paints itself': rawPdf([CATALOG, PAGES, page('/Contents 4 0 R /Resources << /Pattern << /P 5 0 R >> /ColorSpace << /C /Pattern >> >>'), flateStream('', Buffer.from('/Pattern cs /P scn 0 0 595 842 re f')), flateStream('/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 1 /YStep 1 /Resources << /Pattern << /P 5 0 R >> >>', Buffer.from('/Pattern cs /P scn 0 0 5 5 re f'))]),
      'a table of contents that comes before itself': Buffer.from(sound.toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R /Prev ${sound.toString('latin1').indexOf('xref\n')}`), 'latin1'),
      'names within names': rawPdf(['<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 4 0 R >> >>', PAGES, page(), '<< /Kids [4 0 R 4 0 R] >>']),
    };
    for (const [what, bytes] of Object.entries(circles)) {
      it(`is read or refused, and soon: ${what}`, async () => {
        // PDFium unfolds some of them until it is stopped.
        expect(await reasonOf(bytes)).toMatch(/^(read|corrupt$|noPages$|tooMuchMemory$)/);
      });
    }

    it('is as deep as it is long', async () => {
      const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
      expect(await reasonOf(rawPdf([CATALOG, PAGES, page(`/Deep ${deep}`)]))).toMatch(/^(read|corrupt$|noPages$|tooMuchMemory$|readerCrashed$)/);
      const tree = Array.from({ length: 5000 }, (_, level) => `<< /Type /Pages /Kids [${level + 3} 0 R] /Count 1 >>`);
      expect(await reasonOf(rawPdf([CATALOG, ...tree, page()]))).toMatch(/^(read|corrupt$|noPages$)/);
    });
  });

  describe('that carries others', () => {
    const carrying = (name: string): Buffer =>
      oneLinePdf('Une facture', `/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (x) /UF ${name} /EF << /F 6 0 R >> >>] >> >>`);
    const withFile = (name: string): Buffer => {
      const pdf = carrying(name).toString('latin1');
      const at = pdf.indexOf('xref\n');
      // An object behind the others: PDFium and pdf-lib find it by searching.
      return Buffer.from(`${pdf.slice(0, at)}6 0 obj\n<< /Type /EmbeddedFile /Params << /Size 1234 >> /Length 3 >>\nstream\nabc\nendstream\nendobj\n${pdf.slice(at)}`, 'latin1');
    };

    it('is read; what it carries is told by name and size, and a name can’t hide its ending', async () => {
      const utf16 = `<FEFF${[...'facture\u202efdp.exe'].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`;
      await read(withFile(utf16), (found) => {
        if (found.outcome !== 'read') return fail(found.reason);
        expect(found.warnings).toContain('attachments');
        expect(found.attachments).toEqual([{ name: 'facturefdp.exe', size: 1234 }]);
      });
    });

    it('without saying how large they are, or under no name, is read all the same', async () => {
      await read(carrying('()'), (found) => {
        if (found.outcome !== 'read') return fail(found.reason);
        expect(found.attachments?.map(({ name }) => name)).toEqual(['–']);
      });
    });

    it('is told when it is a form that only its maker’s program draws', async () => {
      const form = oneLinePdf('Please wait...', '/NeedsRendering true /AcroForm << /Fields [] /XFA 6 0 R >>');
      expect(await reasonOf(form)).toMatch(/^read .*activeContent.*dynamicForm|dynamicForm.*activeContent/);
    });
  });

  describe('with strange words about itself', () => {
    it('is turned only as far as a picture can be', async () => {
      const jpeg = await photo();
      for (const orientation of [0, 9, 255, 65_535]) {
        const exif = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000000000000000000000000', 'hex');
        exif.writeUInt16LE(orientation, 28);
        expect(await reasonOf(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]))).withContext(String(orientation)).toMatch(/^read/);
      }
    });

    it('that point nowhere, or at themselves, is read', async () => {
      const jpeg = await photo();
      for (const next of [0xffffffff, 8, 0x7fffffff]) {
        const exif = Buffer.from('ffe1002245786966000049492a00080000000100120103000100000001000000ffffffff0000', 'hex');
        exif.writeUInt32LE(next, 32);
        expect(await reasonOf(Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]))).toMatch(/^read/);
      }
    });
  });
});
