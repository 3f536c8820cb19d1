import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

const FILES = ['FontFile', 'FontFile2', 'FontFile3'];
const SYMBOLIC = 4;
const NONSYMBOLIC = 32;

/**
 * Why a font (other than Type 3) has no place in PDF/A-2b (ISO 19005-2 §6.2.11): not in the file though it is seen, or
 * described in a way that readers may understand differently.
 */
export function fontProblem(context: PDFContext, font: PDFDict, seen: boolean): string | undefined {
  const of = (dict: PDFDict | undefined, key: string): PDFObject | undefined => context.lookup(dict?.get(PDFName.of(key)));
  const name = (dict: PDFDict | undefined, key: string): string => {
    const value = of(dict, key);
    return value instanceof PDFName ? value.decodeText() : '';
  };
  const subtype = name(font, 'Subtype');
  if (!seen) return undefined;
  if (!['Type0', 'TrueType', 'Type1', 'MMType1'].includes(subtype)) return 'font';
  const isComposite = subtype === 'Type0';
  const descendants = of(font, 'DescendantFonts');
  const described = isComposite ? (descendants instanceof PDFArray ? (context.lookup(descendants.get(0)) as PDFDict | undefined) : undefined) : font;
  const descriptor = of(described, 'FontDescriptor');
  if (!(described instanceof PDFDict) || !(descriptor instanceof PDFDict)) return 'fontNotEmbedded';
  if (!FILES.some((key) => of(descriptor, key) instanceof PDFStream)) return 'fontNotEmbedded';
  if (isComposite) return compositeProblem(of(font, 'Encoding'), name(described, 'Subtype'), of(described, 'CIDToGIDMap'));
  if (!['FirstChar', 'LastChar', 'Widths'].every((key) => of(font, key))) return 'fontWidths';
  return subtype === 'TrueType' ? trueTypeProblem(of(font, 'Encoding'), of(descriptor, 'Flags')) : undefined;
}

/** Only codes that are glyph numbers: other maps may mean characters that the font doesn't have. */
function compositeProblem(encoding: PDFObject | undefined, subtype: string, glyphs: PDFObject | undefined): string | undefined {
  const isIdentity = encoding instanceof PDFName && ['Identity-H', 'Identity-V'].includes(encoding.decodeText());
  if (!isIdentity && !(encoding instanceof PDFStream)) return 'fontEncoding';
  const isMapped = glyphs instanceof PDFStream || (glyphs instanceof PDFName && glyphs.decodeText() === 'Identity');
  return subtype === 'CIDFontType2' && !isMapped ? 'fontEncoding' : undefined;
}

/** ISO 19005-2 §6.2.11.6: symbolic fonts without an encoding, others with one of two, and no names of their own. */
function trueTypeProblem(encoding: PDFObject | undefined, flags: PDFObject | undefined): string | undefined {
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  if (Boolean(bits & SYMBOLIC) === Boolean(bits & NONSYMBOLIC)) return 'fontEncoding';
  if (bits & SYMBOLIC) return encoding ? 'fontEncoding' : undefined;
  const base = encoding instanceof PDFDict ? encoding.get(PDFName.of('BaseEncoding')) : encoding;
  const isKnown = base instanceof PDFName && ['WinAnsiEncoding', 'MacRomanEncoding'].includes(base.decodeText());
  return isKnown && !(encoding instanceof PDFDict && encoding.has(PDFName.of('Differences'))) ? undefined : 'fontEncoding';
}
