import { decodePDFRawStream, PDFArray, PDFRawStream, type PDFContext, type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { operations } from './content-operators.js';

/** What a content stream does that matters to an archive. */
export interface ContentUse {
  /** Names of fonts that are set. */
  readonly fonts: ReadonlySet<string>;
  /** Those whose characters are seen. */
  readonly seenFonts: ReadonlySet<string>;
  /** Why it has no place in PDF/A, if so. */
  readonly problem?: string;
}

/** ISO 32000-1 annex A. */
const OPERATORS = new Set("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf TJ Tj TL Tm Tr Ts Tw Tz v w W W* y ' \"".split(' '));
const DEEPEST_STATE = 28;
const INVISIBLE = '3';
const INTENTS = ['/RelativeColorimetric', '/AbsoluteColorimetric', '/Perceptual', '/Saturation'];
const SHOWING = new Set(['Tj', 'TJ', "'", '"']);
/** Of an inline image: ink colours, compression that PDF/A has no place for, smoothing. */
const BAD_INLINE = /\/(CMYK|DeviceCMYK|LZW|LZWDecode|Crypt)\b|\/(I|Interpolate) true/;

export function useOf(content: string): ContentUse {
  const fonts = new Set<string>();
  const seenFonts = new Set<string>();
  const states: { font?: string; mode: string }[] = [];
  let state: { font?: string; mode: string } = { mode: '0' };
  let problem: string | undefined;
  for (const { operator, operands } of operations(content)) {
    if (!OPERATORS.has(operator)) problem ??= 'operator';
    if (operator === 'q') states.push({ ...state });
    if (states.length > DEEPEST_STATE) problem ??= 'depth';
    if (operator === 'Q') state = states.pop() ?? state;
    if (operator === 'Tr') state.mode = operands.at(-1) ?? '0';
    if (operator === 'Tf') fonts.add((state.font = nameOf(operands.at(-2))));
    if (SHOWING.has(operator) && state.mode !== INVISIBLE && state.font) seenFonts.add(state.font);
    if (operator === 'k' || operator === 'K' || ((operator === 'cs' || operator === 'CS') && operands.at(-1) === '/DeviceCMYK')) problem ??= 'inkColours';
    if (operator === 'ri' && !INTENTS.includes(operands.at(-1) ?? '')) problem ??= 'intent';
    if (operator === 'BI' && BAD_INLINE.test(operands.join(' '))) problem ??= 'inlineImage';
  }
  return { fonts, seenFonts, problem };
}

const nameOf = (token: string | undefined): string => PDFName.of((token ?? '/').slice(1)).asString();

/** Decoded bytes of a page's contents, or of a form's, one to a character. Throws when a part can't be decoded. */
export function contentText(context: PDFContext, contents: PDFObject | undefined): string {
  const object = context.lookup(contents);
  const parts = object instanceof PDFArray ? object.asArray().map((part) => context.lookup(part)) : [object];
  return parts.map((part) => (part instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(part).decode()).toString('latin1') : '')).join('\n');
}

/** Entries of a dictionary within another; empty when there is none. */
export function entriesOf(context: PDFContext, dict: PDFDict | undefined, key: string): readonly (readonly [string, PDFObject])[] {
  const inner = dict && context.lookup(dict.get(PDFName.of(key)));
  return inner && 'entries' in inner ? (inner as PDFDict).entries().map(([name, value]) => [name.asString(), value] as const) : [];
}
