import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openSpool, type Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';
import { check } from '../check.js';
import { isThere } from './disk.js';
import { sized } from '../named.js';
import { finding, type Finding } from '../report.js';

/** Bytes that no row names, and rows whose bytes are gone: the spool has the only copy until Alfresco has one. */
export const spool = check('spool', 'machine', ['db'], async ({ config, db, limits, now }) => {
  const path = join(config.dataDir, 'spool');
  // Opening would make it, as an account that may not be Bannette's.
  if (!(await isThere(path))) return judgeSpool([], (await wantedKeys(db)).length);
  const folder = await openSpool(path);
  const files = new Map<string, { size: number; modified: Date }>();
  for await (const { key, ...file } of folder.list()) files.set(key, file);
  const known = new Set(await keysOf(db));
  const oldest = now().getTime() - limits.strayHours * 3_600_000;
  const strays = [...files].filter(([key, { modified }]) => !known.has(key) && modified.getTime() < oldest).map(([, { size }]) => size);
  const lost: string[] = [];
  for (const key of await wantedKeys(db)) if (!files.has(key) && !(await isFile(folder.path(key)))) lost.push(key);
  return judgeSpool(strays, lost.length);
});

export function judgeSpool(straySizes: readonly number[], lost: number): readonly Finding[] {
  const size = straySizes.reduce((sum, one) => sum + one, 0);
  return [...(straySizes.length ? [finding('spoolStrays', { count: straySizes.length, size: sized(size) })] : []), ...(lost ? [finding('spoolLost', { count: lost })] : [])];
}

async function keysOf(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`
    select unnest(array[spool_key, searchable_key]) as key from deposit_file
    union select unnest(array[spool_key, searchable_key]) from document
    union select unnest(array[spool_key, searchable_key]) from batch_cut
    union select spool_key from batch_sidecar`.execute(db);
  return rows.map(({ key }) => key).filter(Boolean);
}

/** Of documents that Alfresco has not been read back for. */
async function wantedKeys(db: Kysely<Database>): Promise<readonly string[]> {
  const rows = await db.selectFrom('document').select('spool_key').where('stored_at', 'is', null).where('spool_key', 'is not', null).execute();
  return rows.flatMap(({ spool_key }) => spool_key ?? []);
}

/** It may have come after the folder was listed. */
const isFile = (path: string): Promise<boolean> => stat(path).then((found) => found.isFile(), () => false);
