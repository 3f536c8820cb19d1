import { constants, type Stats } from 'node:fs';
import { lstat, mkdir, open, rename } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readName, serviceOfSubFolder, sidecarFacts, type ScannerSetting, type SidecarFacts } from '@bannette/domain';
import { cameInAt, type House } from '@bannette/house';
import { newId, type BatchNote, type Spooled, type Tx } from '@bannette/store';
import { acceptDeposit, forgetSpooled } from '../deposit/accept.js';
import { maxSidecarBytes, readSidecar } from '../sidecar/read-sidecar.js';
import { SidecarError } from '../sidecar/sidecar-error.js';
import type { Bundle, IndexRead } from './bundles.js';
import { chooseBatch, type Brought } from './choose-batch.js';
import { declaredDocuments, toldBy } from './declared.js';
import type { SeenFile } from './sightings.js';

export interface TakeOptions {
  /** The scanner's folder. */
  readonly dir: string;
  readonly maxFileBytes: number;
}
/** Where files go once they are in the spool, and what is too large. */
const [takenFolder, refusedFolder] = ['_pris', '_refuses'];

interface Copied {
  readonly file: SeenFile;
  readonly name: string;
  readonly spooled: Spooled;
}

/**
 * Takes files that belong together: copies them to the spool, accepts their deposit with its batch, and only then moves
 * them aside. A crash in between finds them again, and knows them by name, time and digest.
 */
export async function takeBundle(house: House, options: TakeOptions, profile: ScannerSetting, bundle: Bundle): Promise<void> {
  const fitting: SeenFile[] = [];
  for (const file of bundle.files) {
    if (file.size <= options.maxFileBytes) fitting.push(file);
    else await refuse(house, options, profile, file);
  }
  const copies: Copied[] = [];
  try {
    for (const file of fitting) {
      const spooled = await copy(house, file, options.maxFileBytes);
      if (spooled) copies.push({ file, name: file.name, spooled });
    }
    // One of them is being written to again: all wait for the next round.
    if (copies.length < fitting.length) return await forgetSpooled(house, copies.map(({ spooled }) => spooled));
  } catch (error) {
    await forgetSpooled(house, copies.map(({ spooled }) => spooled));
    throw error;
  }
  const known = await knownDeposits(house, profile, copies);
  const fresh = copies.filter((one) => !known.has(one));
  for (const [{ file, spooled }, deposit] of known) {
    await house.spool.remove(spooled.key);
    await moveAside(options.dir, takenFolder, file, `${deposit}-${file.order}`);
  }
  const deposit = fresh.length ? await hand(house, options, profile, bundle, fresh) : [...known.values()][0];
  if (!deposit) return;
  for (const [at, { file }] of fresh.entries()) if (await isUnchanged(file)) await moveAside(options.dir, takenFolder, file, fresh.length > 1 ? `${deposit}-${at + 1}` : deposit);
  if (bundle.sidecar) await moveAside(options.dir, takenFolder, bundle.sidecar, deposit);
}

async function hand(house: House, options: TakeOptions, profile: ScannerSetting, bundle: Bundle, copies: readonly Copied[]): Promise<string | undefined> {
  const settings = await house.settings();
  const sidecar = bundle.sidecar && (await openSidecar(house, bundle.sidecar, options.maxFileBytes));
  if (bundle.sidecar && !sidecar) return void (await forgetSpooled(house, copies.map(({ spooled }) => spooled)));
  const read = sidecar && bundle.sidecar ? readIndex(sidecar.bytes, profile, settings) : undefined;
  const facts = read && 'facts' in read ? read.facts : undefined;
  const declared = facts ? declaredDocuments(facts, copies.map(({ name }) => name)) : { documents: [], notes: [] };
  const brought: Brought = { ...broughtBy(profile, copies, facts, settings), place: cameInAt(profile.site, settings), notes: [...bundle.notes, ...folderNotes(profile, copies, settings), ...declared.notes, ...(read && 'flaw' in read ? [read.flaw] : []), ...(facts ? doubtNotes(facts) : [])] };
  const keepBeside = async (tx: Tx, batchId: string): Promise<void> => {
    if (!sidecar || !bundle.sidecar) return;
    const flaw = read && 'flaw' in read ? JSON.stringify({ code: read.flaw.code, params: read.flaw.params }) : null;
    await tx.trx.insertInto('batch_sidecar').values({ id: newId(), batch_id: batchId, name: bundle.sidecar.name, size: sidecar.spooled.size, sha512: sidecar.spooled.sha512, spool_key: sidecar.spooled.key, flaw }).onConflict((conflict) => conflict.doNothing()).execute();
  };
  let service: string | null = null;
  const { id } = await acceptDeposit(house, { entityId: house.entityId, actor: 'system' }, {
    source: 'folder',
    channel: facts?.channel ?? profile.channel,
    grouping: 'perFile',
    ...(facts?.sender ? { senderName: facts.sender } : {}),
    ...(profile.site ? { site: profile.site } : {}),
    files: copies.map(({ name, spooled }) => ({ name, ...spooled })),
    scanned: {
      lane: profile.lane,
      run: bundle.run,
      apart: bundle.apart,
      documents: declared.documents,
      batch: async (tx) => {
        const batch = await chooseBatch(house, tx, brought);
        service = batch.service;
        await keepBeside(tx, batch.id);
        return batch.id;
      },
      after: async (tx, depositId) => {
        await tx.trx.insertInto('scanned_file').values(copies.map(({ file, spooled }) => ({ ...identity(house, profile, file), sha512: spooled.sha512, deposit_id: depositId }))).onConflict((conflict) => conflict.doNothing()).execute();
        // What the batch as a whole doesn't say, each of its letters does, unless a sheet says another.
        const own = { ...(brought.service && brought.service !== service ? { service: brought.service } : {}), ...(facts?.type ? { type: facts.type } : {}) };
        if (!declared.documents.length && Object.keys(own).length) await tx.trx.updateTable('deposit_scan').set({ documents: JSON.stringify([{ firstPage: 1, ...own }]) }).where('deposit_id', '=', depositId).execute();
      },
    },
  });
  house.log.info({ deposit: id, scanner: profile.code, files: copies.length }, 'Taken from the folder of a scanner');
  return id;
}

type Settings = Awaited<ReturnType<House['settings']>>;

function broughtBy(profile: ScannerSetting, copies: readonly Copied[], facts: SidecarFacts | undefined, settings: Settings): Omit<Brought, 'notes' | 'place'> {
  const [first] = copies;
  const named = profile.names && first ? readName(profile.names, first.name) : undefined;
  const ofFolder = first?.file.folder === undefined ? undefined : serviceOfSubFolder(first.file.folder, profile, settings.services);
  const ofName = named?.service === undefined ? undefined : serviceOfSubFolder(named.service, profile, settings.services);
  const batch = facts?.batch ?? named?.batch;
  const operator = facts?.operator ?? named?.operator;
  const service = facts?.service ?? ofFolder ?? ofName ?? profile.service;
  return {
    profile,
    fileName: first?.name ?? profile.label,
    ...(batch ? { batch } : {}),
    ...(operator ? { operator } : {}),
    ...(service ? { service } : {}),
    announced: { ...(facts?.envelopes === undefined ? {} : { envelopes: facts.envelopes }), ...(facts?.pages === undefined ? {} : { pages: facts.pages }) },
    told: { ...toldBy({ dpi: profile.dpi, colour: profile.colour }), mode: profile.mode, ...toldBy(facts ?? {}) },
  };
}

function folderNotes(profile: ScannerSetting, copies: readonly Copied[], { services }: Settings): BatchNote[] {
  const folder = copies[0]?.file.folder;
  return folder === undefined || serviceOfSubFolder(folder, profile, services) ? [] : [{ code: 'unknownSubFolder', params: { folder }, check: false }];
}

const doubtNotes = ({ doubts }: SidecarFacts): BatchNote[] => doubts.slice(0, 10).map(({ field, value, row }) => ({ code: 'sidecarDoubt', params: { field, value, ...(row ? { row } : {}) }, check: field === 'envelopes' || field === 'pages' }));

/** What a sidecar file says, or why it can't be read. */
export function readIndex(bytes: Uint8Array, { sidecar }: Pick<ScannerSetting, 'sidecar'>, settings: Settings): IndexRead | undefined {
  if (!sidecar) return undefined;
  try {
    return { facts: sidecarFacts(readSidecar(bytes, sidecar), sidecar, settings) };
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    return { flaw: { code: error.code, params: error.params, check: true } };
  }
}

/** Opened so that a link that took the file's place is not followed. */
async function openFile(path: Buffer) {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
}

/** @returns undefined when the file changed while it was read, or is gone */
async function copy(house: House, file: SeenFile, maxBytes: number): Promise<Spooled | undefined> {
  const handle = await openFile(file.path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT' || error.code === 'ELOOP') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const before = await handle.stat();
    if (!before.isFile() || !isSame(before, file)) return undefined;
    const spooled = await house.spool.write(handle.createReadStream({ autoClose: false, start: 0 }), { maxBytes });
    if (isSame(await handle.stat(), file) && (await isUnchanged(file))) return spooled;
    await house.spool.remove(spooled.key);
    return undefined;
  } finally {
    await handle.close();
  }
}

async function openSidecar(house: House, file: SeenFile, maxBytes: number): Promise<{ readonly bytes: Buffer; readonly spooled: Spooled } | undefined> {
  const spooled = await copy(house, file, maxBytes);
  return spooled && { bytes: await firstBytes(Buffer.from(house.spool.path(spooled.key))), spooled };
}

/** A byte more than may be read: what is longer is told so. */
export async function firstBytes(path: Buffer): Promise<Buffer> {
  const handle = await openFile(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(maxSidecarBytes, (await handle.stat()).size) + 1), 0, null, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const isSame = ({ size, mtimeMs }: Stats, file: SeenFile): boolean => size === file.size && mtimeMs === file.mtimeMs;
const isUnchanged = (file: SeenFile): Promise<boolean> => lstat(file.path).then((now) => now.isFile() && isSame(now, file), () => false);
const identity = (house: House, { code }: ScannerSetting, file: SeenFile) => ({ entity_id: house.entityId, scanner: code, name: file.folder === undefined ? file.name : `${file.folder}/${file.name}`, mtime_ms: Math.trunc(file.mtimeMs) });

async function knownDeposits(house: House, profile: ScannerSetting, copies: readonly Copied[]): Promise<Map<Copied, string>> {
  if (!copies.length) return new Map();
  const rows = await house.store.db.selectFrom('scanned_file').select(['name', 'mtime_ms', 'sha512', 'deposit_id']).where('entity_id', '=', house.entityId).where('scanner', '=', profile.code).where('sha512', 'in', copies.map(({ spooled }) => spooled.sha512)).execute();
  return new Map(copies.flatMap((one): [Copied, string][] => {
    const { name, mtime_ms } = identity(house, profile, one.file);
    const row = rows.find((each) => each.name === name && Number(each.mtime_ms) === mtime_ms && each.sha512 === one.spooled.sha512);
    return row ? [[one, row.deposit_id]] : [];
  }));
}

async function refuse(house: House, { dir, maxFileBytes }: TakeOptions, { code }: ScannerSetting, file: SeenFile): Promise<void> {
  house.log.warn({ scanner: code, size: file.size, maxFileBytes }, 'A file of a scanner is too large; it was put aside');
  await moveAside(dir, refusedFolder, file, String(Math.trunc(file.mtimeMs)));
}

async function moveAside(dir: string, folder: string, file: SeenFile, mark: string): Promise<void> {
  await mkdir(join(dir, folder), { recursive: true });
  const extension = extname(file.name).slice(0, 20);
  await rename(file.path, join(dir, folder, `${cut(basename(file.name, extname(file.name)))}.${mark}${extension}`)).catch((error: { code?: string }) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Leaves room for the mark: file systems take 255 bytes, and a character has at most 4. */
const cut = (name: string): string => Buffer.from(name).subarray(0, 180).toString().replace(/\uFFFD$/, '');
