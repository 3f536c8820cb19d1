import { sql, type Kysely } from 'kysely';

/** Of a purge each service is warned once: one head may answer for several, and who answers for one may change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE purge_warning DROP CONSTRAINT purge_warning_campaign_id_warning_audience_key;
    CREATE UNIQUE INDEX purge_warning_once ON purge_warning (campaign_id, warning, coalesce(service, ''));
  `.execute(db);
}
