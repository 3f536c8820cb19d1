import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { otherSelf, saysOtherwise } from './disguise.js';
import { inFolder } from './spec-support/letters.js';
import { zipOf } from './spec-support/hostile.js';
import type { AcceptedType } from './sniff.js';

describe('a file that is two things at once', () => {
  const other = (bytes: Buffer, type: AcceptedType): Promise<string | undefined> =>
    inFolder(async (folder) => {
      const path = join(folder, 'file');
      await writeFile(path, bytes);
      const file = await open(path, 'r');
      try {
        return await otherSelf(file, bytes.length, type);
      } finally {
        await file.close();
      }
    });
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
  const jpeg = Buffer.from('ffd8ffe000104a46494600', 'hex');

  it('is told by the archive at its end', async () => {
    expect(await other(Buffer.concat([pdf, zipOf('a.txt', 'x')]), 'application/pdf')).toBe('application/zip');
    expect(await other(Buffer.concat([pdf, zipOf('a.txt', 'x'), Buffer.from('\n%trailing')]), 'application/pdf')).toBe('application/zip');
    expect(await other(Buffer.concat([jpeg, zipOf('a.txt', 'x')]), 'image/jpeg')).toBe('application/zip');
    expect(await other(Buffer.concat([jpeg, zipOf('a.txt', 'x'), Buffer.alloc(100)]), 'image/jpeg')).toBe('application/zip');
    // The archive's comment swallows the end of the PDF.
    const swallowing = zipOf('a.txt', 'x', '\n%%EOF\n');
    expect(await other(Buffer.concat([pdf, swallowing]), 'application/pdf')).toBe('application/zip');
  });

  it('is told by a PDF behind the head of an image', async () => {
    expect(await other(Buffer.concat([jpeg, pdf]), 'image/jpeg')).toBe('application/pdf');
  });

  it('is not a PDF with an archive attached, nor an image in which two bytes look like one', async () => {
    const attached = Buffer.concat([Buffer.from('%PDF-1.7\n5 0 obj << /Length 99 >>\nstream\n'), zipOf('a.txt', 'x'), Buffer.from('\nendstream\nendobj\ntrailer << >>\n%%EOF\n')]);
    expect(await other(attached, 'application/pdf')).toBeUndefined();
    expect(await other(pdf, 'application/pdf')).toBeUndefined();
    expect(await other(Buffer.concat([jpeg, Buffer.from('PK\u0005\u0006'), Buffer.alloc(40, 7)]), 'image/jpeg')).toBeUndefined();
    expect(await other(Buffer.from('%PDF-'), 'application/pdf')).toBeUndefined();
  });
});

describe('a name that says another kind than the content', () => {
  it('is noticed, but not a name that says nothing', () => {
    for (const [name, type] of [['lettre.docx', 'application/pdf'], ['scan.pdf', 'image/jpeg'], ['photo.HEIC', 'image/jpeg'], ['x.exe', 'application/pdf']] as const) expect(saysOtherwise(name, type)).withContext(name).toBeTrue();
    for (const [name, type] of [['lettre.PDF', 'application/pdf'], ['scan', 'application/pdf'], ['scan.001', 'image/tiff'], ['fax.tiff', 'image/tiff'], ['M. Dupont', 'application/pdf'], ['x.jpe', 'image/jpeg'], ['x.tmp', 'image/png']] as const) expect(saysOtherwise(name, type)).withContext(name).toBeFalse();
  });
});
