import type { House } from '@bannette/house';
import type { TaskHandler, Tx } from '@bannette/store';
import { sql } from 'kysely';
import { enqueueApply, letGo, lockHold, mailsIn, putOn, scopeOf, type HoldRow } from './scope.js';

/** Mails in one transaction. */
export const slice = 500;

/**
 * Makes the mails of a hold those that its scope has, a slice after the other: first what it lacks, then what has left. A
 * released one lets all go. Whatever happened in between, the next run starts from what is.
 */
export function fillHold(house: House): TaskHandler {
  return async (payload, job) => {
    const holdId = String(payload.holdId);
    await step(house, holdId, begin);
    let more = true;
    while (more && !job.signal.aborted) more = await step(house, holdId, (tx, hold) => fillSome(house, tx, hold));
    if (more) throw new Error(`The hold ${holdId} was not gone through: it goes on with the next try`);
  };
}

async function step(house: House, holdId: string, act: (tx: Tx, hold: HoldRow) => Promise<boolean>): Promise<boolean> {
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const hold = await lockHold(tx, holdId);
    return hold ? act(tx, hold) : false;
  });
}

async function begin(tx: Tx, hold: HoldRow): Promise<boolean> {
  await tx.trx.updateTable('hold').set({ filled_at: null, fill_after: null }).where('id', '=', hold.id).execute();
  return true;
}

async function fillSome(house: House, tx: Tx, hold: HoldRow): Promise<boolean> {
  const gone = hold.released_at ? await holding(tx, hold) : await left(tx, hold);
  const come = hold.released_at ? [] : await lacking(tx, hold);
  await putOn(tx, hold, come);
  if (come.length) await tx.trx.updateTable('hold').set({ fill_after: come.at(-1) ?? null }).where('id', '=', hold.id).execute();
  await letGo(tx, hold, gone, house.now());
  if (come.length === slice || gone.length === slice) return true;
  await tx.trx.updateTable('hold').set({ filled_at: house.now(), fill_after: null }).where('id', '=', hold.id).execute();
  await enqueueApply(tx, hold.id);
  return false;
}

/** The next mails of the scope that the hold has not yet. */
export async function lacking(tx: Tx, hold: HoldRow): Promise<string[]> {
  const scope = scopeOf(hold);
  if (!scope) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT found.id FROM ${mailsIn(hold.entity_id, scope.kind, scope.id)} found
    WHERE found.id > ${hold.fill_after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      AND NOT EXISTS (SELECT FROM hold_mail h WHERE h.hold_id = ${hold.id} AND h.mail_id = found.id AND h.released_at IS NULL)
    ORDER BY found.id LIMIT ${slice}`.execute(tx.trx);
  return rows.map(({ id }) => id);
}

/** Mails on the hold that its scope has no more. */
async function left(tx: Tx, hold: HoldRow): Promise<string[]> {
  const scope = scopeOf(hold);
  if (!scope) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT h.mail_id AS id FROM hold_mail h
    WHERE h.hold_id = ${hold.id} AND h.released_at IS NULL AND NOT EXISTS (SELECT FROM ${mailsIn(hold.entity_id, scope.kind, scope.id)} found WHERE found.id = h.mail_id)
    ORDER BY h.mail_id LIMIT ${slice}`.execute(tx.trx);
  return rows.map(({ id }) => id);
}

async function holding(tx: Tx, hold: HoldRow): Promise<string[]> {
  const rows = await tx.trx.selectFrom('hold_mail').select('mail_id').where('hold_id', '=', hold.id).where('released_at', 'is', null).orderBy('mail_id').limit(slice).execute();
  return rows.map(({ mail_id }) => mail_id);
}
