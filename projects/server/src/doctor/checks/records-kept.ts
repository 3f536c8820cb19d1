import { sql } from 'kysely';
import { check } from '../check.js';
import { finding } from '../report.js';

/** Each record is compared once in 30 days; some days more are for a house that stood still. */
const comparedWithinDays = 35;

/** How the house's records, holds and campaigns stand: what disagrees, what waits for somebody, what a job has left. */
export const recordsKept = check('recordsKept', 'records', ['db'], async ({ config, db }) => {
  const { rows } = await sql<Record<(typeof codes)[number], string>>`SELECT
    (SELECT count(*) FROM mail_record WHERE entity_id = ${config.entityId} AND conflict IS NOT NULL) AS "recordConflicts",
    (SELECT count(*) FROM mail_record WHERE entity_id = ${config.entityId} AND state IN ('ending', 'declared') AND failure IS NOT NULL) AS "recordsWaiting",
    (SELECT count(*) FROM mail_record WHERE entity_id = ${config.entityId} AND state = 'dated' AND coalesce(compared_at, declared_at, began_at) < now() - make_interval(days => ${comparedWithinDays})) AS "recordsNotCompared",
    (SELECT count(*) FROM hold WHERE entity_id = ${config.entityId} AND released_at IS NULL AND review_on < current_date) AS "holdsNotReviewed",
    (SELECT count(*) FROM hold h WHERE entity_id = ${config.entityId} AND lifted_at IS NULL AND (failure IS NOT NULL OR EXISTS (SELECT FROM hold_mail m WHERE m.hold_id = h.id AND m.failure IS NOT NULL))) AS "holdsNotInAlfresco",
    (SELECT count(*) FROM campaign WHERE entity_id = ${config.entityId} AND state = 'stopped') AS "campaignsStopped"`.execute(db);
  return codes.flatMap((code) => (Number(rows[0]?.[code] ?? 0) ? [finding(code, { count: Number(rows[0]?.[code]) })] : []));
});

const codes = ['recordConflicts', 'recordsWaiting', 'recordsNotCompared', 'holdsNotReviewed', 'holdsNotInAlfresco', 'campaignsStopped'] as const;
