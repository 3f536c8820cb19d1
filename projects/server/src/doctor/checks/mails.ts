import { trayDifferences } from '@bannette/store';
import { sql } from 'kysely';
import { check } from '../check.js';
import { finding } from '../report.js';

/** Mails that changed hours ago and that Alfresco is not yet equal to: their rights there may be older than those decided here. */
export const unappliedMails = check('unappliedMails', 'work', ['db'], async ({ db, limits: { mailHours: hours } }) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from mail
    where applied_version < desired_version and not exists (
      select from journal where subject_kind = 'mail' and subject_id = mail.id::text and at > clock_timestamp() - make_interval(hours => ${hours}))`.execute(db);
  const count = rows[0]?.count ?? 0;
  return count ? [finding('mailsBehind', { count, hours })] : [];
});

/** Counts of trays against the mails themselves. */
export const trayCounts = check('trayCounts', 'work', ['db'], async ({ db }) => {
  const wrong = await trayDifferences(db, 50);
  return wrong.length ? [finding('trayCountsDiffer', { count: wrong.length, names: [...new Set(wrong.map(({ who }) => who[0] ?? ''))].slice(0, 5).join(', ') })] : [];
});
