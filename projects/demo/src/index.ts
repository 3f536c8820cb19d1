export { batchOfLetters, type BatchSpec } from './letters/batch.js';
export { generateLetter } from './letters/generate.js';
export { letterFormats, letterKinds, type Defects, type Letter, type LetterFile, type LetterFormat, type LetterKind, type LetterSpec, type LetterTruth, type SenderKind } from './letters/letter.js';
export { openPress, type Press } from './letters/press.js';
export { generateTrouble, troubleKinds, type TroubleKind } from './letters/trouble.js';
export { authority, delegations, towns, type Delegation, type DelegationCode, type Town } from './letters/words/territory.js';
