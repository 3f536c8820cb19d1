import type { Readable } from 'node:stream';
import { mkdir } from 'node:fs/promises';
import { belongs, dayIn, houseGroups, inMailRoom, mailRoomsAt, mayHandle, sidecarFacts, type Person, type ScannerSetting } from '@bannette/domain';
import { forbidden, notFound, conflict, type Call, type Contract, type ScanBatch, type ScanDay, type ScannerState } from '@bannette/http';
import { contextOf, displayNames, handledBy, type House } from '@bannette/house';
import { sql } from 'kysely';
import { lockBatch } from '../batch/batch-for.js';
import { requireBatchRevision } from '../batch/gestures.js';
import { settle } from '../batch/settle.js';
import { findBatchOf, requireBatches, viewScanBatch } from '../batch/view-batch.js';
import { readSidecar } from '../sidecar/read-sidecar.js';
import { SidecarError } from '../sidecar/sidecar-error.js';
import { isSidecar } from './bundles.js';
import { folderState, pathOf, type ScanRoots } from './folder-state.js';
import { filesIn } from './look.js';

const administers = (person: Person): boolean => belongs(person, houseGroups.administrators);

/** Scanners, for those who scan at their sites and those who set them up. */
export async function listScanners(house: House, roots: ScanRoots, { caller }: Call<Contract['scanners']>): Promise<{ items: ScannerState[] }> {
  if (!inMailRoom(caller) && !administers(caller)) throw forbidden('scanners');
  const settings = await house.settings();
  const shown = settings.scanners.filter(({ site }) => administers(caller) || mayHandle(caller, mailRoomsAt(site, settings)));
  return { items: await Promise.all(shown.map((profile) => stateOf(house, roots, profile, settings.scanners, caller))) };
}

async function stateOf(house: House, roots: ScanRoots, profile: ScannerSetting, all: readonly ScannerSetting[], caller: Person): Promise<ScannerState> {
  const state = await within(folderState(profile, roots, all.filter(({ code, enabled }) => enabled && code !== profile.code)), 'unreachable');
  const lying = state === 'ok' ? await within(filesIn(pathOf(profile, roots), profile.subFolders !== undefined).catch(() => []), []) : [];
  const batch = await house.store.db.selectFrom('batch').select(['id', 'name', 'operator', 'operator_name']).where('entity_id', '=', house.entityId).where('scanner', '=', profile.code).where('taking', '=', true).where(handledBy(caller)).orderBy((eb) => eb.case().when('key', 'is', null).then(0).else(1).end()).orderBy('id').limit(1).executeTakeFirst();
  const last = await house.store.db.selectFrom('batch').select('last_file_at').where('entity_id', '=', house.entityId).where('scanner', '=', profile.code).where('last_file_at', 'is not', null).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return {
    code: profile.code,
    label: profile.label,
    enabled: profile.enabled,
    site: profile.site,
    service: profile.service,
    announced: profile.announced,
    folder: { state, path: administers(caller) ? pathOf(profile, roots) : undefined, waiting: lying.filter(({ name }) => !isSidecar(name, profile)).length },
    batch: batch && { id: batch.id, name: batch.name, operator: batch.operator_name ?? batch.operator },
    lastFileAt: last?.last_file_at?.toISOString(),
  };
}

/** A share that hangs must not hang the page. */
async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(otherwise), 3_000)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Makes the folder of a scanner, where the profile may have one. */
export async function makeScannerFolder(house: House, roots: ScanRoots, { caller, params }: Call<Contract['makeScannerFolder']>): Promise<ScannerState> {
  if (!administers(caller)) throw forbidden('makeScannerFolder');
  const { scanners } = await house.settings();
  const profile = scanners.find(({ code }) => code === params.code);
  if (!profile) throw notFound('scanner');
  const state = await folderState(profile, roots);
  if (state !== 'missing') throw conflict('folderState', 'The folder can’t be made', { state });
  await mkdir(pathOf(profile, roots), { recursive: true }).catch((error: { code?: string }) => {
    throw conflict('folderState', 'The folder can’t be made', { state: error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM' ? 'notWritable' : 'unreachable' });
  });
  return stateOf(house, roots, profile, scanners, caller);
}

/** What a mapping reads in a sample; nothing of it is kept. */
export async function trySidecar(house: House, { caller, body }: Call<Contract['trySidecar']>) {
  if (!administers(caller)) throw forbidden('trySidecar');
  try {
    const { rows, doubts, ...fields } = sidecarFacts(readSidecar(Buffer.from(body.sample, 'base64'), body.mapping), body.mapping, await house.settings());
    return { fields: { ...fields } as { [field: string]: string | number }, rows: rows.slice(0, 200).map((row) => ({ ...row })), doubts: doubts.slice(0, 50).map((doubt) => ({ ...doubt })) };
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    return { flaw: { code: error.code, params: { ...error.params } }, fields: {}, rows: [], doubts: [] };
  }
}

/** What was scanned today, by operator and scanner. */
export async function scanDay(house: House, { caller }: Call<Contract['scanDay']>): Promise<ScanDay> {
  requireBatches(caller);
  const { timeZone } = (await house.settings()).authority;
  const day = dayIn(timeZone, house.now());
  const rows = await house.store.db
    .selectFrom('batch')
    .select(['scanner', 'operator', sql<string>`max(operator_name)`.as('name'), sql<number>`count(*)::int`.as('batches'), sql<number>`coalesce(sum((counts->>'pages')::int + (counts->>'aside')::int), 0)::int`.as('pages'), sql<number>`coalesce(sum((counts->>'envelopes')::int), 0)::int`.as('envelopes'), sql<number>`(count(*) filter (where state = 'rejected'))::int`.as('rejected')])
    .where('entity_id', '=', house.entityId)
    .where('scanner', 'is not', null)
    .where(sql<boolean>`created_at >= ${day}::date::timestamp at time zone ${timeZone}`)
    .where(handledBy(caller))
    .groupBy(['scanner', 'operator'])
    .orderBy('operator')
    .orderBy('scanner')
    .execute();
  const nameOf = await displayNames(house.store.db, rows.map(({ operator }) => operator));
  return { day, lines: rows.map(({ scanner, operator, name, ...counts }) => ({ ...counts, scanner: scanner ?? undefined, operator: name ?? nameOf(operator).displayName })) };
}

/** How a batch was scanned, and what is to be known of it. */
export async function viewScan(house: House, { caller, params }: Call<Contract['batchScan']>) {
  const batch = await findBatchOf(house, caller, params.id);
  const sidecars = await house.store.db.selectFrom('batch_sidecar').select(['id', 'name', 'size', 'at', 'flaw']).where('batch_id', '=', batch.id).orderBy('at').orderBy('id').execute();
  const nameOf = await displayNames(house.store.db, batch.ended_by ? [batch.ended_by] : []);
  return {
    batch: batch.id,
    state: batch.state,
    taking: batch.taking,
    lane: batch.lane,
    told: { ...batch.told },
    notes: batch.notes.map((note) => ({ ...note, params: { ...note.params } })),
    sidecars: sidecars.map(({ id, name, size, at, flaw }) => ({ id, name, size: Number(size), at: at.toISOString(), flaw: flaw ? { code: flaw.code, params: { ...flaw.params } } : undefined })),
    lastFileAt: batch.last_file_at?.toISOString(),
    endedAt: batch.ended_at?.toISOString(),
    endedBy: batch.ended_by ? nameOf(batch.ended_by).displayName : undefined,
  };
}

/** Nothing more will come; it is released when all of it was read and its counters agree. */
export async function endBatch(house: House, call: Call<Contract['endBatch']>): Promise<ScanBatch> {
  const { id } = await findBatchOf(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const batch = await lockBatch(tx, id);
    requireBatchRevision(batch, call.body.revision);
    if (!batch.taking) throw conflict('notInState', 'The batch takes no more files', { state: batch.state, action: 'endBatch' });
    await tx.trx.updateTable('batch').set({ taking: false, ended_at: house.now(), ended_by: call.caller.id, revision: batch.revision + 1 }).where('id', '=', id).execute();
    tx.append({ type: 'batch.ended', subjectKind: 'batch', subjectId: id, data: {} });
    await settle(tx, id);
  });
  return viewScanBatch(house, id);
}

/** A sidecar file as it came, to be saved and never shown: anything may be in it. */
export async function sidecarContent(house: House, { caller, params, reply }: Call<Contract['sidecarContent']>): Promise<Readable> {
  const batch = await findBatchOf(house, caller, params.id);
  const sidecar = await house.store.db.selectFrom('batch_sidecar').select(['name', 'spool_key']).where('batch_id', '=', batch.id).where('id', '=', params.sidecar).executeTakeFirst();
  if (!sidecar) throw notFound('sidecar');
  reply.header('content-type', 'application/octet-stream');
  reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(sidecar.name)}`);
  reply.header('cache-control', 'private, no-store');
  return house.spool.read(sidecar.spool_key);
}
