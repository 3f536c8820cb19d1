import type { EventNode, Malformed, RepoEvent } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { accountsOf, isOwnWork } from './own.js';

/** Name of the job that handles what waits of a mail. */
export const handleTask = 'vigilance.handle';

type NodeEvent = Exclude<RepoEvent, { readonly kind: 'other' }>;

/**
 * Keeps what concerns mails, by the events' ids, and asks for its handling, in one transaction: only then is the broker told.
 * Delivered again, an event is known and does nothing. What isn't ours is counted only.
 */
export async function keepEvents(house: House, batch: readonly (RepoEvent | Malformed)[]): Promise<void> {
  const accounts = accountsOf(house);
  const events = batch.filter((event): event is NodeEvent => (event.kind === 'created' || event.kind === 'updated' || event.kind === 'deleted') && !isOwnWork(event, accounts));
  const malformed = batch.filter(({ kind }) => kind === 'malformed').length;
  const times = batch.flatMap((event) => ('time' in event ? [event.time] : [])).sort();
  const mailOf = await mailsOf(house, events);
  const ours = events.flatMap((event) => {
    const mailId = nodesOf(event.node, event).map((id) => mailOf.get(id)).find((id) => id !== undefined);
    return mailId ? [{ id: event.id, entity_id: house.entityId, mail_id: mailId, node_id: event.node.id, at: new Date(event.time), event: JSON.stringify(event) }] : [];
  });
  const once = [...new Map(ours.map((row) => [row.id, row])).values()];
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const kept = once.length ? await tx.trx.insertInto('alfresco_event').values(once).onConflict((conflict) => conflict.column('id').doNothing()).returning('mail_id').execute() : [];
    for (const mailId of new Set(kept.map(({ mail_id }) => mail_id))) await enqueueHandling(tx, mailId);
    await sql`
      INSERT INTO alfresco_stream (entity_id, heard_at, event_at, heard, malformed) VALUES (${house.entityId}, ${house.now()}, ${times.at(-1) ?? null}::timestamptz, ${batch.length}, ${malformed})
      ON CONFLICT (entity_id) DO UPDATE SET heard_at = excluded.heard_at, event_at = greatest(alfresco_stream.event_at, excluded.event_at),
        heard = alfresco_stream.heard + excluded.heard, malformed = alfresco_stream.malformed + excluded.malformed`.execute(tx.trx);
  });
  if (malformed) house.log.warn({ malformed, reasons: [...new Set(batch.flatMap((event) => (event.kind === 'malformed' ? [event.reason] : [])))] }, 'What came from Alfresco’s broker was no event; it is put aside');
}

export function enqueueHandling(tx: { enqueue(task: string, payload: { mailId: string }, options: { key: string; maxAttempts: number }): Promise<void> }, mailId: string): Promise<void> {
  return tx.enqueue(handleTask, { mailId }, { key: `${handleTask}:${mailId}`, maxAttempts: 25 });
}

/** The node itself first; else the folders that it lies or lay in. */
function nodesOf(node: EventNode, event: NodeEvent): string[] {
  const former = event.kind === 'updated' ? event.before.above?.[0] : undefined;
  return [node.id, node.above[0], former].filter((id): id is string => id !== undefined);
}

async function mailsOf(house: House, events: readonly NodeEvent[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(events.flatMap((event) => nodesOf(event.node, event)))];
  if (!ids.length) return new Map();
  const { rows } = await sql<{ node: string; mail: string }>`
    SELECT node_id AS node, id AS mail FROM mail WHERE node_id = ANY (${ids}::text[]) AND entity_id = ${house.entityId}
    UNION ALL SELECT d.node_id, d.mail_id FROM document d JOIN mail m ON m.id = d.mail_id WHERE d.node_id = ANY (${ids}::text[]) AND m.entity_id = ${house.entityId}
    UNION ALL SELECT d.searchable_node_id, d.mail_id FROM document d JOIN mail m ON m.id = d.mail_id WHERE d.searchable_node_id = ANY (${ids}::text[]) AND m.entity_id = ${house.entityId}`.execute(house.store.db);
  return new Map(rows.map(({ node, mail }) => [node, mail]));
}
