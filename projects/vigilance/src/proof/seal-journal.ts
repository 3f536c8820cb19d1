import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyTimestamp, type Timestamp } from '@bannette/seal';
import { faultOf, type House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';
import { journalRun } from './journal-hashes.js';
import { digestOf, writeSeal, writeSealFile, type SealFile } from './seal-body.js';

export interface Sealing {
  /** Cron expression, in the authority's time zone. NF Z42-013 asks for a timestamp every 24 hours at the latest. */
  readonly schedule: string;
  /** Where each seal is put as a file, best on what the database's administrators can't write to. */
  readonly folder: string;
  /** Absent: seals are chained, and only this machine's clock says when. */
  readonly timestamp?: Timestamp;
  /** Certificates (PEM) that may vouch for a timestamp's authority. */
  readonly trusted?: string;
}

/**
 * Seals what the journal has grown by since the last seal, gets the timestamps that are missing, and puts seals into their
 * folder. One process at a time; what a crash or an authority that is away leaves undone, the next time does.
 */
export async function sealJournal(house: House, sealing: Sealing): Promise<void> {
  await tryAdvisoryLock(house.store, 'vigilance.seal', async () => {
    await addSeal(house);
    if (sealing.timestamp) await addTimestamps(house, sealing.timestamp, sealing.trusted);
    await exportSeals(house, sealing);
  });
}

async function addSeal(house: House): Promise<void> {
  const { db } = house.store;
  const before = await db.selectFrom('journal_seal').select(['number', 'last_seq', 'digest']).orderBy('number', 'desc').limit(1).executeTakeFirst();
  const { seq: last } = await db.selectFrom('journal_head').select('seq').executeTakeFirstOrThrow();
  const first = (before?.last_seq ?? 0) + 1;
  if (last < first) return;
  const run = await journalRun(db, first, last);
  // What should be there and isn't is not sealed over: the verifier tells, and the doctor.
  if (run.entries !== last - first + 1) return house.log.error({ first, last, entries: run.entries }, 'Entries of the journal are missing: it was not sealed');
  const number = (before?.number ?? 0) + 1;
  const at = house.now();
  const body = writeSeal({ version: 1, entity: house.entityId, number, first, last, merkleRoot: run.root, lastHash: run.lastHash, previous: before?.digest.toString('hex') ?? null, at: at.toISOString() });
  await db.insertInto('journal_seal').values({ number, first_seq: first, last_seq: last, sealed_at: at, body, digest: digestOf(body), token: null, token_at: null, token_authority: null, refusal: null, exported_at: null }).execute();
  house.log.info({ number, first, last }, 'The journal was sealed');
}

async function addTimestamps(house: House, timestamp: Timestamp, trusted: string | undefined): Promise<void> {
  const { db } = house.store;
  for (const { number, digest } of await db.selectFrom('journal_seal').select(['number', 'digest']).where('token', 'is', null).orderBy('number').limit(100).execute()) {
    try {
      const token = Buffer.from(await timestamp(digest));
      const { at, authority } = verifyTimestamp(token, digest, trusted);
      await db.updateTable('journal_seal').set({ token, token_at: at ?? house.now(), token_authority: authority ?? null, refusal: null, exported_at: null }).where('number', '=', number).where('token', 'is', null).execute();
    } catch (error) {
      await db.updateTable('journal_seal').set({ refusal: (error as Error).message.slice(0, 300) }).where('number', '=', number).execute();
      return house.log.warn({ number, ...faultOf(error) }, 'No timestamp could be had for a seal of the journal');
    }
  }
}

async function exportSeals(house: House, { folder }: Sealing): Promise<void> {
  const { db } = house.store;
  const rows = await db.selectFrom('journal_seal').select(['number', 'body', 'token']).where('exported_at', 'is', null).orderBy('number').execute();
  if (!rows.length) return;
  await mkdir(folder, { recursive: true, mode: 0o750 });
  for (const { number, body, token } of rows) {
    await writeThrough(join(folder, sealFileName(number)), { body, token: token ?? undefined });
    await db.updateTable('journal_seal').set({ exported_at: house.now() }).where('number', '=', number).execute();
  }
}

export const sealFileName = (number: number): string => `journal-${String(number).padStart(8, '0')}.json`;

async function writeThrough(path: string, file: SealFile): Promise<void> {
  const draft = `${path}.new`;
  const handle = await open(draft, 'w', 0o640);
  try {
    await handle.writeFile(writeSealFile(file));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}
