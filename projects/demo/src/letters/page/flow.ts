import PDFDocument from 'pdfkit';
import { contracted, unparted } from '../words/french.js';
import type { Typeface } from './typeface.js';

/** A4 in points. */
export const paper = { width: 595.28, height: 841.89 } as const;

export interface TextStyle {
  readonly x?: number;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center' | 'justify';
  readonly weight?: 'regular' | 'bold' | 'italic';
  /** Against the letter's size. */
  readonly scale?: number;
  readonly colour?: string;
  /** Space below, in points. */
  readonly below?: number;
}

/** Text that flows down pages, and a memory of all that was written. */
export class Flow {
  readonly doc: PDFKit.PDFDocument;
  readonly written: string[] = [];
  readonly left = 62;
  readonly width = paper.width - 124;
  readonly bottom = paper.height - 66;
  y = 56;
  pages = 0;

  constructor(readonly face: Typeface, readonly size: number, title: string, day: string, private readonly openPage: (doc: PDFKit.PDFDocument) => void) {
    const made = new Date(`${day}T08:00:00Z`);
    this.doc = new PDFDocument({ autoFirstPage: false, bufferPages: true, size: 'A4', margin: 0, info: { Title: title, CreationDate: made, ModDate: made, Producer: 'Bannette', Creator: 'Bannette' } });
    this.nextPage();
  }

  nextPage(): void {
    this.doc.addPage();
    this.openPage(this.doc);
    this.pages += 1;
    this.y = 56;
  }

  /** Starts a new page when less than that is left. */
  need(height: number): void {
    if (this.y + height > this.bottom) this.nextPage();
  }

  write(words: string, style: TextStyle = {}): void {
    const text = contracted(words);
    const { x = this.left, width = this.width, below = 0 } = style;
    const shown = this.prepare(text, style);
    const options = { width, align: style.align ?? 'left', lineGap: this.size * 0.3 } as const;
    const height = this.doc.heightOfString(shown, options);
    this.need(height);
    this.prepare(text, style);
    this.doc.text(shown, x, this.y, options);
    this.written.push(text);
    this.y += height + below;
  }

  /** One line at a place of its own, outside the flow; at most `width` wide. */
  place(text: string, x: number, y: number, style: TextStyle = {}): void {
    this.doc.text(this.prepare(text, style), x, y, { width: style.width, align: style.align ?? 'left', lineBreak: style.width !== undefined });
    this.written.push(text);
  }

  heightOf(text: string, style: TextStyle): number {
    return this.doc.heightOfString(this.prepare(text, style), { width: style.width ?? this.width, lineGap: this.size * 0.3 });
  }

  private prepare(text: string, { weight = 'regular', scale = 1, colour = '#1a1a1a' }: TextStyle): string {
    this.doc.font(this.face[weight]).fontSize(this.size * this.face.scale * scale).fillColor(colour);
    return unparted(text);
  }

  async finish(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject));
    this.doc.end();
    await ended;
    return Buffer.concat(chunks);
  }
}
