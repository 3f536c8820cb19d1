export { disposableRepository, type DisposableRepository } from './disposable.js';
export { guard, Refusal } from './guard.js';
export { areasIn, type Area, type Recorded } from './recording.js';
export type { AreaOutcome, Judged, Judgement, Target } from './replay.js';
export type { Difference } from './compare.js';
export { areaReport, figuresOf, summary, type Figures } from './report.js';
export { playAreas } from './session.js';
