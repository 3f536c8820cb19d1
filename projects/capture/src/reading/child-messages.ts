import type { ReadLimits } from './limits.js';
import type { EngineChoice, Reading, ReadRequest } from './reading.js';

/** What the reading process is told. */
export interface ReadOrder {
  readonly request: ReadRequest;
  readonly limits: ReadLimits;
  readonly engine: EngineChoice;
}

/** What it answers: a sign of life after each page, and the end. `failed` is a fault of ours, not of the file. */
export type ReadAnswer = { readonly page: number } | { readonly reading: Reading } | { readonly failed: string };
