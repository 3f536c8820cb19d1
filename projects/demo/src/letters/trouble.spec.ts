import sharp from 'sharp';
import { pdfium } from './scan/render.js';
import { generateTrouble } from './trouble.js';

describe('A file that cannot become a letter', () => {
  const open = async (bytes: Buffer): Promise<number> => {
    const document = await (await pdfium()).loadDocument(bytes);
    const count = document.getPageCount();
    document.destroy();
    return count;
  };

  it('may be a PDF that asks for a password', async () => {
    const { bytes } = await generateTrouble('password');
    await expectAsync(open(bytes)).toBeRejected();
    const document = await (await pdfium()).loadDocument(bytes, 'ouvre-toi');
    expect(document.getPageCount()).toBe(1);
    document.destroy();
  });

  it('may be a PDF that was cut off', async () => {
    const { bytes } = await generateTrouble('truncated');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.includes('%%EOF')).toBeFalse();
    await expectAsync(open(bytes).then((pages) => (pages > 0 ? pages : Promise.reject(new Error('no page'))))).toBeRejected();
  });

  it('may be empty, or something else under the name of a PDF', async () => {
    expect((await generateTrouble('empty')).bytes.length).toBe(0);
    const { bytes, fileName, mediaType } = await generateTrouble('notAPdf');
    expect([fileName.endsWith('.pdf'), mediaType]).toEqual([true, 'application/pdf']);
    await expectAsync(open(bytes)).toBeRejected();
  });

  it('may be a PDF without a page', async () => {
    const { bytes } = await generateTrouble('zeroPages');
    expect(await open(bytes)).toBe(0);
  });

  it('may be small and unfold to nearly a thousand million pixels', async () => {
    const { bytes } = await generateTrouble('enormous');
    expect(bytes.length).toBeLessThan(1_000_000);
    const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    expect([width, height, format]).toEqual([30_000, 30_000, 'png']);
    await expectAsync(sharp(bytes).raw().toBuffer()).toBeRejectedWithError(/pixel limit/);
  });

  it('may have a page of five metres', async () => {
    const document = await (await pdfium()).loadDocument((await generateTrouble('enormousPage')).bytes);
    expect(document.getPage(0).getOriginalSize().originalWidth).toBe(14_400);
    document.destroy();
  });
});
