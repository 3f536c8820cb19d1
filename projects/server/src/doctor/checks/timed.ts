import { timedJobs, type TimedJob } from '@bannette/store';
import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

/** What runs by the clock may take a while, and clocks differ. */
const patienceHours = 2;

/** When each work that runs by the clock last did; what should have run and didn't, or failed. */
export const timed = check('timedJobs', 'work', ['db'], async ({ config, db }) => judgeTimed(await timedJobs(db, config.entityId)));

export function judgeTimed(jobs: readonly TimedJob[]): readonly Finding[] {
  const last = ({ ranAt }: TimedJob): string => (ranAt ? `${ranAt.toISOString().slice(0, 16)}Z` : 'never');
  return [
    ...jobs.filter(({ lateHours }) => lateHours > patienceHours).map((job) => finding('timedJobLate', { subject: job.name, hours: Math.floor(job.lateHours), last: last(job) })),
    ...jobs.filter(({ failure }) => failure !== undefined).map((job) => finding('timedJobFailed', { subject: job.name, reason: job.failure ?? '', last: last(job) })),
    ...bySidecar(jobs).map((its) => finding('timedJobsRan', { count: its.length, names: its.map((job) => `${job.name} ${last(job)}`).join(', ') })),
  ];
}

/** A line each, that can be read. */
function bySidecar(jobs: readonly TimedJob[]): readonly (readonly TimedJob[])[] {
  const sidecarOf = ({ name }: TimedJob): string => name.split('.')[0] ?? '';
  return [...new Set(jobs.map(sidecarOf))].map((sidecar) => jobs.filter((job) => sidecarOf(job) === sidecar));
}
