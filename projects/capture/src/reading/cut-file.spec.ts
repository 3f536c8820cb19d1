import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { degrees, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import PDFKit from 'pdfkit';
import sharp from 'sharp';
import { cutFile } from './cut-file.js';
import { cutTiff } from './tiff-cut.js';
import { inFolder } from './spec-support/letters.js';

/** A page's image that no other page has. */
const picture = (page: number) => sharp({ create: { width: 300, height: 420, channels: 3, background: { r: 40 * page, g: 255 - 30 * page, b: 99 } } });

async function batchPdf(pages: number): Promise<Buffer> {
  const pdf = new PDFKit({ autoFirstPage: false });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  for (let page = 1; page <= pages; page++) pdf.addPage({ size: [300, 420], margin: 0 }).image(await picture(page).jpeg().toBuffer(), 0, 0).text(`page ${page}`, 10, 10);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Digests of the compressed images in a PDF, as they lie there. */
async function imagesIn(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [digest(object.contents)] : []));
}

const upright = (numbers: readonly number[]) => numbers.map((number) => ({ number, turn: 0 as const }));

async function cut(name: string, bytes: Uint8Array, mediaType: string, parts: number[][]): Promise<Buffer[] | undefined> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, name), bytes);
    const made = await cutFile({ sources: [{ path: join(folder, name), pages: 99, mediaType }], parts: parts.map((numbers) => upright(numbers).map((page) => ({ source: 0, ...page }))), outputDir: folder });
    for (const { original } of made ?? []) {
      const written = await readFile(original.path);
      expect([original.size, original.sha512]).toEqual([written.length, createHash('sha512').update(written).digest('hex')]);
    }
    return made && Promise.all(made.map(({ original }) => readFile(original.path)));
  });
}

describe('A document cut out of a scanned PDF', () => {
  it('has the images of its own pages, byte for byte, and no other', async () => {
    const batch = await batchPdf(5);
    const all = await imagesIn(batch);
    expect(new Set(all).size).toBe(5);
    const parts = (await cut('batch.pdf', batch, 'application/pdf', [[1, 2], [4]])) ?? [];
    expect(await Promise.all(parts.map(imagesIn))).toEqual([[all[0]!, all[1]!], [all[3]!]]);
    expect((await PDFDocument.load(parts[0]!)).getPageCount()).toBe(2);
  });

  it('has no image of other pages though all share one list of images', async () => {
    const document = await PDFDocument.load(await batchPdf(3), { updateMetadata: false });
    const shared = document.context.obj({});
    for (const [index, page] of document.getPages().entries()) {
      const images = page.node.Resources()!.lookup(PDFName.of('XObject')) as unknown as Map<string, never> & { entries(): [PDFName, never][] };
      for (const [, image] of images.entries()) shared.set(PDFName.of(`Scan${index}`), image);
      const content = document.context.register(document.context.flateStream(`q 300 0 0 420 0 0 cm /Scan${index} Do Q`));
      page.node.set(PDFName.of('Contents'), content);
    }
    const resources = document.context.register(document.context.obj({ XObject: shared }));
    for (const page of document.getPages()) page.node.set(PDFName.of('Resources'), resources);
    const batch = await document.save();
    const all = await imagesIn(batch);
    const [first, second] = (await cut('batch.pdf', batch, 'application/pdf', [[1], [2, 3]])) ?? [];
    expect([(await imagesIn(first!)).length, (await imagesIn(second!)).length, all.length]).toEqual([1, 2, 3]);
    expect([...(await imagesIn(first!)), ...(await imagesIn(second!))].sort()).toEqual([...all].sort());
  });

  it('carries nothing of another page through a link or a form field', async () => {
    const document = await PDFDocument.load(await batchPdf(2), { updateMetadata: false });
    const [first, second] = document.getPages();
    first!.node.set(PDFName.of('Annots'), document.context.obj([{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: [second!.ref, 'Fit'] }]));
    const [part] = (await cut('batch.pdf', await document.save(), 'application/pdf', [[1]])) ?? [];
    expect((await imagesIn(part!)).length).toBe(1);
  });

  it('has the same bytes each time it is cut', async () => {
    const batch = await batchPdf(3);
    const [once, twice] = [await cut('batch.pdf', batch, 'application/pdf', [[2, 3]]), await cut('batch.pdf', batch, 'application/pdf', [[2, 3]])];
    expect(digest(once![0]!)).toBe(digest(twice![0]!));
  });

  it('is not made of a signed or a broken file: those stay whole', async () => {
    const signed = await PDFDocument.load(await batchPdf(2));
    signed.context.register(signed.context.obj({ Type: 'Sig', ByteRange: [0, 10, 20, 30] }));
    expect(await cut('signed.pdf', await signed.save(), 'application/pdf', [[1]])).toBeUndefined();
    expect(await cut('broken.pdf', Buffer.from('%PDF-1.7 nothing'), 'application/pdf', [[1]])).toBeUndefined();
  });
});

describe('A document cut out of a scanned TIFF', () => {
  for (const compression of ['ccittfax4', 'lzw', 'jpeg', 'deflate'] as const) {
    it(`has its pages’ compressed pixels byte for byte (${compression})`, async () => {
      const pages = await Promise.all([1, 2, 3].map((page) => sharp({ create: { width: 64, height: 64 * page, channels: 3, background: 'white' } }).composite([{ input: { create: { width: 20, height: 10 * page, channels: 3, background: 'black' } }, left: 5, top: 7 }]).removeAlpha().toColourspace('b-w').tiff({ compression, ...(compression === 'ccittfax4' ? { bitdepth: 1 } : {}), xres: 8, yres: 8 }).toBuffer()));
      const batch = joinTiffs(pages);
      const [part] = (await cut('batch.tif', batch, 'image/tiff', [[3, 1]])) ?? [];
      const facts = await sharp(part).metadata();
      expect([facts.pages, facts.density, facts.compression]).toEqual([2, (await sharp(batch).metadata()).density, (await sharp(batch).metadata()).compression]);
      for (const [index, from] of [2, 0].entries()) {
        expect(await sharp(part, { page: index }).raw().toBuffer()).toEqual(await sharp(batch, { page: from }).raw().toBuffer());
        for (const piece of piecesOf(pages[from]!)) expect(part!.includes(piece)).toBeTrue();
      }
    });
  }

  it('is not made of what breaks off, or is no TIFF', () => {
    expect(cutTiff(Buffer.from('II*\0\xff\xff\0\0', 'latin1'), upright([1]))).toBeUndefined();
    expect(cutTiff(Buffer.from('MM\0+\0\x08\0\0', 'latin1'), upright([1]))).toBeUndefined();
    expect(cutTiff(Buffer.from('II', 'latin1'), upright([1]))).toBeUndefined();
  });
});

describe('A document of pages of several files', () => {
  interface Source {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly mediaType: string;
    readonly pages: number;
  }
  /** Pages as `source:number:turn`. */
  const compose = async (sources: readonly Source[], ...parts: string[]): Promise<{ bytes: Buffer; mediaType: string }[]> =>
    inFolder(async (folder) => {
      for (const { name, bytes } of sources) await writeFile(join(folder, name), bytes);
      const wanted = parts.map((pages) => pages.split(' ').map((page) => page.split(':').map(Number)).map(([source = 0, number = 1, turn = 0]) => ({ source, number, turn: turn as 0 | 90 | 180 | 270 })));
      const made = await cutFile({ sources: sources.map(({ name, ...source }) => ({ ...source, path: join(folder, name) })), parts: wanted, outputDir: folder });
      return Promise.all((made ?? []).map(async ({ original, mediaType }) => ({ bytes: await readFile(original.path), mediaType })));
    });
  const turnsOf = async (bytes: Uint8Array): Promise<number[]> => (await PDFDocument.load(bytes)).getPages().map((page) => page.getRotation().angle);
  const pdf = async (name: string, pages: number): Promise<Source> => ({ name, bytes: await batchPdf(pages), mediaType: 'application/pdf', pages });
  const image = async (name: string, kind: 'jpeg' | 'png' | 'tiff', page = 1): Promise<Source> => ({ name, bytes: await picture(page).toFormat(kind, kind === 'tiff' ? { compression: 'lzw' } : {}).toBuffer(), mediaType: `image/${kind}`, pages: 1 });

  it('has the images of its pages byte for byte, in its order, turned as asked for', async () => {
    const [one, other] = [await pdf('a.pdf', 3), await pdf('b.pdf', 5)];
    const [all, others] = [await imagesIn(one.bytes), await imagesIn(other.bytes)];
    const [made] = await compose([one, other], '1:5 0:2:90 1:4:270');
    expect(await imagesIn(made!.bytes)).toEqual(jasmine.arrayWithExactContents([others[4]!, all[1]!, others[3]!]));
    expect([await turnsOf(made!.bytes), made!.mediaType]).toEqual([[0, 90, 270], 'application/pdf']);
  });

  it('is a file’s bytes where it is all of that, as it lies', async () => {
    const [one, photo] = [await pdf('a.pdf', 2), await image('b.jpg', 'jpeg')];
    const [whole, other, turned] = await compose([one, photo], '0:1 0:2', '1:1', '0:1 0:2:180');
    expect([whole!.bytes.equals(Buffer.from(one.bytes)), other!.bytes.equals(Buffer.from(photo.bytes)), other!.mediaType]).toEqual([true, true, 'image/jpeg']);
    expect(await turnsOf(turned!.bytes)).toEqual([0, 180]);
  });

  it('is a JPEG turned by its orientation alone, once and again', async () => {
    const photo = await image('a.jpg', 'jpeg');
    const scan = Buffer.from(photo.bytes).subarray(Buffer.from(photo.bytes).indexOf(Buffer.from([0xff, 0xdb])));
    const [turned] = await compose([photo], '0:1:90');
    expect([(await sharp(turned!.bytes).metadata()).orientation, turned!.mediaType, turned!.bytes.includes(scan)]).toEqual([6, 'image/jpeg', true]);
    const [again] = await compose([{ ...photo, bytes: turned!.bytes }], '0:1:180');
    expect([(await sharp(again!.bytes).metadata()).orientation, again!.bytes.length]).toEqual([8, turned!.bytes.length]);
    expect(await sharp(again!.bytes).autoOrient().raw().toBuffer()).toEqual(await sharp(Buffer.from(photo.bytes)).rotate(270).raw().toBuffer());
  });

  it('is a TIFF turned by its orientation alone', async () => {
    const scan = await image('a.tif', 'tiff');
    const [turned] = await compose([{ ...scan, pages: 1 }], '0:1:90');
    expect([(await sharp(turned!.bytes).metadata()).orientation, turned!.mediaType]).toEqual([6, 'image/tiff']);
    for (const piece of piecesOf(Buffer.from(scan.bytes))) expect(turned!.bytes.includes(piece)).toBeTrue();
  });

  it('of different kinds is a PDF that holds their pixels as they are', async () => {
    const [photo, plain, scan, paper] = [await image('a.jpg', 'jpeg', 1), await image('b.png', 'png', 2), await image('c.tif', 'tiff', 3), await pdf('d.pdf', 2)];
    const fax = { name: 'e.tif', bytes: await picture(4).resize(200, 100).toColourspace('b-w').threshold(100).tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(), mediaType: 'image/tiff', pages: 1 };
    const [made] = await compose([photo, plain, scan, paper, fax], '0:1 1:1 2:1:90 3:2 4:1');
    const document = await PDFDocument.load(made!.bytes, { updateMetadata: false });
    const streams = document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [object] : []));
    expect([document.getPageCount(), made!.mediaType, await turnsOf(made!.bytes)]).toEqual([5, 'application/pdf', [0, 0, 90, 0, 0]]);
    expect(streams.map((stream) => stream.dict.get(PDFName.of('Filter'))!.toString()).sort()).toEqual(['/CCITTFaxDecode', '/DCTDecode', '/DCTDecode', '/FlateDecode', '/FlateDecode']);
    const held = streams.map((stream) => digest(stream.contents));
    expect(held).toContain(digest(photo.bytes));
    expect(held).toContain((await imagesIn(paper.bytes))[1]!);
    expect(held).toContain(digest(pngRows(Buffer.from(plain.bytes))));
    expect(held).withContext('group 4').toContain(digest(piecesOf(fax.bytes)[0]!));
  });

  it('has the same turn in its searchable copy, whatever turn that was read in', async () => {
    const scan = await image('a.png', 'png');
    const copy = await PDFDocument.load(await batchPdf(1));
    copy.getPages()[0]!.setRotation(degrees(180));
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'a.png'), scan.bytes);
      await writeFile(join(folder, 'copy.pdf'), await copy.save());
      const source = { path: join(folder, 'a.png'), pages: 1, mediaType: 'image/png', searchablePath: join(folder, 'copy.pdf') };
      const made = await cutFile({ sources: [source], parts: [[{ source: 0, number: 1, turn: 0 }], [{ source: 0, number: 1, turn: 90 }]], outputDir: folder });
      expect(await Promise.all((made ?? []).map(async ({ searchable }) => turnsOf(await readFile(searchable!.path))))).toEqual([[180], [90]]);
    });
  });
});

/** The compressed rows of a PNG. */
function pngRows(png: Buffer): Buffer {
  const rows: Buffer[] = [];
  for (let at = 8; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) if (png.toString('latin1', at + 4, at + 8) === 'IDAT') rows.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return Buffer.concat(rows);
}

/** Little-endian TIFFs of one page, joined: each directory's places are moved behind the one before. */
function joinTiffs(files: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  let link: { part: Buffer; at: number } | undefined;
  for (const file of files) {
    const part = Buffer.concat([file, Buffer.alloc(file.length % 2)]);
    const first = part.readUInt32LE(4);
    const count = part.readUInt16LE(first);
    const sizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
    for (let at = first + 2; at < first + 2 + count * 12; at += 12) {
      const [tag, type, number] = [part.readUInt16LE(at), part.readUInt16LE(at + 2), part.readUInt32LE(at + 4)];
      const outside = (sizes[type] ?? 1) * number > 4;
      if (tag === 273) {
        const places = outside ? part.readUInt32LE(at + 8) : at + 8;
        for (let n = 0; n < number; n++) part.writeUInt32LE(part.readUInt32LE(places + 4 * n) + length, places + 4 * n);
      }
      if (outside) part.writeUInt32LE(part.readUInt32LE(at + 8) + length, at + 8);
    }
    if (link) link.part.writeUInt32LE(first + length, link.at);
    link = { part, at: first + 2 + count * 12 };
    parts.push(part);
    length += part.length;
  }
  return Buffer.concat(parts);
}

/** The strips of a TIFF of one page. */
function piecesOf(file: Buffer): Buffer[] {
  const first = file.readUInt32LE(4);
  const entry = (tag: number): number[] => {
    for (let at = first + 2; at < first + 2 + file.readUInt16LE(first) * 12; at += 12) {
      if (file.readUInt16LE(at) !== tag) continue;
      const [type, count] = [file.readUInt16LE(at + 2), file.readUInt32LE(at + 4)];
      const size = type === 3 ? 2 : 4;
      const from = count * size > 4 ? file.readUInt32LE(at + 8) : at + 8;
      return Array.from({ length: count }, (_, index) => file.readUIntLE(from + index * size, size));
    }
    return [];
  };
  const lengths = entry(279);
  return entry(273).map((at, index) => file.subarray(at, at + (lengths[index] ?? 0)));
}
