import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPaper, partingCodes, type EndorsementSetting } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Database, Spooled, TaskHandler, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import type { Antivirus } from '../antivirus/index.js';
import { addReading } from '../batch/add-reading.js';
import { lockBatch } from '../batch/batch-for.js';
import { insertParts, type SpooledPart } from '../batch/parts.js';
import { settle } from '../batch/settle.js';
import type { PageImages } from '../images/cache.js';
import type { Reader, Reading, ReadRequest } from '../reading/index.js';
import { isMessage, takeApart } from '../message/apart.js';
import { insertMessageParts, saidOf, type SpooledMessagePart } from '../message/insert.js';
import { enqueueReading } from './lanes.js';
import { makeMails } from './make-mails.js';
import { keepPages, pageRow } from './page-rows.js';
import { patternsFor } from './paper-numbers.js';
import { scanned } from './scan.js';
import { spoolCut } from './spool-cut.js';

type FileRow = Selectable<Database['deposit_file']>;
type Read = Extract<Reading, { outcome: 'read' }>;

/** Has one received file looked at by the antivirus, then reads it in a process of its own; what can't be read is put in quarantine with its reason, never lost. */
export function readFile(house: House, reader: Reader, languages: readonly string[], antivirus?: Antivirus, images?: PageImages): TaskHandler {
  return async (payload, job) => {
    const file = await house.store.db.selectFrom('deposit_file').selectAll().where('id', '=', String(payload.fileId)).executeTakeFirst();
    if (!file || (file.state !== 'waiting' && file.state !== 'reading')) return;
    await house.store.db.updateTable('deposit_file').set({ state: 'reading' }).where('id', '=', file.id).execute();
    const refused = await scanned(house, antivirus, file, job.signal);
    if (refused && 'waitsUntil' in refused) return waitForAntivirus(house, file, refused.waitsUntil);
    if (refused) return quarantine(house, file, refused);
    const outputDir = await mkdtemp(join(tmpdir(), 'bannette-read-'));
    try {
      if (await isMessageAlone(house, file)) return await keepMessage(house, file, outputDir, job.signal);
      const [separation, numbers] = await Promise.all([separationOf(house, file), patternsOf(house, file)]);
      const reading = await reader.read({ inputPath: house.spool.path(file.spool_key), fileName: file.original_name, outputDir, ...(separation ? { separation } : {}), ...(numbers.length ? { numbers } : {}), language: languages[0], others: languages }, { signal: job.signal, lane: file.lane });
      if (reading.outcome === 'rejected') await quarantine(house, file, reading);
      else {
        await keepThumbnails(images, file, reading);
        await keepReading(house, file, reading, await keepSearchable(house, file, reading), await keepParts(house, reading));
      }
    } finally {
      await rm(outputDir, { recursive: true, force: true });
    }
  };
}

/** An e-mail that was saved as a file is taken apart; among scanned pages it has no place. */
async function isMessageAlone(house: House, file: FileRow): Promise<boolean> {
  if (file.cut_from || !(await isMessage(house.spool.path(file.spool_key)))) return false;
  const { batch_id } = await house.store.db.selectFrom('deposit').select('batch_id').where('id', '=', file.deposit_id).executeTakeFirstOrThrow();
  return batch_id === null;
}

/** Its words and what it carries become files of their own, each looked at and read like any other; a mail is made of them together. */
async function keepMessage(house: House, file: FileRow, outputDir: string, signal: AbortSignal | undefined): Promise<void> {
  const { timeZone } = (await house.settings()).authority;
  const split = await takeApart({ inputPath: house.spool.path(file.spool_key), outputDir, timeZone }, signal);
  if ('flaw' in split) return quarantine(house, file, { outcome: 'rejected', reason: 'unsupportedType', params: { mediaType: 'message/rfc822', kind: split.flaw === 'tooManyParts' ? 'fullMessage' : 'message', ...(split.most ? { most: split.most } : {}) } });
  const parts: SpooledMessagePart[] = [];
  for (const { path, name } of split.parts) parts.push({ name, ...(await spoolCut(house, { path })) });
  await inTransaction(house, file, (tx) => insertMessageParts(house, tx, file, saidOf(split.head, timeZone, house.now()), parts, file.lane));
}

/** Paper that was scanned may be a batch; what came as a file, or from an older register, stays as it came. */
async function separationOf(house: House, file: FileRow): Promise<ReadRequest['separation']> {
  const deposit = await house.store.db.selectFrom('deposit').select(['channel', 'imported', 'entity_id', 'batch_id', 'purpose']).where('id', '=', file.deposit_id).executeTakeFirstOrThrow();
  if (!isPaper(deposit.channel) || deposit.imported || deposit.purpose) return undefined;
  const { separation } = (await house.settings()).authority;
  return { entityId: deposit.entity_id, foreignCodes: partingCodes(separation), keepBlankPages: separation?.keepBlankPages ?? false, cutLater: deposit.batch_id !== null };
}

async function patternsOf(house: House, file: FileRow): Promise<readonly EndorsementSetting[]> {
  const deposit = await house.store.db.selectFrom('deposit').leftJoin('batch', 'batch.id', 'deposit.batch_id').select(['deposit.channel', 'imported', 'scanner']).where('deposit.id', '=', file.deposit_id).executeTakeFirstOrThrow();
  return patternsFor(deposit, await house.settings(), deposit.scanner ?? undefined);
}

async function keepSearchable(house: House, file: FileRow, { searchablePdf }: Read): Promise<Spooled | undefined> {
  return searchablePdf.sha512 === file.sha512 ? undefined : spoolCut(house, searchablePdf);
}

/** Small images of its pages are there at once, for whoever opens the desk; without them they are drawn. */
async function keepThumbnails(images: PageImages | undefined, file: FileRow, { pages }: Read): Promise<void> {
  for (const { number, thumbnails } of pages) for (const [width, path] of Object.entries(thumbnails ?? {})) await images?.keep(file.id, number, Number(width), path);
}

async function keepParts(house: House, { separation }: Read): Promise<SpooledPart[]> {
  const parts: SpooledPart[] = [];
  for (const { cut, pages, sheet } of separation?.documents ?? []) {
    if (cut) parts.push({ pages, sheet, original: await spoolCut(house, cut.original), searchable: cut.searchable && (await spoolCut(house, cut.searchable)) });
  }
  return parts;
}

async function keepReading(house: House, file: FileRow, reading: Read, searchable: Spooled | undefined, parts: readonly SpooledPart[]): Promise<void> {
  const [whole] = reading.separation?.documents ?? [];
  await inTransaction(house, file, async (tx, batchId) => {
    const read = await tx.trx
      .updateTable('deposit_file')
      .set({
        state: parts.length ? 'separated' : 'read',
        media_type: reading.mediaType,
        reason: null,
        reason_params: null,
        warnings: JSON.stringify(reading.warnings),
        pages: reading.pages.length,
        confidence: reading.confidence,
        engine: reading.engine,
        archive: JSON.stringify(reading.archive),
        read_at: house.now(),
        searchable_key: searchable?.key ?? null,
        searchable_size: searchable?.size ?? null,
        searchable_sha512: searchable?.sha512 ?? null,
        sheet: !parts.length && whole?.sheet ? JSON.stringify(whole.sheet) : null,
        attachments: JSON.stringify(reading.attachments ?? []),
        cuttable: reading.cuttable ?? true,
        ...noLongerWaits,
      })
      .where('id', '=', file.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await keepPages(tx, reading.pages.map((page) => pageRow(file.id, page.number, page)));
    if (parts.length) await insertParts(tx, read, reading, parts);
    if (!batchId) return makeMails(house, tx, file.deposit_id);
    await addReading(house, tx, await lockBatch(tx, batchId), read, reading);
    await settle(tx, batchId);
  });
}

const noLongerWaits = { waits_for: null, waits_since: null, scan_failures: 0 };

/** It is looked at again after a pause, as often as it takes: an antivirus that is away is no fault of the file's. */
async function waitForAntivirus(house: House, file: FileRow, until: Date): Promise<void> {
  await inTransaction(house, file, async (tx) => {
    await tx.trx.updateTable('deposit_file').set({ state: 'waiting', waits_for: 'antivirus', waits_since: file.waits_since ?? house.now() }).where('id', '=', file.id).execute();
    await enqueueReading(tx, file, { runAt: until });
  });
}

async function quarantine(house: House, file: FileRow, { reason, params }: Extract<Reading, { outcome: 'rejected' }>): Promise<void> {
  await inTransaction(house, file, async (tx, batchId) => {
    await tx.trx.updateTable('deposit_file').set({ state: 'quarantined', reason, reason_params: params ? JSON.stringify(params) : null, read_at: house.now(), ...noLongerWaits }).where('id', '=', file.id).execute();
    tx.append({ type: 'file.quarantined', subjectKind: 'deposit', subjectId: file.deposit_id, data: { file: file.id, reason } });
    await (batchId ? settle(tx, batchId) : makeMails(house, tx, file.deposit_id));
  });
}

/** The batch that the file belongs to is locked before its deposit: so does whoever makes a batch's mails. */
async function inTransaction(house: House, file: FileRow, work: (tx: Tx, batchId: string | null) => Promise<void>): Promise<void> {
  const deposit = await house.store.db.selectFrom('deposit').select(['entity_id', 'correlation_id', 'batch_id']).where('id', '=', file.deposit_id).executeTakeFirstOrThrow();
  await house.store.transaction({ entityId: deposit.entity_id, actor: 'system', correlationId: deposit.correlation_id }, async (tx) => {
    if (deposit.batch_id) await lockBatch(tx, deposit.batch_id);
    const { batch_id } = await tx.trx.selectFrom('deposit').select('batch_id').where('id', '=', file.deposit_id).forNoKeyUpdate().executeTakeFirstOrThrow();
    const now = await tx.trx.selectFrom('deposit_file').select('state').where('id', '=', file.id).executeTakeFirstOrThrow();
    if (now.state === 'reading') await work(tx, batch_id);
  });
}
