import { withSortedOut } from '@bannette/domain';
import type { House } from '@bannette/house';
import { sql } from 'kysely';

const mailsAtOnce = 5_000;

/**
 * Keeps the day on which each mail's personal data come to their term: so many years after its trigger, by its row of today.
 * A mail that is open again, or whose row tells no term, has none. By slices, so that nothing waits behind it.
 */
export async function computeTerms(house: House): Promise<void> {
  const { schedule } = await house.settings();
  const terms = withSortedOut(schedule.rows).flatMap(({ code, personalData, personalDataYears }) => (personalDataYears === undefined || personalData === 'none' ? [] : [{ code, years: personalDataYears }]));
  const { db } = house.store;
  let after: string | undefined;
  for (;;) {
    const { rows } = await sql<{ id: string }>`SELECT id FROM mail WHERE entity_id = ${house.entityId} ${after ? sql`AND id > ${after}::uuid` : sql``} ORDER BY id LIMIT ${mailsAtOnce}`.execute(db);
    const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
    if (!first || !last) return;
    await sql`
      UPDATE mail SET personal_term = wanted.term FROM (
        SELECT m.id, (m.retention_trigger + make_interval(years => t.years))::date AS term
        FROM mail m LEFT JOIN unnest(${terms.map(({ code }) => code)}::text[], ${terms.map(({ years }) => years)}::int[]) AS t(code, years) ON t.code = coalesce(m.retention_row, m.schedule_row)
        WHERE m.entity_id = ${house.entityId} AND m.id BETWEEN ${first}::uuid AND ${last}::uuid AND m.eliminated_at IS NULL
      ) wanted WHERE mail.id = wanted.id AND mail.personal_term IS DISTINCT FROM wanted.term`.execute(db);
    if (rows.length < mailsAtOnce) return;
    after = last;
  }
}
