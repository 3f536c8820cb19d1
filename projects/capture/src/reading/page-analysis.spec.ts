import type { GrayImage } from './gray-image.js';
import { pipeline, toGray } from './gray-image.js';
import { inkMask, isBlank, isSpeckled, levellingAngle, paperLevel } from './page-analysis.js';
import { allowTime, letterScan, speckled } from './spec-support/letters.js';

describe('looking at a scanned page before reading it', () => {
  allowTime();
  const sheet = (level = 250): GrayImage => ({ data: Buffer.alloc(1654 * 2339, level), width: 1654, height: 2339 });
  let letter: GrayImage;
  beforeAll(async () => (letter = await toGray(await letterScan(200))));

  it('takes the commonest bright level for the paper', async () => {
    const yellowed = await toGray(pipeline(letter).linear(0.8, 0));
    expect(paperLevel(letter)).toBe(255);
    expect(paperLevel(yellowed)).toBe(204);
  });

  it('marks an empty sheet and one with dust as blank, one with a word not', () => {
    const dusty = sheet();
    for (const at of [400_000, 900_000, 2_000_000]) dusty.data.fill(0, at, at + 4);
    expect(isBlank(dusty, inkMask(dusty))).toBeTrue();
    const oneWord = sheet();
    const word = { left: 230, top: 100, width: 220, height: 30 };
    for (let y = 0; y < word.height; y++) {
      letter.data.copy(oneWord.data, (900 + y) * 1654 + 300, (195 + y) * letter.width + word.left, (195 + y) * letter.width + word.left + word.width);
    }
    expect(isBlank(oneWord, inkMask(oneWord))).toBeFalse();
  });

  it('does not take a shadow along the edge for something written', () => {
    const shadowed = sheet();
    for (let y = 0; y < shadowed.height; y++) shadowed.data.fill(40, y * shadowed.width, y * shadowed.width + 20);
    expect(isBlank(shadowed, inkMask(shadowed))).toBeTrue();
  });

  it('tells a speckled photocopy from a clean page', async () => {
    const noisy = await toGray(await speckled(await letterScan(200), 0.03));
    expect(isSpeckled(letter, inkMask(letter))).toBeFalse();
    expect(isSpeckled(noisy, inkMask(noisy))).toBeTrue();
  });

  for (const skew of [-6, -2.3, 0, 1.4, 5]) {
    it(`finds the turn that levels a page scanned askew by ${skew}°`, async () => {
      const askew = await toGray(pipeline(letter).rotate(skew, { background: 'white' }).resize({ width: 580 }));
      expect(Math.abs(levellingAngle(askew, inkMask(askew)) + skew)).toBeLessThan(0.3);
    });
  }
});
