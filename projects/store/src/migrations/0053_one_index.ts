import { sql, type Kysely } from 'kysely';

/** Answers to a mail were found by two indexes that are the same, and each change of a mail wrote both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP INDEX mail_answers`.execute(db);
}
