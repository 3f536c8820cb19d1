import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFRef, PDFStream, PDFString, type PDFContext, type PDFObject, type PDFPage } from '@cantoo/pdf-lib';
import type { ArchivePage } from './archive-file.js';
import { contentText, entriesOf, useOf } from './page-content.js';
import type { ObjectNumber, PdfWriter } from './pdf-writer.js';

/** What says nothing that is seen, and may contradict it or reach beyond the page. */
const LEFT_OUT = ['Metadata', 'PieceInfo', 'OPI', 'Alternates', 'Interpolate', 'StructParent', 'StructParents', 'LastModified', 'AF', 'CIDSet', 'CharSet', 'Measure', 'PtData'];
const KINDS = ['XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties', 'ProcSet'];

/** Copies pages of one PDF into another file, their streams byte for byte; shared objects are written once. */
export class PageCopy {
  private readonly numbers = new Map<PDFRef, ObjectNumber>();
  private readonly waiting: PDFRef[] = [];

  constructor(
    private readonly context: PDFContext,
    private readonly writer: PdfWriter,
  ) {}

  /** The page as it is in its file, without what it does. */
  take(page: PDFPage): ArchivePage {
    const { context } = this;
    const box = page.getCropBox();
    const contents = page.node.get(PDFName.of('Contents'));
    const resources = page.node.Resources();
    const { fonts } = useOf(contentText(context, contents));
    const group = page.node.get(PDFName.of('Group'));
    const parts = this.contents(contents);
    const named = new Set(KINDS);
    const kept = (resources?.entries() ?? []).filter(([key]) => named.has(key.decodeText()));
    const taken = {
      box,
      turn: (((page.getRotation().angle % 360) + 360) % 360),
      contents: parts,
      resources: kept.map(([key, value]) => `${key.toString()} ${this.text(value)}`).join(' '),
      fonts: entriesOf(context, resources, 'Font').filter(([name]) => fonts.has(name)).map(([name, value]) => `${name} ${this.text(value)}`).join(' '),
      entries: group ? `/Group ${this.text(group)}` : '',
    };
    this.writeWaiting();
    return taken;
  }

  private contents(value: PDFObject | undefined): ObjectNumber[] {
    const object = this.context.lookup(value);
    const parts = object instanceof PDFArray ? object.asArray() : value ? [value] : [];
    return parts.filter((part): part is PDFRef => part instanceof PDFRef && this.context.lookup(part) instanceof PDFStream).map((part) => this.numberOf(part));
  }

  private numberOf(reference: PDFRef): ObjectNumber {
    const known = this.numbers.get(reference);
    if (known !== undefined) return known;
    const number = this.writer.reserve();
    this.numbers.set(reference, number);
    this.waiting.push(reference);
    return number;
  }

  private writeWaiting(): void {
    for (let reference = this.waiting.pop(); reference; reference = this.waiting.pop()) {
      const object = this.context.lookup(reference);
      const number = this.numberOf(reference);
      if (object instanceof PDFRawStream) this.writer.putStream(this.entries(object.dict), object.contents, number);
      else this.writer.put(object ? this.text(object) : 'null', number);
    }
  }

  private text(object: PDFObject): string {
    if (object instanceof PDFRef) return `${this.numberOf(object)} 0 R`;
    if (object instanceof PDFDict) return `<< ${this.entries(object)} >>`;
    if (object instanceof PDFArray) return `[${object.asArray().map((item) => this.text(item)).join(' ')}]`;
    if (object instanceof PDFHexString || object instanceof PDFString) return `<${Buffer.from(object.asBytes()).toString('hex')}>`;
    if (object instanceof PDFStream) throw new Error('a stream within an object');
    return object.toString();
  }

  private entries(dict: PDFDict): string {
    return dict
      .entries()
      .filter(([key]) => !LEFT_OUT.includes(key.decodeText()) && key.decodeText() !== 'Length')
      .map(([key, value]) => `${key.toString()} ${this.text(value)}`)
      .join(' ');
  }
}
