import { newId, type AlertKind, type Tx } from '@bannette/store';
import type { Finding, FindingType } from './finding.js';

/** What stays as it is until people do something about it, so that every round finds it again. */
const standing: readonly FindingType[] = ['moved', 'added', 'deleted'];

/**
 * Raises the finding's alert, or counts it where the same one is unsettled. What stands and was told before is not told again
 * by a round that finds it, nor once people have settled it with their reason.
 *
 * @returns whether it is news
 */
export async function raiseAlert(tx: Tx, mailId: string, { alert, type, nodeId, documentId, author, at }: Finding, now: Date): Promise<boolean> {
  if (!alert) return false;
  const { kind, mark, data = {} } = alert;
  if (!at && standing.includes(type) && (await known(tx, nodeId, kind, mark))) return false;
  const moment = at ?? now;
  await tx.trx
    .insertInto('alert')
    .values({ id: newId(), entity_id: tx.context.entityId, mail_id: mailId, document_id: documentId ?? null, kind, node_id: nodeId, mark, author: author ?? null, data: JSON.stringify(data), raised_at: moment, last_at: moment })
    .onConflict((conflict) => conflict.columns(['node_id', 'kind', 'mark']).where('state', '<>', 'settled').doUpdateSet((eb) => ({ times: eb('alert.times', '+', 1), last_at: moment, author: eb.fn.coalesce(eb.ref('excluded.author'), 'alert.author') })))
    .execute();
  return true;
}

async function known(tx: Tx, nodeId: string, kind: AlertKind, mark: string): Promise<boolean> {
  const found = await tx.trx.selectFrom('alert').select('id').where('node_id', '=', nodeId).where('kind', '=', kind).where('mark', '=', mark).where((eb) => eb.or([eb('state', '<>', 'settled'), eb('settled_by', '<>', 'system')])).executeTakeFirst();
  return found !== undefined;
}

/**
 * What was wrong has been put right in Alfresco itself.
 * @returns whether there was such an alert
 */
export async function endAlerts(tx: Tx, nodeId: string, kinds: readonly AlertKind[], reason: string, now: Date): Promise<boolean> {
  if (!kinds.length) return false;
  const ended = await tx.trx.updateTable('alert').set({ state: 'settled', settled_by: 'system', settled_at: now, reason }).where('node_id', '=', nodeId).where('kind', 'in', kinds).where('state', '<>', 'settled').executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
