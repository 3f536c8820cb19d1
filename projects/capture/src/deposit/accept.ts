import { createHash } from 'node:crypto';
import { messageId, messageReferences, usualGrouping, type Channel, type ReadingLane } from '@bannette/domain';
import { conflict, Problem, type DescribedFile } from '@bannette/http';
import { cameInAt, type House } from '@bannette/house';
import { newId, type Context, type DeclaredDocument, type DepositSource, type ImportedFacts, type Spooled, type Tx } from '@bannette/store';
import { settle } from '../batch/settle.js';
import { describedColumns } from './described.js';
import { shownName } from '../file-name.js';
import { enqueueReading, laneOf } from './lanes.js';

export interface ReceivedFile extends Spooled {
  readonly name: string;
}

/** What came through a door at once; its bytes are in the spool already. */
export interface NewDeposit {
  readonly source: DepositSource;
  readonly channel: Channel;
  readonly grouping?: 'perFile' | 'oneMail';
  readonly senderName?: string;
  readonly senderAddress?: string;
  readonly senderEmail?: string;
  /** What an e-mail's head says of itself and of others. */
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly subject?: string;
  readonly receivedAt?: string;
  readonly idempotencyKey?: string;
  readonly imported?: ImportedFacts;
  /** Code of the site where it came in; none: the central mail room. */
  readonly site?: string;
  /** They come with a form, and wait for the mail that is registered with them. */
  readonly purpose?: 'form';
  /** What the files are and for whom, in their order. */
  readonly documents?: readonly DescribedFile[];
  readonly scanned?: ScannedDeposit;
  readonly files: readonly ReceivedFile[];
}

/** What a scanner brought: into which batch it goes, which the deposit's own transaction asks, and how its pages lie. */
export interface ScannedDeposit {
  readonly batch: (tx: Tx) => Promise<string>;
  /** What else is kept of it, in the same transaction. */
  readonly after?: (tx: Tx, depositId: string) => Promise<void>;
  /** Two files, fronts and then backs; or one with both halves. */
  readonly apart: boolean;
  /** Its files are one run of pages. */
  readonly run: boolean;
  readonly documents: readonly DeclaredDocument[];
  readonly lane: ReadingLane;
}

/**
 * Accepts a deposit: its rows, its journal entry and a reading job per file in one transaction. The same key by the same
 * author answers the deposit it made before; with other content it is refused, so that nothing is lost silently.
 *
 * The spool then holds no bytes that nobody points to. When nobody can tell whether the transaction was committed, the
 * bytes stay: the deposit may be there and need them.
 */
export async function acceptDeposit(house: House, context: Context, deposit: NewDeposit): Promise<{ id: string; existed: boolean }> {
  try {
    const accepted = await findOrInsert(house, context, deposit);
    if (accepted.existed) await forgetSpooled(house, deposit.files);
    return accepted;
  } catch (error) {
    if (isRefusal(error)) await forgetSpooled(house, deposit.files);
    throw error;
  }
}

export async function forgetSpooled(house: House, files: readonly Spooled[]): Promise<void> {
  for (const { key } of files) await house.spool.remove(key);
}

/** Ours, or PostgreSQL's word on a statement; a connection that is lost or shut down (classes 08, 57) tells nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof Problem || /^(?!08|57)[0-9A-Z]{5}$/.test((error as { code?: string }).code ?? '');
}

async function findOrInsert(house: House, context: Context, deposit: NewDeposit): Promise<{ id: string; existed: boolean }> {
  const digest = digestOf(deposit);
  const earlier = await findEarlier(house, context, deposit, digest);
  if (earlier) return { id: earlier, existed: true };
  const id = newId();
  try {
    await insert(house, context, deposit, id, digest);
    return { id, existed: false };
  } catch (error) {
    const concurrent = isUniqueViolation(error) ? await findEarlier(house, context, deposit, digest) : undefined;
    if (!concurrent) throw error;
    return { id: concurrent, existed: true };
  }
}

async function insert(house: House, context: Context, deposit: NewDeposit, id: string, digest: string): Promise<void> {
  const place = cameInAt(deposit.site, await house.settings());
  await house.store.transaction(context, async (tx) => {
    const { channel, grouping = usualGrouping(channel), files, scanned } = deposit;
    const scan = scanned && { batch_id: await scanned.batch(tx), backs: scanned.apart ? ('reversed' as const) : null };
    await tx.trx
      .insertInto('deposit')
      .values({
        ...place,
        ...scan,
        id,
        entity_id: context.entityId,
        idempotency_key: deposit.idempotencyKey ?? null,
        idempotency_digest: deposit.idempotencyKey ? digest : null,
        source: deposit.source,
        purpose: deposit.purpose ?? null,
        channel,
        grouping,
        sender_name: deposit.senderName ?? null,
        sender_address: deposit.senderAddress ?? null,
        sender_email: deposit.senderEmail ?? null,
        message_id: messageId(deposit.messageId) ?? null,
        in_reply_to: messageId(deposit.inReplyTo) ?? null,
        message_references: [...messageReferences(deposit.references)],
        subject: deposit.subject ?? null,
        received_at: deposit.receivedAt ?? null,
        created_by: context.actor,
        correlation_id: context.correlationId ?? id,
        imported: deposit.imported ? JSON.stringify(deposit.imported) : null,
      })
      .execute();
    if (scanned) await tx.trx.insertInto('deposit_scan').values({ deposit_id: id, run: scanned.run, documents: JSON.stringify(scanned.documents) }).execute();
    await scanned?.after?.(tx, id);
    for (const [index, file] of files.entries()) {
      const fileId = newId();
      const lane = laneOf({ channel, imported: deposit.imported !== undefined, declared: scanned?.lane, size: file.size });
      await tx.trx.insertInto('deposit_file').values({ id: fileId, deposit_id: id, position: index + 1, original_name: shownName(file.name, 'sans-nom'), size: file.size, sha512: file.sha512, spool_key: file.key, state: 'waiting', lane, warnings: '[]', ...describedColumns(deposit.documents?.[index]) }).execute();
      await enqueueReading(tx, { id: fileId, lane });
    }
    tx.append({ type: 'deposit.accepted', subjectKind: 'deposit', subjectId: id, data: { channel, source: deposit.source, ...(place.site ? { site: place.site } : {}), files: files.map(({ size, sha512 }) => ({ size, sha512 })) } });
    if (!scan) return;
    tx.append({ type: 'batch.fileAdded', subjectKind: 'batch', subjectId: scan.batch_id, data: { deposit: id, files: files.map(({ size, sha512 }) => ({ size, sha512 })) } });
    await settle(tx, scan.batch_id);
  });
}

async function findEarlier(house: House, context: Context, deposit: NewDeposit, digest: string): Promise<string | undefined> {
  if (!deposit.idempotencyKey) return undefined;
  const found = await house.store.db
    .selectFrom('deposit')
    .select(['id', 'idempotency_digest'])
    .where('entity_id', '=', context.entityId)
    .where('created_by', '=', context.actor)
    .where('idempotency_key', '=', deposit.idempotencyKey)
    .executeTakeFirst();
  if (found && found.idempotency_digest !== digest) throw conflict('idempotencyMismatch', 'This Idempotency-Key came before with other content');
  return found?.id;
}

function digestOf({ files, idempotencyKey: _key, scanned: _scanned, ...known }: NewDeposit): string {
  return createHash('sha256')
    .update(JSON.stringify([Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)), files.map(({ sha512 }) => sha512)]))
    .digest('hex');
}

const isUniqueViolation = (error: unknown): boolean => (error as { code?: string }).code === '23505';
