import { sql, type Kysely } from 'kysely';

/** The next item of a campaign is found without looking at all that are left. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE INDEX campaign_item_next ON campaign_item (campaign_id, attempts, position) WHERE state IN ('pending', 'executing');
    DROP INDEX campaign_item_to_do;
  `.execute(db);
}
