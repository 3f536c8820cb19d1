import { createReadStream, type Stats } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { faultOf, type House, type Log } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { batchFor } from '../batch/batch-for.js';
import { acceptDeposit, type ScannedDeposit } from '../deposit/accept.js';
import { isMessage } from '../message/apart.js';
import { patience, type Lying, type Patience } from './patience.js';

export interface WatchOptions {
  readonly dir: string;
  /** A file is taken once it has not changed for this long: scanners write slowly. */
  readonly settleMs: number;
  readonly pollMs: number;
  readonly maxFileBytes: number;
}

/** Where files go once they are in the spool. */
const takenFolder = '_pris';
const refusedFolder = '_refuses';

/**
 * Takes what is put into the folder, by a scanner or a hand. A file leaves the folder only after its deposit is
 * committed; a crash in between finds it again and, by its key, the same deposit. Polling, because network shares
 * tell nothing.
 */
export async function watchFolder(house: House, options: WatchOptions): Promise<() => Promise<void>> {
  await mkdir(options.dir, { recursive: true });
  const seen = new Map<string, Lying & { since: number }>();
  const patient = patience();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (): Promise<void> => {
    try {
      for (const name of await settled(options, seen, patient)) if (!stopped) await take(house, options, name).catch((error: unknown) => complain(house.log, error, name, seen, patient));
    } catch (error) {
      house.log.error(faultOf(error), 'The watched folder could not be read; it is tried again');
    }
    if (!stopped) timer = setTimeout(() => (running = round()), options.pollMs);
  };
  let running = round();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

async function settled({ dir, settleMs }: WatchOptions, seen: Map<string, Lying & { since: number }>, patient: Patience): Promise<string[]> {
  const ready: string[] = [];
  const present = new Set<string>();
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name.endsWith('.part')) continue;
    const facts = await stat(join(dir, entry.name)).catch(() => undefined);
    if (!facts) continue;
    present.add(entry.name);
    const before = seen.get(entry.name);
    if (before?.size === facts.size && before.mtimeMs === facts.mtimeMs) {
      if (Date.now() - before.since >= settleMs && patient.mayTry(entry.name, before, Date.now())) ready.push(entry.name);
    } else seen.set(entry.name, { size: facts.size, mtimeMs: facts.mtimeMs, since: Date.now() });
  }
  for (const name of seen.keys()) if (!present.has(name)) seen.delete(name);
  patient.keep(present);
  return ready.sort();
}

async function take(house: House, { dir, maxFileBytes }: WatchOptions, name: string): Promise<void> {
  const path = join(dir, name);
  const found = await stat(path);
  const { mtimeMs, size } = found;
  if (size > maxFileBytes) {
    house.log.warn({ size, maxFileBytes }, 'A file of the watched folder is too large; it was put aside');
    await moveAside(dir, refusedFolder, name, String(Math.trunc(mtimeMs)));
    return;
  }
  await requireDatabase(house);
  const spooled = await house.spool.write(createReadStream(path), { maxBytes: maxFileBytes });
  if (!(await isUnchanged(path, found))) return house.spool.remove(spooled.key);
  const key = `folder:${name}:${Math.trunc(mtimeMs)}:${spooled.sha512}`;
  // An e-mail that somebody saved there is no scan.
  const came = (await isMessage(house.spool.path(spooled.key))) ? { channel: 'email' as const } : { channel: 'post' as const, grouping: 'perFile' as const, scanned: asBatch(name, key) };
  const { id } = await acceptDeposit(house, { entityId: house.entityId, actor: 'system' }, { source: 'folder', ...came, idempotencyKey: key, files: [{ name, ...spooled }] });
  // What was written to since is another letter, and is taken in the next round.
  if (await isUnchanged(path, found)) await moveAside(dir, takenFolder, name, id);
  house.log.info({ deposit: id, size }, 'Taken from the watched folder');
}

/** A file of a folder without a profile is a batch of its own, of which mails are made as soon as it is read. */
function asBatch(name: string, key: string): ScannedDeposit {
  const batch = async (tx: Tx): Promise<string> => {
    const { id } = await batchFor(tx, { key, name, channel: 'post', operator: { id: 'system' }, site: null, mailRooms: null, release: 'always' });
    return id;
  };
  return { batch, apart: false, run: false, documents: [], lane: 'normal' };
}

/** Otherwise each round would copy the file to the spool again for nothing. */
async function requireDatabase(house: House): Promise<void> {
  await house.store.db.selectFrom('deposit').select('id').limit(1).execute();
}

async function isUnchanged(path: string, { mtimeMs, size }: Stats): Promise<boolean> {
  const now = await stat(path);
  return now.mtimeMs === mtimeMs && now.size === size;
}

async function moveAside(dir: string, folder: string, name: string, mark: string): Promise<void> {
  await mkdir(join(dir, folder), { recursive: true });
  const extension = extname(name).slice(0, 20);
  await rename(join(dir, name), join(dir, folder, `${cut(basename(name, extname(name)))}.${mark}${extension}`));
}

/** Leaves room for the mark: file systems take 255 bytes, and a character has at most 4. */
const cut = (name: string): string => Buffer.from(name).subarray(0, 180).toString().replace(/\uFFFD$/, '');

/** Names of files may be people's: the log tells which one by its time and size. */
function complain(log: Log, error: unknown, name: string, seen: ReadonlyMap<string, Lying>, patient: Patience): void {
  const file = seen.get(name) ?? { size: 0, mtimeMs: 0 };
  const { tries, pauseMs } = patient.failed(name, file, Date.now());
  log.error({ ...faultOf(error), size: file.size, modifiedAt: new Date(file.mtimeMs).toISOString(), tries, nextTrySeconds: pauseMs / 1000 }, 'A file of the watched folder could not be taken; it is tried again');
}
