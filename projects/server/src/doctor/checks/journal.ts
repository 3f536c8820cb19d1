import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

/** When the chain was last verified, by `bannette verify-journal` on this database. */
export const journal = check('journal', 'database', ['db'], async ({ db, limits, now }) => {
  const { seq } = await db.selectFrom('journal_head').select('seq').executeTakeFirstOrThrow();
  const last = await db.selectFrom('journal_verification').selectAll().orderBy('id', 'desc').executeTakeFirst();
  if (!last) return seq > 0 ? [finding('journalNeverVerified')] : [];
  return judgeVerification({ intact: last.intact, anchored: last.anchored, days: Math.floor((now().getTime() - last.verified_at.getTime()) / 86_400_000) }, limits.journalDays);
});

const hourMs = 3_600_000;
/** Sealed four times a day; NF Z42-013 asks for every 24 hours. */
const mostHours = 26;

/** What the journal has grown by is sealed within a day, and seals get their timestamps within another. */
export const journalSeals = check('journalSeals', 'database', ['db'], async ({ config, db, now }) => {
  const last = await db.selectFrom('journal_seal').select('last_seq').orderBy('number', 'desc').limit(1).executeTakeFirst();
  const open = await db.selectFrom('journal').select('at').where('seq', '>', last?.last_seq ?? 0).orderBy('seq').limit(1).executeTakeFirst();
  const waiting = config.sealing.timestampUrl ? await db.selectFrom('journal_seal').select(['sealed_at', 'refusal']).where('token', 'is', null).orderBy('number').limit(1).executeTakeFirst() : undefined;
  const hours = (since: Date | undefined): number => (since ? Math.floor((now().getTime() - since.getTime()) / hourMs) : 0);
  return judgeSeals({ timestamps: config.sealing.timestampUrl !== undefined, unsealedHours: hours(open?.at), waitingHours: hours(waiting?.sealed_at), refusal: waiting?.refusal ?? '' });
});

export function judgeSeals({ timestamps, unsealedHours, waitingHours, refusal }: { readonly timestamps: boolean; readonly unsealedHours: number; readonly waitingHours: number; readonly refusal: string }): readonly Finding[] {
  return [
    ...(unsealedHours > mostHours ? [finding('journalNotSealed', { hours: unsealedHours })] : []),
    ...(waitingHours > mostHours ? [finding('timestampsMissing', { hours: waitingHours, reason: refusal })] : []),
    ...(timestamps ? [] : [finding('timestampsNotConfigured')]),
  ];
}

export function judgeVerification({ intact, anchored, days }: { intact: boolean; anchored: boolean; days: number }, mostDays: number): readonly Finding[] {
  if (!intact) return [finding('journalBroken', { days })];
  if (days > mostDays) return [finding('journalVerifiedLongAgo', { days })];
  return anchored ? [] : [finding('journalNotAnchored')];
}
