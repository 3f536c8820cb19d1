import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, type PDFContext, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import { fontProblem } from './font-check.js';
import { contentText, entriesOf, useOf } from './page-content.js';

const FILTERS = new Set(['FlateDecode', 'DCTDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'RunLengthDecode', 'ASCII85Decode', 'ASCIIHexDecode']);
const BLEND_MODES = new Set('Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(' '));
const PLAIN_SPACES = new Set(['DeviceGray', 'DeviceRGB', 'CalGray', 'CalRGB', 'Lab', 'Pattern']);
const COMPONENTS: Readonly<Record<string, number>> = { 'GRAY': 1, 'RGB ': 3, 'Lab ': 3, 'CMYK': 4 };
const LATEST_PROFILE = 4;
const DEEPEST = 20;
/** ISO 19005-2 §6.1.13. */
const [LEAST_SIDE, LONGEST_SIDE] = [3, 14_400];

/**
 * Tells of a page whether all that it shows has a place in PDF/A-2b (ISO 19005-2 §6.2) once what it does is taken away.
 * Careful rather than clever: what it doesn't know it refuses, and the page is drawn as an image instead.
 */
export class PageCheck {
  private readonly known = new Map<PDFObject, string | undefined>();

  constructor(private readonly context: PDFContext) {}

  /** A word for what has no place there; undefined when all has. */
  problemOf(page: PDFPage): string | undefined {
    try {
      const { width, height } = page.getMediaBox();
      if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > LONGEST_SIDE) return 'pageSize';
      return this.group(page.node) ?? this.content(contentText(this.context, page.node.get(PDFName.of('Contents'))), page.node.Resources(), 0);
    } catch {
      return 'unreadable';
    }
  }

  private content(content: string, resources: PDFDict | undefined, depth: number): string | undefined {
    if (depth > DEEPEST) return 'depth';
    const { fonts, seenFonts, problem } = useOf(content);
    if (problem) return problem;
    const { context } = this;
    const each = (key: string, judge: (value: PDFObject) => string | undefined): string | undefined => first(entriesOf(context, resources, key), ([, value]) => this.once(value, judge));
    return (
      first(entriesOf(context, resources, 'Font'), ([name, value]) => (fonts.has(name) ? this.font(value, seenFonts.has(name), depth) : undefined)) ??
      each('XObject', (value) => this.object(value, depth)) ??
      each('ExtGState', (value) => this.state(value, depth)) ??
      each('ColorSpace', (value) => this.space(value, depth)) ??
      each('Pattern', (value) => this.pattern(value, depth)) ??
      each('Shading', (value) => this.shading(value, depth)) ??
      each('Properties', (value) => this.property(value))
    );
  }

  private font(value: PDFObject, seen: boolean, depth: number): string | undefined {
    const font = this.dict(value);
    if (!font) return 'font';
    if (this.name(font, 'Subtype') !== 'Type3') return fontProblem(this.context, font, seen);
    const resources = this.dict(font.get(PDFName.of('Resources')));
    return first(entriesOf(this.context, font, 'CharProcs'), ([, glyph]) => this.once(glyph, () => this.content(contentText(this.context, glyph), resources, depth + 1)));
  }

  private object(value: PDFObject, depth: number): string | undefined {
    const stream = this.context.lookup(value);
    if (!(stream instanceof PDFRawStream)) return 'object';
    const { dict } = stream;
    if (this.has(dict, 'OC', 'F', 'Ref')) return 'object';
    const filter = this.filters(dict);
    if (filter) return filter;
    if (this.name(dict, 'Subtype') === 'Form') {
      if (this.has(dict, 'PS') || this.name(dict, 'Subtype2') === 'PS') return 'object';
      const resources = this.dict(dict.get(PDFName.of('Resources')));
      const content = contentText(this.context, stream);
      if (!resources && /\/\S+\s+(Do|gs|Tf|cs|CS|sh|scn|SCN)\b|Tf\b/.test(content)) return 'borrowedResources';
      return this.group(dict) ?? this.content(content, resources, depth + 1);
    }
    return this.name(dict, 'Subtype') === 'Image' ? this.image(dict, depth) : 'object';
  }

  private image(dict: PDFDict, depth: number): string | undefined {
    if (this.has(dict, 'SMaskInData')) return 'image';
    const isMask = this.context.lookup(dict.get(PDFName.of('ImageMask')));
    const bits = this.context.lookup(dict.get(PDFName.of('BitsPerComponent')));
    if (bits instanceof PDFNumber && ![1, 2, 4, 8, 16].includes(bits.asNumber())) return 'image';
    const space = dict.get(PDFName.of('ColorSpace'));
    if (space ? this.space(space, depth) : !(isMask instanceof PDFBool && isMask.asBoolean())) return 'image';
    const masks = ['SMask', 'Mask'].map((key) => dict.get(PDFName.of(key))).filter((mask) => this.context.lookup(mask) instanceof PDFStream);
    return first(masks, (mask) => (mask && depth < DEEPEST ? this.object(mask, depth + 1) : undefined));
  }

  private state(value: PDFObject, depth: number): string | undefined {
    const state = this.dict(value);
    if (!state || this.has(state, 'TR', 'HTP', 'HTO')) return 'graphicsState';
    const transfer = this.context.lookup(state.get(PDFName.of('TR2')));
    if (transfer && !(transfer instanceof PDFName && transfer.asString() === '/Default')) return 'graphicsState';
    const modes = this.context.lookup(state.get(PDFName.of('BM')));
    const listed = modes instanceof PDFArray ? modes.asArray() : modes ? [modes] : [];
    if (!listed.every((mode) => mode instanceof PDFName && BLEND_MODES.has(mode.decodeText()))) return 'graphicsState';
    const font = this.context.lookup(state.get(PDFName.of('Font')));
    const mask = this.dict(state.get(PDFName.of('SMask')));
    if (font) return 'graphicsState';
    const group = mask?.get(PDFName.of('G'));
    return group ? this.object(group, depth + 1) : undefined;
  }

  private space(value: PDFObject, depth: number): string | undefined {
    const space = this.context.lookup(value);
    if (space instanceof PDFName) return PLAIN_SPACES.has(space.decodeText()) ? undefined : 'colours';
    if (!(space instanceof PDFArray) || depth > DEEPEST) return 'colours';
    const kind = space.lookup(0);
    const name = kind instanceof PDFName ? kind.decodeText() : '';
    if (name === 'ICCBased') return this.profile(space.lookup(1));
    if (name === 'Indexed' || (name === 'Pattern' && space.size() > 1)) return this.space(space.get(1), depth + 1);
    if (name === 'Separation') return this.space(space.get(2), depth + 1);
    return PLAIN_SPACES.has(name) ? undefined : 'colours';
  }

  private profile(stream: PDFObject | undefined): string | undefined {
    if (!(stream instanceof PDFRawStream)) return 'colours';
    const header = Buffer.from(contentText(this.context, stream), 'latin1');
    const count = this.context.lookup(stream.dict.get(PDFName.of('N')));
    const components = COMPONENTS[header.toString('latin1', 16, 20)];
    const fits = count instanceof PDFNumber && count.asNumber() === components && components < 4;
    const isSource = ['scnr', 'mntr', 'prtr', 'spac'].includes(header.toString('latin1', 12, 16));
    return header.length > 128 && (header[8] ?? 9) <= LATEST_PROFILE && fits && isSource && !this.filters(stream.dict) ? undefined : 'colours';
  }

  private pattern(value: PDFObject, depth: number): string | undefined {
    const object = this.context.lookup(value);
    if (object instanceof PDFRawStream) return this.filters(object.dict) ?? this.content(contentText(this.context, object), this.dict(object.dict.get(PDFName.of('Resources'))), depth + 1);
    const pattern = this.dict(value);
    const shading = pattern?.get(PDFName.of('Shading'));
    const state = pattern?.get(PDFName.of('ExtGState'));
    return (shading ? this.shading(shading, depth) : 'pattern') ?? (state ? this.state(state, depth) : undefined);
  }

  private shading(value: PDFObject, depth: number): string | undefined {
    const space = this.dict(value)?.get(PDFName.of('ColorSpace'));
    return space ? this.space(space, depth) : 'shading';
  }

  /** Layers may be off by what the file says as a whole, and that is not taken over. */
  private property(value: PDFObject): string | undefined {
    return ['OCG', 'OCMD'].includes(this.name(this.dict(value), 'Type') ?? '') ? 'layers' : undefined;
  }

  private group(of: PDFDict): string | undefined {
    const space = this.dict(of.get(PDFName.of('Group')))?.get(PDFName.of('CS'));
    return space ? this.space(space, 0) : undefined;
  }

  private filters(dict: PDFDict): string | undefined {
    const filter = this.context.lookup(dict.get(PDFName.of('Filter')));
    const names = filter instanceof PDFArray ? filter.asArray().map((name) => this.context.lookup(name)) : filter ? [filter] : [];
    return names.every((name) => name instanceof PDFName && FILTERS.has(name.decodeText())) ? undefined : 'compression';
  }

  private once(value: PDFObject, judge: (value: PDFObject) => string | undefined): string | undefined {
    if (!(value instanceof PDFRef)) return judge(value);
    if (!this.known.has(value)) {
      this.known.set(value, undefined); // what draws itself ends here
      this.known.set(value, judge(value));
    }
    return this.known.get(value);
  }

  private dict(value: PDFObject | undefined): PDFDict | undefined {
    const object = this.context.lookup(value);
    return object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;
  }

  private name(dict: PDFDict | undefined, key: string): string | undefined {
    const name = this.context.lookup(dict?.get(PDFName.of(key)));
    return name instanceof PDFName ? name.decodeText() : undefined;
  }

  private has(dict: PDFDict, ...keys: readonly string[]): boolean {
    return keys.some((key) => dict.has(PDFName.of(key)));
  }
}

function first<T>(values: readonly T[], judge: (value: T) => string | undefined): string | undefined {
  for (const value of values) {
    const problem = judge(value);
    if (problem) return problem;
  }
  return undefined;
}
