import { check } from '../check.js';
import { finding, type Finding } from '../report.js';

/** When the chain was last verified, by `bannette verify-journal` on this database. */
export const journal = check('journal', 'database', ['db'], async ({ db, limits, now }) => {
  const { seq } = await db.selectFrom('journal_head').select('seq').executeTakeFirstOrThrow();
  const last = await db.selectFrom('journal_verification').selectAll().orderBy('id', 'desc').executeTakeFirst();
  if (!last) return seq > 0 ? [finding('journalNeverVerified')] : [];
  return judgeVerification({ intact: last.intact, anchored: last.anchored, days: Math.floor((now().getTime() - last.verified_at.getTime()) / 86_400_000) }, limits.journalDays);
});

export function judgeVerification({ intact, anchored, days }: { intact: boolean; anchored: boolean; days: number }, mostDays: number): readonly Finding[] {
  if (!intact) return [finding('journalBroken', { days })];
  if (days > mostDays) return [finding('journalVerifiedLongAgo', { days })];
  return anchored ? [] : [finding('journalNotAnchored')];
}
