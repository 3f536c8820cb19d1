import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import { pipeline, toGray, toPgm, type GrayImage } from '../reading/gray-image.js';
import { inkMask, isSpeckled } from '../reading/page-analysis.js';

const ours: NonNullable<ReaderOptions['formats']> = ['QRCode', 'DataMatrix', 'Code128'];
const foreign: NonNullable<ReaderOptions['formats']> = [...ours, 'Code39', 'Code93', 'ITF', 'EANUPC', 'PDF417', 'Aztec'];
const mostCodes = 16;
const longestText = 200;

/** A code on a page: what it says, and its kind as the library names it. */
export interface FoundCode {
  readonly text: string;
  readonly symbology: string;
}

let ready: Promise<unknown> | undefined;

/** The library's own default is to download its module: nothing is ever downloaded. */
function prepare(): Promise<unknown> {
  ready ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer }, fireImmediately: true }),
  );
  return ready;
}

/**
 * The codes on a page, each text once. A page on which `wanted` finds none, and that is full of specks, is read
 * again once they are gone (measured: 72 % of the codes of noisy pages are read at once, 97 % then).
 *
 * @param anyFormat also those formats that Bannette doesn't print, for codes of others that the settings declare
 */
export async function readCodes(gray: GrayImage, { anyFormat = false, wanted = () => true }: { readonly anyFormat?: boolean; readonly wanted?: (code: FoundCode) => boolean } = {}): Promise<FoundCode[]> {
  const formats = anyFormat ? foreign : ours;
  const found = (await scan(gray, formats)).filter(wanted);
  if (found.length || !isSpeckled(gray, inkMask(gray))) return found;
  return (await scan(await toGray(pipeline(gray).median(3)), formats)).filter(wanted);
}

async function scan(gray: GrayImage, formats: NonNullable<ReaderOptions['formats']>): Promise<FoundCode[]> {
  await prepare();
  const codes = await readBarcodes(new Uint8Array(toPgm(gray)), { formats, tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true, maxNumberOfSymbols: mostCodes });
  const valid = codes.filter(({ isValid, text }) => isValid && text.length <= longestText).map(({ text, format }) => ({ text, symbology: format as string }));
  return valid.filter(({ text }, index) => valid.findIndex((other) => other.text === text) === index);
}
