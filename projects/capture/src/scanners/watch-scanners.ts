import { isDeepStrictEqual } from 'node:util';
import type { ScannerSetting } from '@bannette/domain';
import { faultOf, type House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';
import { settle } from '../batch/settle.js';
import { patience } from '../folder/patience.js';
import { bundles, isSidecar, type Bundle, type IndexRead } from './bundles.js';
import { endQuiet } from './choose-batch.js';
import { folderState, pathOf, type FolderState, type ScanRoots } from './folder-state.js';
import { filesIn } from './look.js';
import { isSettled, sightings, type SeenFile } from './sightings.js';
import { firstBytes, readIndex, takeBundle } from './take.js';

export interface ScannersOptions extends ScanRoots {
  readonly pollMs: number;
  readonly maxFileBytes: number;
}

/** How often the profiles are compared with the settings in force. */
const reviewMs = 1_000;
/** A folder that is away is looked for again after pauses that grow to this. */
const longestAwayMs = 30_000;

/**
 * Watches the folder of each scanner of the settings, each by itself: a share that hangs holds up no other. A profile that
 * is published takes effect within seconds. Polling, because network shares tell nothing.
 */
export function watchScanners(house: House, options: ScannersOptions): () => Promise<void> {
  const running = new Map<string, { readonly profile: ScannerSetting; stop(): Promise<void> }>();
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let reviewing: Promise<void> = Promise.resolve();
  const review = async (): Promise<void> => {
    const { scanners } = await house.settings();
    const wanted = new Map(scanners.filter(({ enabled }) => enabled).map((profile) => [profile.code, profile]));
    for (const [code, { profile, stop }] of running) {
      if (isDeepStrictEqual(wanted.get(code), profile)) continue;
      running.delete(code);
      await stop();
    }
    for (const [code, profile] of wanted) if (!running.has(code) && !stopped) running.set(code, { profile, stop: watchOne(house, options, profile, scanners.filter((other) => other.enabled && other.code !== code)) });
    await endGone(house, [...wanted.keys()]);
  };
  const next = (): void => {
    reviewing = review()
      .catch((error: unknown) => house.log.error(faultOf(error), 'The scanners of the settings could not be looked at; it is tried again'))
      .finally(() => void (stopped || (timer = setTimeout(next, reviewMs))));
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await reviewing;
    await Promise.all([...running.values()].map(({ stop }) => stop()));
  };
}

function watchOne(house: House, options: ScannersOptions, profile: ScannerSetting, others: readonly ScannerSetting[]): () => Promise<void> {
  const seen = sightings();
  const patient = patience();
  const dir = pathOf(profile, options);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let away = 0;
  let told: FolderState = 'ok';
  const round = async (): Promise<number> => {
    const state = await folderState(profile, options, others);
    if (state !== told) house.log[state === 'ok' ? 'info' : 'warn']({ scanner: profile.code, folder: state }, state === 'ok' ? 'The folder of a scanner is back' : 'The folder of a scanner can’t be watched; it is looked for again');
    told = state;
    if (state !== 'ok') return Math.min(options.pollMs * 2 ** Math.min(away++, 16), longestAwayMs);
    away = 0;
    const before = performance.now();
    const files = seen.see(await filesIn(dir, profile.subFolders !== undefined));
    const ready = bundles(files, profile, await indexesIn(house, files, profile)).filter(({ files: [first] }) => first && patient.mayTry(keyOf(first), first, Date.now()));
    patient.keep(new Set(files.map(keyOf)));
    if (ready.length) await tryAdvisoryLock(house.store, `scanner:${house.entityId}:${profile.code}`, async () => takeAll(house, { dir, maxFileBytes: options.maxFileBytes }, profile, ready, patient, () => stopped));
    await end(house, profile, files.some((file) => !isSidecar(file.name, profile) && !isSettled(file, profile.settleMs)));
    // A folder of thousands on a slow share is not asked without a pause.
    return Math.max(options.pollMs, (performance.now() - before) / 2);
  };
  const next = (): void => {
    running = round()
      .catch((error: unknown) => {
        house.log.error({ scanner: profile.code, ...faultOf(error) }, 'The folder of a scanner could not be read; it is tried again');
        return Math.min(options.pollMs * 2 ** Math.min(away++, 16), longestAwayMs);
      })
      .then((pauseMs) => void (stopped || (timer = setTimeout(next, pauseMs))));
  };
  let running: Promise<void> = Promise.resolve();
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    // A share that hangs must not keep the house open.
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
  };
}

const keyOf = (file: SeenFile): string => file.path.toString('latin1');

async function takeAll(house: House, options: { readonly dir: string; readonly maxFileBytes: number }, profile: ScannerSetting, ready: readonly Bundle[], patient: ReturnType<typeof patience>, isStopped: () => boolean): Promise<void> {
  for (const bundle of ready) {
    const [first] = bundle.files;
    if (isStopped() || !first) return;
    await takeBundle(house, options, profile, bundle).catch((error: unknown) => {
      const { tries, pauseMs } = patient.failed(keyOf(first), first, Date.now());
      // Names of files may be people's: the log tells which one by its time and size.
      house.log.error({ scanner: profile.code, ...faultOf(error), size: first.size, modifiedAt: new Date(first.mtimeMs).toISOString(), tries, nextTrySeconds: pauseMs / 1000 }, 'A file of a scanner could not be taken; it is tried again');
    });
  }
}

/** Files for a whole folder that say what belongs together, read before anything is taken. */
async function indexesIn(house: House, files: readonly SeenFile[], profile: ScannerSetting): Promise<Map<string, IndexRead>> {
  const indexes = new Map<string, IndexRead>();
  if (!profile.sidecar || /\{(name|file)\}/.test(profile.sidecar.name)) return indexes;
  const settings = await house.settings();
  for (const file of files) {
    if (!isSidecar(file.name, profile) || !isSettled(file, profile.settleMs)) continue;
    const read = readIndex(await firstBytes(file.path), profile, settings);
    if (read) indexes.set(file.folder ?? '', read);
  }
  return indexes;
}

/** @param writing a file is still being written: its batch goes on */
async function end(house: House, profile: ScannerSetting, writing: boolean): Promise<void> {
  const isQuiet = !writing && (await isTaking(house, [profile.code], 'in'));
  if (isQuiet) await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => { for (const id of await endQuiet(house, tx, profile.code, profile.batchGapS)) await settle(tx, id); });
}

/** Batches of scanners that are no more, or not watched, end: nothing more will come. */
async function endGone(house: House, watched: readonly string[]): Promise<void> {
  if (!(await isTaking(house, watched, 'not in'))) return;
  const rows = await house.store.db.selectFrom('batch').select('scanner').distinct().where('entity_id', '=', house.entityId).where('taking', '=', true).where('scanner', 'not in', watched.length ? [...watched] : ['']).execute();
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    for (const { scanner } of rows) for (const id of scanner ? await endQuiet(house, tx, scanner, undefined) : []) await settle(tx, id);
  });
}

async function isTaking(house: House, scanners: readonly string[], which: 'in' | 'not in'): Promise<boolean> {
  const row = await house.store.db.selectFrom('batch').select('id').where('entity_id', '=', house.entityId).where('taking', '=', true).where('key', 'like', 'scan:%').where('scanner', which, scanners.length ? [...scanners] : ['']).limit(1).executeTakeFirst();
  return row !== undefined;
}
