import type { ReadLimits } from './limits.js';
import type { CutRequest, Cutting, Drawing, DrawRequest, EngineChoice, Reading, ReadRequest } from './reading.js';

/** What the reading process is told. */
export interface ReadOrder {
  readonly request: ReadRequest;
  readonly limits: ReadLimits;
  readonly engine: EngineChoice;
}

/** Or: pages to cut out of a file. */
export interface CutOrder {
  readonly cut: CutRequest;
  readonly limits: ReadLimits;
}

/** Or: pages to draw. */
export interface DrawOrder {
  readonly draw: DrawRequest;
  readonly limits: ReadLimits;
}

/** Or: to hold after the page in hand, or to go on. */
export interface HoldOrder {
  readonly hold: boolean;
}

/** What it answers: a sign of life after each page, and the end. `failed` is the code of a fault that isn't the file's. */
export type ReadAnswer = { readonly page: number } | { readonly reading: Reading | Cutting | Drawing } | { readonly failed: string };
