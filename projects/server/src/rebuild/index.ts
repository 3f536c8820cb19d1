export { applyRebuild, type RebuildResult } from './apply.js';
export { planRebuild } from './scan.js';
export { jsonOf, reportOf } from './report.js';
export type { Difference, DifferenceKind, RebuildPlan } from './plan.js';
