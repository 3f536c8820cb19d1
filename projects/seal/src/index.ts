export { signDetached, type Timestamp } from './cms.js';
export { SealError, type SealFault } from './errors.js';
export { readKey, type SealKey } from './key.js';
export { isUnderRoot, merklePath, merkleRoot, MerkleTree } from './merkle.js';
export { keywordsOf, signPdf } from './pdf.js';
export type { Signing } from './sign-pdf.js';
export { sha256Of, timestampsFrom, verifyTimestamp, type TimestampAuthority, type TimestampFacts } from './timestamp.js';
export { verifyPdf, type PdfSignature } from './verify-pdf.js';
