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
  /** Whether the invisible text layer is wanted too. */
  readonly textPdf: boolean;
  /** An existing folder for files of a moment. */
  readonly folder: string;
}

export interface OcrText {
  readonly text: string;
  readonly words: readonly OcrWord[];
  /** A one-page PDF of invisible text, of the page's size at its dpi. */
  readonly textPdf?: Uint8Array;
}

/** A word and its place in pixels of the page that was recognised. */
export interface OcrWord {
  readonly text: string;
  readonly confidence: number;
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
  return tsv.split('\n').flatMap((line) => {
    const [level, , , , , , left, top, width, height, confidence, text] = line.split('\t');
    if (level !== WORD_LEVEL || !text?.trim()) return [];
    return [
      {
        text: text.trim(),
        confidence: Math.max(0, Number(confidence)),
        left: Number(left),
        top: Number(top),
        width: Number(width),
        height: Number(height),
      },
    ];
  });
}

/** Mean over words, 0 when there is none. */
export function meanConfidence(words: readonly { readonly confidence: number }[]): number {
  return words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
}
