import { type Kysely, sql } from 'kysely';
import { migrations } from './migrations/index.js';
import type { Database } from './schema/database.js';

export interface MigrationState {
  /** Of this version of Bannette, not yet applied, in their order. */
  readonly pending: readonly string[];
  /** Applied by another version of Bannette, and not known to this one. */
  readonly unknown: readonly string[];
}

/** How far the schema is; a database without any of our tables has all migrations before it. */
export async function migrationState(db: Kysely<Database>): Promise<MigrationState> {
  const { rows: found } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  const applied = found[0]?.there ? (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows.map(({ name }) => name) : [];
  const known = Object.keys(migrations).sort();
  return { pending: known.filter((name) => !applied.includes(name)), unknown: applied.filter((name) => !known.includes(name)) };
}
