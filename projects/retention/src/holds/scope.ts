import { sortedOutCode, type HoldScopeKind } from '@bannette/domain';
import type { Database, Tx } from '@bannette/store';
import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';

export type HoldRow = Selectable<Database['hold']>;

/** Names of the jobs of a hold, one after the other in its queue: gathering or letting go of its mails, then Alfresco. */
export const fillTask = 'hold.fill';
export const applyTask = 'hold.apply';

export const enqueueFill = (tx: Tx, holdId: string): Promise<void> => tx.enqueue(fillTask, { holdId }, { key: `${fillTask}:${holdId}`, queue: `hold:${holdId}` });
export const enqueueApply = (tx: Tx, holdId: string, more: { readonly after?: string; readonly runAt?: Date } = {}): Promise<void> => tx.enqueue(applyTask, { holdId, ...(more.after ? { after: more.after } : {}) }, { key: `${applyTask}:${holdId}`, queue: `hold:${holdId}`, ...(more.runAt ? { runAt: more.runAt } : {}) });

/**
 * What a hold takes of all mails, as a table of ids: numbered ones that are not eliminated. Persons with all that they were
 * joined with; a mail that names a correspondent beside another is theirs too.
 */
export function mailsIn(entityId: string, kind: Exclude<HoldScopeKind, 'mails'>, id: string): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`(SELECT mail.id FROM (${candidates(kind, id)}) found JOIN mail ON mail.id = found.id WHERE mail.entity_id = ${entityId} AND ${holdable})`;
}

/** Before its number a mail is nothing yet that could be kept; after its elimination nothing is left of it. */
export const holdable = sql<boolean>`mail.node_name IS NOT NULL AND mail.eliminated_at IS NULL`;

function candidates(kind: Exclude<HoldScopeKind, 'mails'>, id: string): RawBuilder<unknown> {
  switch (kind) {
    case 'affair':
      return sql`SELECT id FROM mail WHERE affair_id = ${id}::uuid`;
    case 'row':
      return sql`SELECT id FROM mail WHERE coalesce(retention_row, schedule_row) IN (${id}, ${sortedOutCode(id)})`;
    case 'correspondent':
      return sql`SELECT id FROM mail WHERE correspondent_id IN (SELECT correspondent_family(${id}::uuid))
        UNION SELECT named.id FROM correspondent_family(${id}::uuid) one JOIN mail named ON named.parties <> '[]' AND named.parties @> jsonb_build_array(jsonb_build_object('id', one))`;
    case 'beneficiary':
      return sql`SELECT document.mail_id AS id FROM document_beneficiary JOIN document ON document.id = document_id WHERE beneficiary_id IN (SELECT beneficiary_family(${id}::uuid))`;
  }
}

/** The scope of a hold that is on something, and not on named mails. */
export function scopeOf(hold: Pick<HoldRow, 'scope_kind' | 'scope_id'>): { readonly kind: Exclude<HoldScopeKind, 'mails'>; readonly id: string } | undefined {
  return hold.scope_kind === 'mails' || hold.scope_id === null ? undefined : { kind: hold.scope_kind, id: hold.scope_id };
}

/** Puts mails on a hold whose row is locked. @returns those that were not on it */
export async function putOn(tx: Tx, hold: Pick<HoldRow, 'id' | 'kind'>, mails: readonly string[]): Promise<readonly string[]> {
  if (!mails.length) return [];
  const { rows } = await sql<{ mail_id: string }>`
    INSERT INTO hold_mail (hold_id, mail_id) SELECT ${hold.id}, id FROM unnest(${[...mails]}::uuid[]) AS m (id) ORDER BY id
    ON CONFLICT (hold_id, mail_id) DO UPDATE SET released_at = NULL, lifted_at = NULL, applied_at = NULL, retry_at = NULL, failure = NULL, added_at = now() WHERE hold_mail.released_at IS NOT NULL
    RETURNING mail_id`.execute(tx.trx);
  for (const { mail_id } of rows) tx.append({ type: 'mail.held', subjectKind: 'mail', subjectId: mail_id, data: { hold: hold.id, kind: hold.kind } });
  return rows.map(({ mail_id }) => mail_id);
}

/** Lets mails go from a hold whose row is locked. @returns those that were on it */
export async function letGo(tx: Tx, hold: Pick<HoldRow, 'id' | 'kind'>, mails: readonly string[], now: Date): Promise<readonly string[]> {
  if (!mails.length) return [];
  const rows = await tx.trx.updateTable('hold_mail').set({ released_at: now, retry_at: null, failure: null }).where('hold_id', '=', hold.id).where('mail_id', 'in', [...mails].sort()).where('released_at', 'is', null).returning('mail_id').execute();
  for (const { mail_id } of rows) tx.append({ type: 'mail.holdEnded', subjectKind: 'mail', subjectId: mail_id, data: { hold: hold.id, kind: hold.kind } });
  return rows.map(({ mail_id }) => mail_id);
}

/** The hold, locked until the transaction ends: nothing is put on it meanwhile, and it isn't released. */
export function lockHold(tx: Tx, id: string): Promise<HoldRow | undefined> {
  return tx.trx.selectFrom('hold').selectAll().where('id', '=', id).where('entity_id', '=', tx.context.entityId).forUpdate().executeTakeFirst();
}

/** Whether anything is held, or about to be let go: most of the time most houses hold nothing. */
export async function anyHold(db: Kysely<Database>, entityId: string): Promise<boolean> {
  return (await db.selectFrom('hold').select('id').where('entity_id', '=', entityId).where('lifted_at', 'is', null).limit(1).executeTakeFirst()) !== undefined;
}
