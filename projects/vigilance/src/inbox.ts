import { Gec, type EventNode, type Malformed, type RepoEvent } from '@bannette/alfresco';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { accountsOf, isOwnMaking, isOwnWork } from './own.js';

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
  const mailOf = await mailsOf(house, events, accounts);
  const ours = events.flatMap((event) => {
    const mail = nodesOf(event.node, event).map((id) => mailOf.get(id)).find((found) => found !== undefined);
    return mail ? [{ made: mail.whole && isOwnMaking(event, accounts), row: { id: event.id, entity_id: house.entityId, mail_id: mail.id, node_id: event.node.id, at: new Date(event.time), event: JSON.stringify(event) } }] : [];
  });
  const touched = new Set(ours.flatMap(({ made, row }) => (made ? [] : [row.mail_id])));
  const once = [...new Map(ours.flatMap(({ made, row }) => (made && !touched.has(row.mail_id) ? [] : [[row.id, row] as const]))).values()];
  const note = (db: Kysely<Database>) => sql`
      INSERT INTO alfresco_stream (entity_id, heard_at, event_at, heard, malformed) VALUES (${house.entityId}, ${house.now()}, ${times.at(-1) ?? null}::timestamptz, ${batch.length}, ${malformed})
      ON CONFLICT (entity_id) DO UPDATE SET heard_at = excluded.heard_at, event_at = greatest(alfresco_stream.event_at, excluded.event_at),
        heard = alfresco_stream.heard + excluded.heard, malformed = alfresco_stream.malformed + excluded.malformed`.execute(db);
  if (!once.length) await note(house.store.db);
  else
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      const kept = await tx.trx.insertInto('alfresco_event').values(once).onConflict((conflict) => conflict.column('id').doNothing()).returning('mail_id').execute();
      for (const mailId of new Set(kept.map(({ mail_id }) => mail_id))) await enqueueHandling(tx, mailId);
      await note(tx.trx);
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

interface MailOfNode {
  readonly id: string;
  /** Nothing of it is away, and nothing that happened to it waits to be handled: what is made for it can't be what comes back. */
  readonly whole: boolean;
}

/** Mails are looked up one by one, by their ids: a plan made while there were few mails would go through all of them for each node. */
async function mailsOf(house: House, events: readonly NodeEvent[], accounts: readonly string[]): Promise<ReadonlyMap<string, MailOfNode>> {
  const ids = [...new Set(events.flatMap((event) => nodesOf(event.node, event)))];
  if (!ids.length) return new Map();
  const { rows } = await sql<MailOfNode & { node: string }>`
    SELECT found.node, m.id, m.whole
    FROM (
      SELECT node_id AS node, id AS mail FROM mail WHERE node_id = ANY (${ids}::text[])
      UNION ALL SELECT node_id, mail_id FROM document WHERE node_id = ANY (${ids}::text[])
      UNION ALL SELECT searchable_node_id, mail_id FROM document WHERE searchable_node_id = ANY (${ids}::text[])${unkept(events.filter((event) => !isOwnMaking(event, accounts)))}
    ) found CROSS JOIN LATERAL (
      SELECT id, gone_at IS NULL AND open_alerts = 0
        AND NOT EXISTS (SELECT FROM document d WHERE d.mail_id = mail.id AND d.gone_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM alfresco_event e WHERE e.mail_id = mail.id AND e.handled_at IS NULL) AS whole
      FROM mail WHERE mail.id = found.mail AND mail.entity_id = ${house.entityId} OFFSET 0
    ) m`.execute(house.store.db);
  return new Map(rows.map(({ node, ...mail }) => [node, mail]));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What somebody does to a mail while it is on its way to Alfresco: its nodes are kept once all of it is there, and say themselves whose they are. */
function unkept(events: readonly NodeEvent[]): RawBuilder<unknown> {
  const told = events.flatMap(({ node }) => {
    const id = node.properties[Gec.props.id];
    return typeof id === 'string' && uuid.test(id) ? [{ node: node.id, id }] : [];
  });
  if (!told.length) return sql``;
  const given = sql`unnest(${told.map(({ node }) => node)}::text[], ${told.map(({ id }) => id)}::uuid[]) given (node, id)`;
  return sql`
      UNION ALL SELECT given.node, mail.id FROM ${given} JOIN mail ON mail.id = given.id WHERE mail.node_id IS NULL
      UNION ALL SELECT given.node, document.mail_id FROM ${given} JOIN document ON document.id = given.id WHERE document.node_id IS NULL OR document.searchable_node_id IS NULL`;
}
