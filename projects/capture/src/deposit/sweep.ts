import type { House } from '@bannette/house';
import { forgetUnclaimed } from './unclaimed.js';

const batch = 500;

/**
 * Removes from the spool what a crash left there before anything pointed to it. Only what is older than `olderThanMs`:
 * the files of a deposit are in the spool before the deposit is accepted.
 *
 * @returns how many files were removed
 */
export async function sweepSpool(house: House, olderThanMs: number): Promise<number> {
  let removed = 0;
  let keys: string[] = [];
  const removeUnknown = async (): Promise<void> => {
    const known = await knownKeys(house, keys);
    for (const key of keys.filter((candidate) => !known.has(candidate))) {
      await house.spool.remove(key);
      removed++;
    }
    keys = [];
  };
  for await (const { key, modified } of house.spool.list()) {
    if (house.now().getTime() - modified.getTime() > olderThanMs) keys.push(key);
    if (keys.length === batch) await removeUnknown();
  }
  await removeUnknown();
  return removed;
}

async function knownKeys({ store: { db } }: House, keys: readonly string[]): Promise<ReadonlySet<string | null>> {
  if (!keys.length) return new Set();
  const ofFiles = await db.selectFrom('deposit_file').select(['spool_key', 'searchable_key']).where((eb) => eb.or([eb('spool_key', 'in', keys), eb('searchable_key', 'in', keys)])).execute();
  const ofDocuments = await db.selectFrom('document').select(['spool_key', 'searchable_key']).where((eb) => eb.or([eb('spool_key', 'in', keys), eb('searchable_key', 'in', keys)])).execute();
  const besides = await db.selectFrom('batch_sidecar').select('spool_key').where('spool_key', 'in', keys).execute();
  const ofActs = await db.selectFrom('delegation').select('act_spool_key').where('act_spool_key', 'in', keys).execute();
  const ofCuts = await db.selectFrom('batch_cut').select(['spool_key', 'searchable_key']).where((eb) => eb.or([eb('spool_key', 'in', keys), eb('searchable_key', 'in', keys)])).execute();
  return new Set([...ofCuts.flatMap(({ spool_key, searchable_key }) => [spool_key, searchable_key]), ...[...ofFiles, ...ofDocuments].flatMap(({ spool_key, searchable_key }) => [spool_key, searchable_key]), ...besides.map(({ spool_key }) => spool_key), ...ofActs.map(({ act_spool_key }) => act_spool_key)]);
}

const day = 86_400_000;

/** Sweeps now and once a day; answers how to stop. */
export function keepSwept(house: House): () => Promise<void> {
  const sweep = (): Promise<void> =>
    forgetUnclaimed(house, new Date(house.now().getTime() - day)).then(() => sweepSpool(house, day)).then(
      (removed) => void (removed && house.log.warn({ removed }, 'Files that no deposit points to were removed from the spool')),
      (error: unknown) => house.log.error({ error: error instanceof Error ? error.name : typeof error }, 'The spool could not be swept'),
    );
  let sweeping = sweep();
  const timer = setInterval(() => (sweeping = sweep()), day);
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
}
