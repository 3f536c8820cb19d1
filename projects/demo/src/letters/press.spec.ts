import { generateLetter } from './generate.js';
import type { LetterSpec } from './letter.js';
import { openPress } from './press.js';

describe('Letters made in a process of their own', () => {
  const spec: LetterSpec = { seed: 8, kind: 'VOIRIE', date: '2026-03-09', format: 'pdf-image' };

  it('are the very same letters, even when several are asked for at once', async () => {
    const press = openPress();
    const [first, second] = await Promise.all([press.generate(spec), press.generate({ ...spec, seed: 9 })]);
    await press.close();
    expect(first).toEqual(await generateLetter(spec));
    expect(second).toEqual(await generateLetter({ ...spec, seed: 9 }));
    expect(Buffer.isBuffer(first?.bytes)).toBeTrue();
  });

  it('do not come once a date is wrong or the process is closed, and one failure leaves the next letter alone', async () => {
    const press = openPress();
    await expectAsync(press.generate({ ...spec, date: 'hier' })).toBeRejectedWithError(/hier/);
    expect((await press.generate(spec)).truth.type).toBe('VOIRIE');
    await press.close();
    await expectAsync(press.generate(spec)).toBeRejectedWithError(/has ended/);
  });
});
