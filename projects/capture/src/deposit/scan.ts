import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import { AntivirusAway, type Antivirus } from '../antivirus/index.js';
import type { RejectedFile } from '../reading/index.js';

type FileRow = Selectable<Database['deposit_file']>;

const [shortestPauseMs, longestPauseMs] = [5_000, 300_000];
/** An antivirus that is well and breaks off on the same file so often won't say anything of it. */
const MOST_FAILURES = 5;

/**
 * Has a file looked at before anything opens it.
 *
 * @returns why it may not be read; or, when the antivirus was away, until when it waits; nothing when it may be read
 */
export async function scanned(house: House, antivirus: Antivirus | undefined, file: FileRow, signal?: AbortSignal): Promise<RejectedFile | { readonly waitsUntil: Date } | undefined> {
  if (!antivirus) return undefined;
  try {
    const said = await antivirus.scan(house.spool.read(file.spool_key), signal);
    if (said.verdict === 'infected') return { outcome: 'rejected', reason: 'infected', params: { signature: said.signature } };
    return said.verdict === 'unscannable' ? { outcome: 'rejected', reason: 'notScanned', params: { because: said.because } } : undefined;
  } catch (error) {
    if (!(error instanceof AntivirusAway)) throw error;
    return afterFailure(house, antivirus, file, error);
  }
}

/** A file waits for an antivirus that is away as long as it takes; one that is there and breaks off on it is asked some times. */
async function afterFailure(house: House, antivirus: Antivirus, file: FileRow, { code }: AntivirusAway): Promise<RejectedFile | { readonly waitsUntil: Date }> {
  const isThere = await antivirus.about().then(() => true, () => false);
  const failures = file.scan_failures + (isThere ? 1 : 0);
  if (failures >= MOST_FAILURES) return { outcome: 'rejected', reason: 'notScanned', params: { because: 'failed' } };
  const now = house.now();
  const waitsUntil = new Date(now.getTime() + pauseAfter(now.getTime() - (file.waits_since ?? now).getTime()));
  house.log.warn({ code, waitsUntil }, 'The antivirus does not answer; the file waits to be looked at before it is read');
  await house.store.db.updateTable('deposit_file').set({ scan_failures: failures }).where('id', '=', file.id).execute();
  return { waitsUntil };
}

/** Milliseconds: longer, the longer it has waited already. */
export function pauseAfter(waitedMs: number): number {
  return Math.min(longestPauseMs, Math.max(shortestPauseMs, waitedMs / 2));
}
