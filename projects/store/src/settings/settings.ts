import { type Kysely, sql } from 'kysely';
import { type JsonObject, canonicalJson } from '../json.js';
import type { Database } from '../schema/database.js';
import type { Tx } from '../transaction.js';

export interface Setting<T = JsonObject> {
  readonly version: number;
  readonly data: T;
}

/**
 * Publishes the next version of a kind of setting for the transaction's entity; what was published before stays as it was.
 * The journal tells the kind and the version, not the comment.
 *
 * @returns the new version, from 1
 */
export async function publishSetting(tx: Tx, kind: string, data: JsonObject, comment?: string): Promise<number> {
  const { entityId, actor } = tx.context;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`setting ${entityId} ${kind}`}, 0))`.execute(tx.trx);
  const { version } = await tx.trx
    .insertInto('setting_version')
    .values((eb) => ({
      entity_id: entityId,
      kind,
      version: eb
        .selectFrom('setting_version')
        .select((of) => sql<number>`coalesce(${of.fn.max('version')}, 0) + 1`.as('next'))
        .where('entity_id', '=', entityId)
        .where('kind', '=', kind),
      data: canonicalJson(data),
      published_by: actor,
      comment: comment ?? null,
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  tx.append({ type: 'settings.published', subjectKind: 'settings', subjectId: kind, data: { version } });
  return version;
}

/** The version in force of every kind that was ever published for the entity. */
export async function currentSettings(db: Kysely<Database>, entityId: string): Promise<Readonly<Record<string, Setting>>> {
  const rows = await db
    .selectFrom('setting_version')
    .distinctOn('kind')
    .select(['kind', 'version', 'data'])
    .where('entity_id', '=', entityId)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute();
  return Object.fromEntries(rows.map(({ kind, version, data }) => [kind, { version, data }]));
}

/** One published version, for decisions that were taken under it. */
export async function settingVersion(db: Kysely<Database>, entityId: string, kind: string, version: number): Promise<JsonObject | undefined> {
  const row = await db
    .selectFrom('setting_version')
    .select('data')
    .where('entity_id', '=', entityId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.data;
}
