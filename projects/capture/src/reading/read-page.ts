import { languageOf, numberInCode, type DoubtCode, type EndorsementSetting, type NumberOnPage } from '@bannette/domain';
import { judgeCodes, noCodes, type CodeOrder, type PageCodes } from '../codes/page-codes.js';
import { readCodes, type FoundCode } from '../codes/read-codes.js';
import { toGray } from './gray-image.js';
import type { OcrEngine } from './ocr.js';
import { fromRaw } from './page-image.js';
import type { RawImage } from './pdf-document.js';
import { linesOfText } from './own-text.js';
import { EMPTY_PAGE, type PageSource, type PageText, type SourcePage } from './page-source.js';
import { blankButForNumber, numberOnPage } from './paper-number.js';
import { thumbnailWidths } from './thumbnail-widths.js';
import { writeThumbnails } from './thumbnails.js';
import type { PageReading, ReadWarning, Rotation } from './reading.js';
import { NOTHING, recognisePage, type RecognisedPage } from './recognise-page.js';

export interface ReadPage {
  readonly page: PageReading;
  readonly text: PageText;
  /** False when a placeholder stands for it. */
  readonly drawn: boolean;
}

interface PageTools {
  readonly engine: OcrEngine;
  readonly language: string;
  readonly others: readonly string[];
  readonly uneven?: boolean;
  readonly folder: string;
  readonly seconds: number;
  /** Small images are made of it as it lies. */
  readonly thumbnails?: boolean;
  /** Codes are read only when asked for. */
  readonly codes?: CodeOrder;
  /** Numbers are looked for only where patterns are declared. */
  readonly numbers?: readonly EndorsementSetting[];
}

/** Reads page `index` (from 0). A page that can't be drawn is marked, and the others are kept. */
export async function readPage(source: PageSource, index: number, tools: PageTools): Promise<ReadPage> {
  const drawn = await source.page(index, tools.thumbnails);
  const found = drawn ? await codesOf(drawn, tools) : [];
  const codes = tools.codes ? judgeCodes(found, tools.codes) : noCodes;
  const read = drawn && !isSheet(codes) ? await contents(drawn, tools) : NOTHING;
  const endorsement = drawn && !isSheet(codes) && tools.numbers?.length ? await numberOf(drawn, found, read, tools) : undefined;
  const thumbnails = tools.thumbnails ? await writeThumbnails((drawn ?? EMPTY_PAGE).image, thumbnailWidths, tools.folder, index + 1) : undefined;
  const { rotation, text, words, skew, confidence, language, readIn } = read;
  const blank = drawn && endorsement ? await blankButForNumber(drawn, read, endorsement) : read.blank;
  const warnings: ReadWarning[] = [];
  if (!drawn || drawn.damaged) warnings.push('pageDamaged');
  if (read.timedOut) warnings.push('pageTookTooLong');
  const doubts: readonly DoubtCode[] = [...read.doubts, ...(read.timedOut ? (['tookTooLong'] as const) : []), ...(!drawn || drawn.damaged ? (['pageDamaged'] as const) : [])];
  const where = drawn?.textLayer ? 'textLayer' : 'ocr';
  return {
    page: {
      number: index + 1, thumbnails, ...upright((drawn ?? EMPTY_PAGE).image, read.rotation),
      rotation, text, words, blank, codes, endorsement, warnings, source: where, confidence, doubts, skew, language, readIn,
    },
    text: { rotation, layer: read.layer, said: drawn?.textLayer && linesOfText(drawn.textLayer) },
    drawn: drawn !== undefined,
  };
}

async function contents(page: SourcePage, { engine, language, others, uneven, folder, seconds }: PageTools): Promise<RecognisedPage> {
  if (page.textLayer) return { ...NOTHING, text: page.textLayer.text.trim(), words: page.textLayer.words, confidence: page.textLayer.words.length ? 100 : 0, language: languageOf(page.textLayer.text) };
  return recognisePage(page, { engine, language, others, uneven, folder }, AbortSignal.timeout(seconds * 1000));
}

/** The codes that say something here. */
async function codesOf(page: SourcePage, { codes, numbers = [] }: PageTools): Promise<readonly FoundCode[]> {
  const numbered = numbers.filter(({ enabled, places }) => enabled && places.includes('code'));
  if (!codes && !numbered.length) return [];
  const parts = (code: FoundCode): boolean => !!codes && (judgeCodes([code], codes).sheets.length > 0 || judgeCodes([code], codes).foreign);
  const counts = (code: FoundCode): boolean => parts(code) || numberInCode(code.text, numbered) !== undefined;
  return readCodes(await toGray(fromRaw(page.image)), { anyFormat: numbered.length > 0 || (codes?.foreignCodes.length ?? 0) > 0, wanted: counts });
}

function numberOf(page: SourcePage, codes: readonly FoundCode[], read: RecognisedPage, { numbers = [], engine, language, folder, seconds }: PageTools): Promise<NumberOnPage | undefined> {
  return numberOnPage(page, codes.map(({ text }) => text), read, numbers, { engine, language, folder }, AbortSignal.timeout(seconds * 1000));
}

/** A sheet that Bannette printed says nothing but its code. */
const isSheet = ({ sheets }: PageCodes): boolean => sheets.some(({ kind }) => kind !== 'label');

/** Size of the page once it is turned. */
function upright({ width, height }: RawImage, rotation: Rotation): { readonly width: number; readonly height: number } {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
