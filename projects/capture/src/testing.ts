/** Scans for the specs of others. */
export { LETTER, letterScan, speckled } from './reading/spec-support/letters.js';
