import { steady } from './steady.js';

describe('What is uploaded', () => {
  async function* pieces(...texts: (string | Promise<never>)[]): AsyncGenerator<Buffer> {
    for (const text of texts) yield Buffer.from(await text);
  }
  const read = async (stream: AsyncIterable<Buffer>): Promise<string> => {
    let heard = '';
    for await (const piece of stream) heard += piece.toString();
    return heard;
  };
  const silence = (): Promise<never> => new Promise(() => undefined);

  it('is taken whole as long as it comes', async () => {
    expect(await read(steady(pieces('Mon', 'sieur'), 60_000))).toBe('Monsieur');
  });

  it('is given up when nothing comes any more', async () => {
    await expectAsync(read(steady(pieces('Mon', silence()), 20))).toBeRejectedWith(jasmine.objectContaining({ status: 408, code: 'tooSlow' }));
  });

  it('fails as its sender’s connection does', async () => {
    await expectAsync(read(steady(pieces('Mon', Promise.reject(new Error('cut'))), 60_000))).toBeRejectedWithError('cut');
  });
});
