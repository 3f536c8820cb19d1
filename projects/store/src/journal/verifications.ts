import { Kysely, PostgresDialect } from 'kysely';
import { openPool } from '../pool.js';
import type { Database } from '../schema/database.js';
import type { JournalReport } from './verify.js';

/**
 * Notes that the journal was verified, for whoever asks whether somebody does so. It proves nothing: the proof is the anchor.
 *
 * @param anchored whether an anchor is kept, so that a tail that is cut off will show
 */
export async function noteVerification(databaseUrl: string, { intact, last }: JournalReport, anchored: boolean): Promise<void> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: openPool(databaseUrl, 1) }) });
  try {
    await db.insertInto('journal_verification').values({ intact, anchored, last_seq: Number(last?.seq ?? 0) }).execute();
  } finally {
    await db.destroy();
  }
}
