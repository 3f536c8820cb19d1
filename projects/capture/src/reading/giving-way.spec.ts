import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { createReader } from './reader.js';
import { allowTime, asRead, inFolder, letterScan } from './spec-support/letters.js';

describe('A citizen at the counter', () => {
  allowTime();

  it('waits for no more than the page in hand of a long file, though it has the only reader', async () => {
    await inFolder(async (folder) => {
      const [pile, letter] = [join(folder, 'pile.tif'), join(folder, 'letter.png')];
      const page = await (await letterScan(150)).png().toBuffer();
      await sharp(Array.from({ length: 10 }, () => page), { join: { across: 1, animated: true } }).toColourspace('b-w').tiff({ compression: 'deflate', xres: 150 / 25.4, yres: 150 / 25.4 }).toFile(pile);
      await writeFile(letter, page);
      const reader = createReader({ processes: 1 });
      try {
        let pages = 0;
        let begun: () => void;
        const first = new Promise<void>((resolve) => (begun = resolve));
        const backlog = inFolder(async (outputDir) => asRead(await reader.read({ inputPath: pile, fileName: 'pile', outputDir }, { lane: 'backlog', progress: () => void (++pages && begun()) })).pages.length);
        await first;
        const before = pages;
        await inFolder(async (outputDir) => expect(asRead(await reader.read({ inputPath: letter, fileName: 'letter', outputDir }, { lane: 'counter' })).pages.length).toBe(1));
        expect(pages - before).toBeLessThanOrEqual(1);
        expect(await backlog).toBe(10);
        expect(pages).toBe(10);
      } finally {
        await reader.close();
      }
    });
  });
});
