import { inMailRoom, mayHandle, type Person } from '@bannette/domain';
import { forbidden, notFound, type Call, type Contract, type ScanBatch } from '@bannette/http';
import { handledBy, type House } from '@bannette/house';
import type { BatchRow } from './batch-for.js';
import { factsOf, gapsOf } from './facts.js';

type Listed = Omit<BatchRow, 'plan' | 'released_plan'>;

/** Refuses who works in no mail room. */
export function requireBatches(person: Person): void {
  if (!inMailRoom(person)) throw forbidden('batch');
}

/** A batch, for the mail rooms that handle it; 404 for any other. */
export async function findBatchOf(house: House, person: Person, id: string): Promise<BatchRow> {
  requireBatches(person);
  const batch = await house.store.db.selectFrom('batch').selectAll().where('entity_id', '=', house.entityId).where('id', '=', id).executeTakeFirst();
  if (!batch || !mayHandle(person, batch.mail_rooms)) throw notFound('batch');
  return batch;
}

const listed = ['id', 'entity_id', 'key', 'name', 'state', 'revision', 'channel', 'operator', 'operator_name', 'scanner', 'service', 'site', 'mail_rooms', 'release_rule', 'announced_envelopes', 'announced_pages', 'counts', 'reason', 'releasing_since', 'release_failure', 'created_at', 'released_at', 'released_by', 'taking', 'notes'] as const;

/** Batches, newest first. */
export async function listBatches(house: House, { caller, query }: Call<Contract['batches']>): Promise<{ items: ScanBatch[]; next?: string }> {
  requireBatches(caller);
  let selection = house.store.db.selectFrom('batch').select(listed).where('entity_id', '=', house.entityId).where(handledBy(caller));
  if (query.state) selection = selection.where('state', '=', query.state);
  if (query.open) selection = selection.where('state', 'not in', ['released', 'rejected']);
  if (query.scanner) selection = selection.where('scanner', '=', query.scanner);
  if (query.operator) selection = selection.where('operator', '=', query.operator);
  if (query.site) selection = selection.where('site', '=', query.site);
  if (query.after) selection = selection.where('id', '<', query.after);
  const rows = await selection.orderBy('id', 'desc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const view = await viewerOf(house, shown.map(({ id }) => id));
  return { items: shown.map((row) => view(row as Listed)), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

export async function viewScanBatch(house: House, id: string): Promise<ScanBatch> {
  const row = await house.store.db.selectFrom('batch').select(listed).where('id', '=', id).executeTakeFirstOrThrow();
  return viewBatchRow(house, row as Listed);
}

/** A batch as it was when its row was read: state and revision belong together with its plan. */
export async function viewBatchRow(house: House, row: Listed): Promise<ScanBatch> {
  return (await viewerOf(house, [row.id]))(row);
}

async function viewerOf(house: House, ids: readonly string[]): Promise<(row: Listed) => ScanBatch> {
  const facts = await factsOf(house.store.db, ids);
  return (row) => {
    const { files, pages, quarantined, released } = facts(row.id);
    const { envelopes, documents, aside, hints } = row.counts;
    return {
      id: row.id,
      name: row.name,
      state: row.state,
      revision: row.revision,
      channel: row.channel,
      operator: row.operator_name ?? row.operator,
      operatorId: row.operator,
      scanner: row.scanner ?? undefined,
      taking: row.taking,
      notes: row.notes.length,
      site: row.site ?? undefined,
      service: row.service ?? undefined,
      announcedEnvelopes: row.announced_envelopes ?? undefined,
      announcedPages: row.announced_pages ?? undefined,
      counts: { files, pages, envelopes, documents, aside, quarantined, released },
      gaps: [...gapsOf(row, facts(row.id))],
      hints,
      releasing: row.releasing_since !== null,
      failure: row.release_failure ?? undefined,
      reason: row.reason ?? undefined,
      createdAt: row.created_at.toISOString(),
      releasedAt: row.released_at?.toISOString(),
      releasedBy: row.released_by ?? undefined,
    };
  };
}
