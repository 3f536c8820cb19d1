import type { Readable } from 'node:stream';
import { inMailRoom, mayHandle, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound, type Call, type Contract } from '@bannette/http';
import { contextOf, handledBy, type House } from '@bannette/house';
import { readTask } from './accept.js';
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
  if (query.after) selection = selection.where('deposit_file.id', '>', query.after);
  const rows = await selection.orderBy('deposit_file.id').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  return { items: shown.map(toLine), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

/** The bytes as received, to be saved and never shown: they are what could not be read. */
export async function quarantineContent(house: House, { caller, params, reply }: Call<Contract['quarantineContent']>): Promise<Readable> {
  requireMailRoom(caller);
  const file = await find(house, caller, params.id);
  // What could be read is a mail's document, and read by that mail's readers only.
  if (file.state !== 'quarantined' && file.state !== 'discarded') throw notFound('file');
  reply.header('content-type', 'application/octet-stream');
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.original_name)}`);
  return house.spool.read(file.spool_key);
}

export async function retryFile(house: House, call: Call<Contract['retryFile']>) {
  return move(house, call, 'waiting', 'file.retried', undefined);
}

export async function discardFile(house: House, call: Call<Contract['discardFile']>) {
  return move(house, call, 'discarded', 'file.discarded', call.body.reason);
}

async function move(house: House, call: Call<Contract['retryFile']> | Call<Contract['discardFile']>, state: 'waiting' | 'discarded', type: string, reason: string | undefined) {
  requireMailRoom(call.caller);
  const { id } = call.params;
  await find(house, call.caller, id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const file = await tx.trx.selectFrom('deposit_file').select(['deposit_id', 'state']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
    if (file.state !== 'quarantined') throw conflict('notInState', 'The file is no longer in quarantine', { state: file.state, action: type });
    await tx.trx.updateTable('deposit_file').set({ state }).where('id', '=', id).execute();
    if (state === 'waiting') await tx.enqueue(readTask, { fileId: id }, { key: `${readTask}:${id}` });
    tx.append({ type, subjectKind: 'deposit', subjectId: file.deposit_id, data: { file: id }, ...(reason ? { personal: { reason } } : {}) });
  });
  return toLine(await find(house, call.caller, id));
}
