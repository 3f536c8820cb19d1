import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { onlyImage } from './only-image.js';
import { PdfDocument } from './pdf-document.js';

/** A page of A4 that an image fills. */
async function pageOf(image: Buffer): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawImage(await document.embedPng(image), { x: 0, y: 0, width: 595, height: 842 });
  return Buffer.from(await document.save());
}

async function isOnlyImage(pdf: Buffer): Promise<boolean | undefined> {
  const document = await PdfDocument.open(pdf);
  try {
    return document.withPage(0, (page) => onlyImage(page) !== undefined);
  } finally {
    document.close();
  }
}

describe('A page that is one image', () => {
  const gray = sharp({ create: { width: 298, height: 421, channels: 3, background: '#e0e0e0' } });

  it('is read as that image', async () => {
    expect(await isOnlyImage(await pageOf(await gray.clone().png().toBuffer()))).toBeTrue();
  });

  it('is drawn where a mask says what is seen of it: the letters may be in the mask', async () => {
    const letters = Buffer.from('<svg width="298" height="421"><rect width="298" height="200" fill="black"/></svg>');
    expect(await isOnlyImage(await pageOf(await sharp(letters).png().toBuffer()))).toBeFalse();
  });
});
