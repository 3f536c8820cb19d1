import { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import { conflict, depositFieldsSchema, invalid, Problem, unfitField, type Call, type Contract, type DepositFields } from '@bannette/http';
import { contextOf, doorOf, type House } from '@bannette/house';
import { StoreError, type Tx } from '@bannette/store';
import type { FastifyInstance } from 'fastify';
import { lockBatch } from '../batch/batch-for.js';
import { findBatchOf } from '../batch/view-batch.js';
import { acceptDeposit, forgetSpooled, type ReceivedFile } from './accept.js';
import { requireDescribable } from './described.js';
import { drained } from './drain.js';
import { steady } from './steady.js';

/** A connection over which nothing comes for so long is given up. */
const SILENCE_MS = 60_000;
/** For so long who is refused may go on sending before they are cut off. */
const DRAIN_MS = 20_000;

export interface UploadLimits {
  readonly maxFileBytes: number;
  readonly maxFiles: number;
}

export async function acceptUploads(app: FastifyInstance, limits: UploadLimits): Promise<void> {
  await app.register(multipart, { limits: { fileSize: limits.maxFileBytes + 1, files: limits.maxFiles, fields: 20, fieldSize: 100_000, parts: limits.maxFiles + 20 } });
}

/** Streams each file of the request to the spool, then accepts the deposit; what was spooled of a refused request is removed. */
export async function createDeposit(house: House, call: Call<Contract['createDeposit']>, limits: UploadLimits): Promise<{ id: string }> {
  const key = call.request.headers['idempotency-key'];
  if (typeof key === 'string' && key.length > 200) throw invalid('invalid', 'The Idempotency-Key is longer than 200 characters', { field: 'Idempotency-Key' });
  const files: ReceivedFile[] = [];
  const settings = await house.settings();
  const { site: said, batch: batchId, ...fields } = await orForget(house, files, () => receive(house, call, limits, files).catch(async (error: unknown) => {
    await drained(call.request.raw, { bytes: limits.maxFileBytes * 2, ms: DRAIN_MS });
    throw error;
  }));
  const batch = await orForget(house, files, async () => (batchId === undefined ? undefined : findBatchOf(house, call.caller, batchId)));
  const site = await orForget(house, files, async () => {
    if ((fields.documents?.length ?? 0) > files.length) throw invalid('invalid', 'More is said than there are files', { field: 'documents' });
    await requireDescribable(house, call.caller, fields.documents ?? [], settings);
    return batch ? (batch.site ?? undefined) : doorOf(call.caller, said, settings);
  });
  const { id } = await acceptDeposit(house, contextOf(house, call), { ...fields, ...(batch ? { channel: batch.channel, scanned: { ...asItLies, lane: batch.lane, batch: (tx: Tx) => intoBatch(tx, batch.id) } } : {}), ...(site ? { site } : {}), source: call.request.headers['x-bannette-source'] === 'page' ? 'page' : 'api', idempotencyKey: typeof key === 'string' ? key : undefined, files });
  return { id };
}

/** Pages follow one another as they are in the files. */
const asItLies = { apart: false, run: false, documents: [] };

async function intoBatch(tx: Tx, id: string): Promise<string> {
  const { state } = await lockBatch(tx, id);
  if (state === 'rejected') throw conflict('notInState', 'The batch was rejected', { state, action: 'addFile' });
  return id;
}

/** Of a refused request nothing stays in the spool. */
async function orForget<T>(house: House, files: readonly ReceivedFile[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await forgetSpooled(house, files);
    throw error;
  }
}

async function receive(house: House, { request }: Call<Contract['createDeposit']>, limits: UploadLimits, files: ReceivedFile[]): Promise<DepositFields> {
  if (!request.isMultipart()) throw new Problem(415, 'notMultipart', 'A deposit is multipart/form-data');
  const known: { [field: string]: string } = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && part.value !== '') known[part.fieldname] = part.value;
      continue;
    }
    if (part.fieldname !== 'files') throw invalid('invalid', `Unknown part ${part.fieldname}`, { field: part.fieldname });
    files.push({ name: part.filename || 'sans-nom', ...(await spool(house, part, limits)) });
  }
  if (!files.length) throw invalid('noFile', 'The deposit has no file');
  const unfit = unfitField(known) ?? unfitField({ files: files.map(({ name }) => name) });
  if (unfit !== undefined) throw invalid('invalid', 'Text with a character that can’t be stored', { field: unfit });
  const parsed = depositFieldsSchema.safeParse(known);
  if (!parsed.success) throw invalid('invalid', parsed.error.message, { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  return parsed.data;
}

async function spool(house: House, part: { file: Readable }, limits: UploadLimits): Promise<Omit<ReceivedFile, 'name'>> {
  try {
    return await house.spool.write(Readable.from(steady(part.file as AsyncIterable<Buffer>, SILENCE_MS)), { maxBytes: limits.maxFileBytes });
  } catch (error) {
    if (error instanceof StoreError && error.code === 'tooLarge') throw new Problem(413, 'tooLarge', 'A file is too large', { maxMiB: Math.floor(limits.maxFileBytes / 1024 ** 2) });
    throw error;
  }
}
