import type { OcrEngine } from './ocr.js';
import { nativeEngine } from './ocr-native.js';
import { WasmEngine } from './ocr-wasm.js';
import { ReaderError } from './reader-error.js';
import { DEFAULT_LANGUAGE, type EngineChoice } from './reading.js';

/**
 * Native Tesseract reads forms and faxes better and costs less, so it is taken when installed with the language.
 * @throws ReaderError `engineMissing` when `native` is asked for and isn't there.
 */
export async function chooseEngine(choice: EngineChoice): Promise<OcrEngine> {
  const native = choice === 'wasm' ? undefined : await nativeEngine(DEFAULT_LANGUAGE);
  if (choice === 'native' && !native) throw new ReaderError('engineMissing');
  return native ?? new WasmEngine();
}

/** Not languages: what finds the way up, and equations. */
const NO_LANGUAGE = ['osd', 'equ'];

/** What can be read here, what is wanted first. */
export async function installedLanguages(choice: EngineChoice, wanted: readonly string[]): Promise<readonly string[]> {
  const installed = (await chooseEngine(choice)).languages.filter((language) => !NO_LANGUAGE.includes(language));
  return [...wanted.filter((language) => installed.includes(language)), ...installed.filter((language) => !wanted.includes(language))];
}

/** What {@link chooseEngine} takes on this machine, for the health page. */
export async function availableEngine(): Promise<{ name: 'native' | 'wasm'; version: string; languages: string[] }> {
  const { name, version, languages } = await chooseEngine('auto');
  return { name, version, languages: [...languages] };
}
