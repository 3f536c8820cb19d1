import type { Readable } from 'node:stream';
import { inMailRoom, mayHandle, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound, Problem, type Call, type Contract, type EachOutcome } from '@bannette/http';
import { contextOf, handledBy, type House } from '@bannette/house';
import type { Context, Tx } from '@bannette/store';
import { addWithout } from '../batch/add-reading.js';
import { lockBatch } from '../batch/batch-for.js';
import { settle } from '../batch/settle.js';
import { enqueueReading } from './lanes.js';
import { viewFile } from './view.js';

/** Files in quarantine, oldest first, and what the mail room does with them. */
function files(house: House) {
  return house.store.db
    .selectFrom('deposit_file')
    .innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id')
    .selectAll('deposit_file')
    .select(['deposit.channel', 'deposit.created_at', 'deposit.created_by', 'deposit.mail_rooms'])
    .where('deposit.entity_id', '=', house.entityId);
}

type Line = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>;
const toLine = (file: Line) => ({ ...viewFile(file), depositId: file.deposit_id, channel: file.channel, createdAt: file.created_at.toISOString(), createdBy: file.created_by });

function requireMailRoom(person: Person): void {
  if (!inMailRoom(person)) throw forbidden('quarantine');
}

/** The file, for the mail rooms that handle its deposit; for others there is none. */
async function find(house: House, person: Person, id: string): Promise<Line> {
  const file = await files(house).where('deposit_file.id', '=', id).executeTakeFirst();
  if (!file || !mayHandle(person, file.mail_rooms)) throw notFound('file');
  return file;
}

export async function listQuarantine(house: House, { caller, query }: Call<Contract['quarantine']>) {
  requireMailRoom(caller);
  let selection = files(house).where('deposit_file.state', '=', 'quarantined').where(handledBy(caller, 'deposit'));
  if (query.reason) selection = selection.where('deposit_file.reason', '=', query.reason);
  if (query.after) selection = selection.where('deposit_file.id', '>', query.after);
  const rows = await selection.orderBy('deposit_file.id').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  return { items: shown.map(toLine), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

export async function countReasons(house: House, { caller }: Call<Contract['quarantineReasons']>) {
  requireMailRoom(caller);
  const counts = await files(house)
    .clearSelect()
    .select((eb) => ['deposit_file.reason', eb.fn.countAll<string>().as('count')])
    .where('deposit_file.state', '=', 'quarantined')
    .where(handledBy(caller, 'deposit'))
    .groupBy('deposit_file.reason')
    .orderBy('deposit_file.reason')
    .execute();
  return { items: counts.map(({ reason, count }) => ({ reason: reason ?? '', count: Number(count) })) };
}

/** The bytes as received, to be saved and never shown: they are what could not be read. What is infected is given to nobody. */
export async function quarantineContent(house: House, { caller, params, reply }: Call<Contract['quarantineContent']>): Promise<Readable> {
  requireMailRoom(caller);
  const file = await find(house, caller, params.id);
  // What could be read is a mail's document, and read by that mail's readers only.
  if (file.state !== 'quarantined' && file.state !== 'discarded') throw notFound('file');
  if (file.reason === 'infected') throw conflict('infected', 'An antivirus found something in it', { ...file.reason_params });
  if (file.leaving_at) throw conflict('fileLeft', 'Its bytes have left');
  reply.header('content-type', 'application/octet-stream');
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.original_name)}`);
  return house.spool.read(file.spool_key);
}

/** What the mail room decides of a file in quarantine. */
type Decision = { readonly to: 'waiting' } | { readonly to: 'discarded'; readonly reason: string };

export async function retryFile(house: House, call: Call<Contract['retryFile']>) {
  return decide(house, call.caller, contextOf(house, call), call.params.id, { to: 'waiting' });
}

export async function discardFile(house: House, call: Call<Contract['discardFile']>) {
  return decide(house, call.caller, contextOf(house, call), call.params.id, { to: 'discarded', reason: call.body.reason });
}

export async function retryFiles(house: House, call: Call<Contract['retryFiles']>): Promise<EachOutcome> {
  return each(call.body.ids, (id) => decide(house, call.caller, contextOf(house, call), id, { to: 'waiting' }));
}

export async function discardFiles(house: House, call: Call<Contract['discardFiles']>): Promise<EachOutcome> {
  return each(call.body.ids, (id) => decide(house, call.caller, contextOf(house, call), id, { to: 'discarded', reason: call.body.reason }));
}

/** One after the other: a refusal of one keeps none of the others. */
async function each(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<EachOutcome> {
  const items: EachOutcome['items'] = [];
  for (const id of new Set(ids)) {
    try {
      await work(id);
      items.push({ id, done: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      items.push({ id, done: false, code: error.code });
    }
  }
  return { items };
}

async function decide(house: House, person: Person, context: Context, id: string, decision: Decision) {
  requireMailRoom(person);
  await find(house, person, id);
  const type = decision.to === 'waiting' ? 'file.retried' : 'file.discarded';
  await house.store.transaction(context, async (tx) => {
    const batchId = await batchOfFile(tx, id);
    const file = await tx.trx.selectFrom('deposit_file').select(['deposit_id', 'state', 'lane']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
    if (file.state !== 'quarantined') throw conflict('notInState', 'The file is no longer in quarantine', { state: file.state, action: type });
    await tx.trx.updateTable('deposit_file').set({ state: decision.to, queued_at: house.now(), ...(decision.to === 'discarded' ? { discarded_at: house.now() } : {}) }).where('id', '=', id).execute();
    if (decision.to === 'waiting') await enqueueReading(tx, { id, lane: file.lane });
    tx.append({ type, subjectKind: 'deposit', subjectId: file.deposit_id, data: { file: id }, ...(decision.to === 'discarded' ? { personal: { reason: decision.reason } } : {}) });
    if (batchId && decision.to === 'discarded') await addWithout(house, tx, batchId, file);
    if (batchId) await settle(tx, batchId);
  });
  return toLine(await find(house, person, id));
}

/** The batch of a file, locked before the file is: so does whoever reads one. */
async function batchOfFile(tx: Tx, fileId: string): Promise<string | undefined> {
  const { batch_id } = await tx.trx.selectFrom('deposit').innerJoin('deposit_file', 'deposit_file.deposit_id', 'deposit.id').select('deposit.batch_id').where('deposit_file.id', '=', fileId).executeTakeFirstOrThrow();
  return batch_id === null ? undefined : (await lockBatch(tx, batch_id)).id;
}
