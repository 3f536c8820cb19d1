import { sql } from 'kysely';
import { check } from '../check.js';
import type { Limits } from '../limits.js';
import { finding, type Finding } from '../report.js';

/** How far another clock is ahead of this machine's, in seconds; behind, if negative. */
export interface Skew {
  readonly subject: 'Alfresco' | 'PostgreSQL';
  readonly seconds: number;
}

export const clocks = check('clocks', 'network', [], async ({ alfrescoUrl, db, limits }) => {
  const skews: Skew[] = [];
  const ofAlfresco = await skewOf(() => dateOf(alfrescoUrl)).catch(() => undefined);
  if (ofAlfresco !== undefined) skews.push({ subject: 'Alfresco', seconds: ofAlfresco });
  if (db) skews.push({ subject: 'PostgreSQL', seconds: (await skewOf(async () => (await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)).rows[0]?.now.getTime())) ?? 0 });
  return judgeClocks(skews, limits);
});

/** The other clock is read somewhere between question and answer: its distance to the middle is off by half of that time at most. */
async function skewOf(read: () => Promise<number | undefined>): Promise<number | undefined> {
  const before = Date.now();
  const theirs = await read();
  const after = Date.now();
  if (theirs === undefined) return undefined;
  const [distance, blur] = [theirs - (before + after) / 2, (after - before) / 2];
  return (Math.sign(distance) * Math.max(0, Math.abs(distance) - blur)) / 1000;
}

/** The `Date` header has whole seconds, cut off. */
async function dateOf(alfrescoUrl: string): Promise<number | undefined> {
  const response = await fetch(`${alfrescoUrl}/alfresco/api/-default-/public/alfresco/versions/1/probes/-live-`, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  await response.body?.cancel();
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? undefined : date + 500;
}

export function judgeClocks(skews: readonly Skew[], { clockApart, clockFarApart }: Pick<Limits, 'clockApart' | 'clockFarApart'>): readonly Finding[] {
  return skews
    .filter(({ seconds }) => Math.abs(seconds) > clockApart)
    .map(({ subject, seconds }) => finding(Math.abs(seconds) > clockFarApart ? 'clockFarApart' : 'clockApart', { subject, seconds: Math.round(Math.abs(seconds)), direction: seconds > 0 ? 'ahead' : 'behind' }));
}
