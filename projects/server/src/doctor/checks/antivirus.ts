import { AntivirusAway, clamd, type AntivirusFacts } from '@bannette/capture';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import { check } from '../check.js';
import type { Limits } from '../limits.js';
import { finding, type Finding } from '../report.js';

/** The antivirus answers, its signatures are fresh, and no file waits for it in vain. */
export const antivirus = check('antivirus', 'machine', ['db'], async ({ config, db, limits, now }) => {
  if (config.clamdUrl === undefined) return [finding('antivirusNotConfigured')];
  const { count, since } = await waiting(db);
  try {
    const facts = await clamd(config.clamdUrl).about();
    return judgeAntivirus({ ...facts, waiting: count, waitingMinutes: since ? minutesBetween(since, now()) : 0 }, now(), limits);
  } catch (error) {
    return [finding('antivirusUnreachable', { address: config.clamdUrl, reason: error instanceof AntivirusAway ? error.code : 'unknown', count })];
  }
});

async function waiting(db: Kysely<Database>): Promise<{ count: number; since: Date | null }> {
  const found = await db.selectFrom('deposit_file').select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('waits_since').as('since')]).where('waits_for', '=', 'antivirus').executeTakeFirst();
  return { count: Number(found?.count ?? 0), since: found?.since ?? null };
}

const minutesBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / 60_000);
const minutesADay = 1440;
/** Longer than the longest pause between two looks. */
const usualPauseMinutes = 10;

export function judgeAntivirus({ program, signaturesOf, waiting: count, waitingMinutes }: AntivirusFacts & { readonly waiting: number; readonly waitingMinutes: number }, now: Date, { signatureDays }: Pick<Limits, 'signatureDays'>): readonly Finding[] {
  const days = signaturesOf ? Math.floor(minutesBetween(signaturesOf, now) / minutesADay) : 0;
  return [
    finding('antivirusFound', { program }),
    ...(days > signatureDays ? [finding('antivirusOld', { days })] : []),
    ...(waitingMinutes > usualPauseMinutes ? [finding('antivirusWaits', { count, minutes: waitingMinutes })] : []),
  ];
}
