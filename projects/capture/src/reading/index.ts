export * from './reading.js';
export { DEFAULT_LIMITS, type ReadLimits } from './limits.js';
export { createReader, type ReaderOptions } from './reader.js';
export { ReaderError } from './reader-error.js';
export { thumbnailWidths } from './thumbnail-widths.js';
export { availableEngine, installedLanguages } from './ocr-choice.js';
