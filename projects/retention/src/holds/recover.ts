import { hasCode } from '@bannette/alfresco';
import { addDays, dayIn } from '@bannette/domain';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { kindInAlfresco, nameInAlfresco } from './in-alfresco.js';
import { enqueueApply, putOn } from './scope.js';

/** A hold that was found again is looked at soon: nobody knows why it was placed. */
const reviewWithinDays = 30;

/**
 * Finds again what a lost database knew of holds: Governance Services keep each under a name that carries its id, with its
 * kind and its documents. A hold without a row gets one, on the mails of its documents; a mail that was rebuilt comes back to
 * the holds that its documents are in. Reasons and scopes are lost. One that the house has released stays so.
 *
 * @returns how many holds and how many mails were found again
 */
export async function recoverHolds(house: House): Promise<{ readonly holds: number; readonly mails: number }> {
  const { holds } = house.repository.records;
  const found = { holds: 0, mails: 0 };
  const all = await holds.list().catch((error: unknown) => (hasCode(error, 'notOffered', 'notFound') ? [] : Promise.reject(error)));
  for (const hold of all) {
    const id = idOf(hold.name);
    if (!id) continue;
    const mails = await lost(house, id, await holds.members(hold.id));
    if (!mails.length) continue;
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      const made = await tx.trx
        .insertInto('hold')
        .values({ id, entity_id: house.entityId, kind: kindInAlfresco(hold.reason), title: 'Gel retrouvé dans Alfresco', reason: 'Raison perdue avec la base de données', review_on: addDays(dayIn((await house.settings()).authority.timeZone, house.now()), reviewWithinDays), scope_kind: 'mails', created_by: 'system', created_by_name: 'Bannette', node_id: hold.id, filled_at: house.now() })
        .onConflict((known) => known.doNothing())
        .executeTakeFirst();
      const row = await tx.trx.selectFrom('hold').select(['id', 'kind', 'released_at']).where('id', '=', id).where('entity_id', '=', house.entityId).forUpdate().executeTakeFirst();
      if (!row || row.released_at) return;
      const held = await putOn(tx, row, mails);
      tx.append({ type: 'hold.recovered', subjectKind: 'hold', subjectId: id, data: { kind: row.kind, mails: held.length, lost: Number(made.numInsertedOrUpdatedRows ?? 0) > 0 } });
      await enqueueApply(tx, id);
      found.holds++;
      found.mails += held.length;
    });
  }
  return found;
}

const idOf = (name: string): string | undefined => {
  const id = name.slice(nameInAlfresco('').length);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && name === nameInAlfresco(id) ? id : undefined;
};

/** Mails of these documents of which the hold says nothing, not even that they left it. */
async function lost(house: House, holdId: string, nodes: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM mail m WHERE m.entity_id = ${house.entityId} AND m.eliminated_at IS NULL
      AND (EXISTS (SELECT FROM document d WHERE d.mail_id = m.id AND (d.node_id = ANY (${[...nodes]}::text[]) OR d.searchable_node_id = ANY (${[...nodes]}::text[])))
        OR EXISTS (SELECT FROM record_part p WHERE p.mail_id = m.id AND p.node_id = ANY (${[...nodes]}::text[])))
      AND NOT EXISTS (SELECT FROM hold_mail h WHERE h.hold_id = ${holdId}::uuid AND h.mail_id = m.id)
      AND NOT EXISTS (SELECT FROM hold h WHERE h.id = ${holdId}::uuid AND h.released_at IS NOT NULL) ORDER BY m.id`.execute(house.store.db);
  return rows.map(({ id }) => id);
}
