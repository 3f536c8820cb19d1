import { WasmEngine } from './ocr-wasm.js';
import { nativeEngine } from './ocr-native.js';
import type { OcrEngine } from './ocr.js';
import { NOTHING, recognisePage } from './recognise-page.js';
import { allowTime, inFolder, letterScan, LETTER, wordRecall } from './spec-support/letters.js';

describe('recognising one page', () => {
  allowTime();
  const installed = nativeEngine('fra');

  async function recognise(engine: OcrEngine, signal: AbortSignal): ReturnType<typeof recognisePage> {
    const { data, info } = await (await letterScan(200)).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    return inFolder((folder) => recognisePage({ image: { data, width: info.width, height: info.height, channels: 1 }, dpi: 200 }, { engine, language: 'fra', folder }, signal));
  }

  it('leaves the page unread when its time is over, and reads the next one', async () => {
    for (const engine of [new WasmEngine(), await installed]) {
      if (!engine) continue;
      expect(await recognise(engine, AbortSignal.timeout(1))).toEqual({ ...NOTHING, timedOut: true });
      const read = await recognise(engine, AbortSignal.timeout(60_000));
      expect(read.timedOut).toBeFalse();
      expect(wordRecall(LETTER, read.text)).toBeGreaterThan(0.95);
      await engine.close();
    }
  });
});
