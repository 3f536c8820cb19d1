/** What both recognisers do. */
export interface OcrEngine {
  readonly name: 'native' | 'wasm';
  /** Of the recogniser: `5.3.0`. */
  readonly version: string;
  readonly languages: readonly string[];
  /**
   * Recognises one upright gray page.
   * @throws OcrTimeout when the signal aborts first.
   */
  recognise(page: OcrPage, signal: AbortSignal): Promise<OcrText>;
  close(): Promise<void>;
}

export interface OcrPage {
  /** A portable graymap (PGM, binary). */
  readonly pgm: Buffer;
  readonly dpi: number;
  readonly language: string;
  /** An existing folder for files of a moment. */
  readonly folder: string;
}

export interface OcrText {
  readonly text: string;
  readonly words: readonly OcrWord[];
}

/** A word and its place in pixels of the page that was recognised. */
export interface OcrWord {
  readonly text: string;
  readonly confidence: number;
  /** Which line it stands in; lines are in reading order. */
  readonly line: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export class OcrTimeout extends Error {
  constructor() {
    super('recognition was stopped');
    this.name = 'OcrTimeout';
  }
}

const WORD_LEVEL = '5';

/** The words of Tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function wordsOfTsv(tsv: string): OcrWord[] {
  return tsv.split('\n').flatMap((row) => {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text] = row.split('\t');
    if (level !== WORD_LEVEL || !text?.trim()) return [];
    return [
      {
        text: text.trim(),
        confidence: Math.max(0, Number(confidence)),
        line: [page, block, paragraph, line].join('-'),
        left: Number(left),
        top: Number(top),
        width: Number(width),
        height: Number(height),
      },
    ];
  });
}

/** The text that words make: a line a line, paragraphs parted. */
export function textOf(words: readonly OcrWord[]): string {
  let text = '';
  let before: string | undefined;
  for (const word of words) {
    const sameParagraph = before?.slice(0, before.lastIndexOf('-')) === word.line.slice(0, word.line.lastIndexOf('-'));
    text += before === undefined ? '' : before === word.line ? ' ' : sameParagraph ? '\n' : '\n\n';
    text += word.text;
    before = word.line;
  }
  return text;
}

/** Mean over words, 0 when there is none. */
export function meanConfidence(words: readonly { readonly confidence: number }[]): number {
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
}
