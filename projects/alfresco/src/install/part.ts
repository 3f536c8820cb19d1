import type { InstallPlan, InstallProblem, InstallStep, InstallWarning } from './steps.js';

/** What one area adds to a plan. */
export type Part = Pick<InstallPlan, 'steps' | 'problems' | 'warnings'>;

export const part = (...steps: readonly InstallStep[]): Part => ({ steps, problems: [], warnings: [] });
export const problem = (code: InstallProblem['code'], subject: string): Part => ({ steps: [], problems: [{ code, subject }], warnings: [] });
export const warning = (code: InstallWarning['code'], subject: string): Part => ({ steps: [], problems: [], warnings: [{ code, subject }] });

export const together = (...parts: readonly Part[]): Part => ({
  steps: parts.flatMap(({ steps }) => steps),
  problems: parts.flatMap(({ problems }) => problems),
  warnings: parts.flatMap(({ warnings }) => warnings),
});

export async function inOrder<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}
