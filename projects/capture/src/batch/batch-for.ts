import type { Announced, Channel } from '@bannette/domain';
import { conflict, notFound } from '@bannette/http';
import { newId, type Database, type ReleaseRule, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';

export type BatchRow = Selectable<Database['batch']>;

/** A batch as a door knows it. Whoever says its id or its key again means the same; what else is said counts the first time. */
export interface WantedBatch {
  /** Minted by a client, or of a batch that was announced. */
  readonly id?: string;
  /** By which a door finds it again, as after a crash; unique in the authority. */
  readonly key?: string;
  readonly name: string;
  readonly channel: Channel;
  readonly operator: { readonly id: string; readonly name?: string };
  readonly scanner?: string;
  /** All of it is for this service, unless a sheet says another. */
  readonly service?: string;
  readonly site: string | null;
  readonly mailRooms: readonly string[] | null;
  readonly announced?: Announced;
  readonly release: ReleaseRule;
}

/**
 * The batch that is meant, locked until the transaction ends; made when it isn't there yet.
 *
 * @throws Problem 409 `idTaken` for an id or key under which there is something else; 409 `notInState` for a batch that was rejected
 */
export async function batchFor(tx: Tx, wanted: WantedBatch): Promise<BatchRow> {
  const made = await tx.trx
    .insertInto('batch')
    .values({
      id: wanted.id ?? newId(),
      entity_id: tx.context.entityId,
      key: wanted.key ?? null,
      name: wanted.name,
      channel: wanted.channel,
      operator: wanted.operator.id,
      operator_name: wanted.operator.name ?? null,
      scanner: wanted.scanner ?? null,
      service: wanted.service ?? null,
      site: wanted.site,
      mail_rooms: wanted.mailRooms ? [...wanted.mailRooms] : null,
      release_rule: wanted.release,
      announced_envelopes: wanted.announced?.envelopes ?? null,
      announced_pages: wanted.announced?.pages ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) tx.append({ type: 'batch.announced', subjectKind: 'batch', subjectId: made.id, data: { channel: wanted.channel, ...(wanted.scanner ? { scanner: wanted.scanner } : {}), ...(wanted.site ? { site: wanted.site } : {}), ...(wanted.announced ? { announced: { ...wanted.announced } } : {}) } });
  const found = await tx.trx
    .selectFrom('batch')
    .selectAll()
    .where('entity_id', '=', tx.context.entityId)
    .where((eb) => (made ? eb('id', '=', made.id) : wanted.id ? eb('id', '=', wanted.id) : eb('key', '=', wanted.key ?? '')))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!found) throw conflict('idTaken', 'There is something else under this id');
  if (found.state === 'rejected') throw conflict('notInState', 'The batch was rejected', { state: found.state, action: 'addFile' });
  return found;
}

/** A batch of this authority, locked until the transaction ends. */
export async function lockBatch(tx: Tx, id: string): Promise<BatchRow> {
  const found = await tx.trx.selectFrom('batch').selectAll().where('entity_id', '=', tx.context.entityId).where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!found) throw notFound('batch');
  return found;
}
