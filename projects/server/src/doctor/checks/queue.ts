import { consumerStates, failedJobs, jobCounts, type ConsumerState, type JobCounts } from '@bannette/store';
import { check } from '../check.js';
import type { Limits } from '../limits.js';
import { named } from '../named.js';
import { finding, type Finding } from '../report.js';

export const jobs = check('jobs', 'work', ['db'], async ({ db, limits }) => {
  const counts = await jobCounts(db);
  const tasks = counts.failed ? [...new Set((await failedJobs(db)).map(({ task }) => task))] : [];
  return judgeJobs(counts, tasks, limits);
});

export function judgeJobs({ failed, oldestReadySeconds }: JobCounts, tasks: readonly string[], { jobsWait, jobsStand }: Pick<Limits, 'jobsWait' | 'jobsStand'>): readonly Finding[] {
  const minutes = Math.floor(oldestReadySeconds / 60);
  const found: Finding[] = failed ? [finding('jobsFailed', { count: failed, names: named(tasks) })] : [];
  if (minutes >= jobsStand) found.push(finding('jobsStandStill', { minutes }));
  else if (minutes >= jobsWait) found.push(finding('jobsWaitLong', { minutes }));
  return found;
}

export const journalConsumers = check('journalConsumers', 'work', ['db'], async ({ db }) => judgeConsumers(await consumerStates(db)));

export function judgeConsumers(states: readonly ConsumerState[]): readonly Finding[] {
  const aside = states.filter(({ failures }) => failures > 0);
  const count = aside.reduce((sum, { failures }) => sum + Number(failures), 0);
  return [
    ...(count ? [finding('entriesPutAside', { count, names: named(aside.map(({ name }) => name)) })] : []),
    ...states.filter(({ attempts }) => attempts > 0).map(({ name, attempts }) => finding('consumerStuck', { subject: name, attempts })),
  ];
}
