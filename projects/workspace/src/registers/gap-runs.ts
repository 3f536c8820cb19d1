import type { Gap } from './registers-api.js';

/** Findings one after another that are the same but for their number, as one: a night of reserved numbers is a line, not five hundred. */
export function runsOf(gaps: readonly Gap[]): readonly (Gap & { readonly lastChrono?: string })[] {
  const runs: (Gap & { readonly lastChrono?: string })[] = [];
  for (const gap of gaps) {
    const before = runs.at(-1);
    const goesOn = before && gap.first === before.last + 1 && (['kind', 'register', 'label', 'year', 'at', 'reason'] as const).every((fact) => gap[fact] === before[fact]);
    if (goesOn) runs[runs.length - 1] = { ...before, last: gap.last, lastChrono: gap.chrono };
    else runs.push(gap);
  }
  return runs;
}
