import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageImages } from './cache.js';

const [one, other] = ['019355a0-0000-7000-8000-0000000000a1', '019355a0-0000-7000-8000-0000000000b2'];
const day = 86_400_000;

describe('Images of pages', () => {
  let dir: string;
  let image: string;
  let now: number;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'bannette-images-'));
    image = join(dir, 'drawn.jpg');
    await writeFile(image, Buffer.alloc(1000, 1));
    now = Date.UTC(2026, 10, 22);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const images = (maxBytes = 1e6) => pageImages(join(dir, 'pages'), maxBytes, () => now);

  it('are found again as they were kept, by file, page and width', async () => {
    await images().keep(one, 2, 160, image);
    expect((await readFile((await images().find(one, 2, 160)) ?? '')).length).toBe(1000);
    expect([await images().find(one, 2, 320), await images().find(one, 3, 160), await images().find(other, 2, 160)]).toEqual([undefined, undefined, undefined]);
  });

  it('go when there are too many of them, those first that nobody has looked at for longest', async () => {
    const cache = images(2500);
    for (const number of [1, 2, 3]) {
      now += 1000;
      await cache.keep(one, number, 160, image);
      await cache.find(one, number, 160);
    }
    now += 1000;
    await cache.find(one, 1, 160);
    expect(await cache.trim()).toBe(1);
    expect((await Promise.all([1, 2, 3].map((number) => cache.find(one, number, 160)))).map((path) => path !== undefined)).toEqual([true, false, true]);
  });

  it('go when nobody has looked at them for a month, and with their file', async () => {
    const cache = images();
    await cache.keep(one, 1, 160, image);
    await cache.find(one, 1, 160);
    await cache.keep(other, 1, 160, image);
    now += 31 * day;
    await cache.find(other, 1, 160);
    expect(await cache.trim()).toBe(1);
    expect([await cache.find(one, 1, 160), (await cache.find(other, 1, 160)) !== undefined]).toEqual([undefined, true]);
    await cache.forget(other);
    expect(await cache.find(other, 1, 160)).toBeUndefined();
  });

  it('are none in a folder that isn’t there yet', async () => {
    expect(await images().trim()).toBe(0);
  });
});
