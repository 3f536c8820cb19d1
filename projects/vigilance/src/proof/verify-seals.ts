import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyTimestamp } from '@bannette/seal';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import { journalRun } from './journal-hashes.js';
import { digestOf, readSeal, readSealFile, type SealFile } from './seal-body.js';

/**
 * What is wrong with a seal. `unreadable`: it isn't one as Bannette writes it; `order`: it doesn't follow the one before;
 * `missing`: one between two others is gone; `truncated`: the journal held entries up to here, and no longer does;
 * `changed`: the journal holds other entries than were sealed, or in another order; `timestamp`: its token is not of it, or not
 * to be believed; `removed`: its file is there and the database has it no more; `replaced`: file and database differ.
 */
export type SealProblem = 'unreadable' | 'order' | 'missing' | 'truncated' | 'changed' | 'timestamp' | 'removed' | 'replaced';

export interface SealFinding {
  readonly number: number;
  readonly problem: SealProblem;
  /** Entries that it is about. */
  readonly first?: number;
  readonly last?: number;
  readonly detail?: string;
}

export interface SealReport {
  readonly seals: number;
  readonly timestamped: number;
  /** Entries after the last seal, which only the chain vouches for. */
  readonly unsealed: number;
  readonly findings: readonly SealFinding[];
}

export interface SealTrust {
  /** Certificates (PEM) that may vouch for timestamps. */
  readonly trusted?: string;
  /** Where the seals' files are: with them, seals that were taken out of the database show too. */
  readonly folder?: string;
}

/** Holds the journal to each of its seals: an entry changed, deleted, cut off at the end, or put in another place shows, even where the chain was rewritten. */
export async function verifySeals(db: Kysely<Database>, { trusted, folder }: SealTrust = {}): Promise<SealReport> {
  const rows = await db.selectFrom('journal_seal').select(['number', 'body', 'token']).orderBy('number').execute();
  const kept = new Map(rows.map(({ number, body, token }): [number, SealFile] => [number, { body, token: token ?? undefined }]));
  const findings: SealFinding[] = folder === undefined ? [] : await compareFiles(kept, folder);
  const head = Number((await db.selectFrom('journal').select((eb) => eb.fn.max('seq').as('seq')).executeTakeFirst())?.seq ?? 0);
  let previous: { readonly number: number; readonly last: number; readonly digest: string } | undefined;
  let timestamped = 0;
  let next = 1;
  for (const [number, file] of [...kept].sort(([a], [b]) => a - b)) {
    for (; next < number; next++) findings.push({ number: next, problem: 'missing' });
    next = number + 1;
    const seal = readSeal(file.body);
    if (seal?.number !== number) {
      findings.push({ number, problem: 'unreadable' });
      previous = undefined;
      continue;
    }
    const { first, last } = seal;
    const digest = digestOf(file.body);
    if (previous?.number === number - 1 && (seal.previous !== previous.digest || first !== previous.last + 1)) findings.push({ number, problem: 'order', first, last });
    findings.push(...(await againstJournal(db, seal, head)));
    if (file.token) {
      const { valid, problem } = verifyTimestamp(file.token, digest, trusted);
      if (valid) timestamped++;
      else findings.push({ number, problem: 'timestamp', first, last, detail: problem });
    }
    previous = { number, last, digest: digest.toString('hex') };
  }
  return { seals: kept.size, timestamped, unsealed: Math.max(0, head - (previous?.last ?? 0)), findings: findings.sort((a, b) => a.number - b.number) };
}

/** One seal alone: its entries and its timestamp. */
export async function verifySeal(db: Kysely<Database>, file: SealFile, trusted?: string): Promise<readonly SealFinding[]> {
  const seal = readSeal(file.body);
  if (!seal) return [{ number: 0, problem: 'unreadable' }];
  const head = Number((await db.selectFrom('journal').select((eb) => eb.fn.max('seq').as('seq')).executeTakeFirst())?.seq ?? 0);
  const stamp = file.token && verifyTimestamp(file.token, digestOf(file.body), trusted);
  return [...(await againstJournal(db, seal, head)), ...(stamp && !stamp.valid ? [{ number: seal.number, problem: 'timestamp' as const, detail: stamp.problem }] : [])];
}

async function againstJournal(db: Kysely<Database>, { number, first, last, merkleRoot, lastHash }: { readonly number: number; readonly first: number; readonly last: number; readonly merkleRoot: string; readonly lastHash: string }, head: number): Promise<SealFinding[]> {
  if (last > head) return [{ number, problem: 'truncated', first: Math.max(first, head + 1), last }];
  const run = await journalRun(db, first, last);
  return run.root === merkleRoot && run.lastHash === lastHash ? [] : [{ number, problem: 'changed', first, last }];
}

/** Files of seals against those of the database, which takes in what it lost. */
async function compareFiles(kept: Map<number, SealFile>, folder: string): Promise<SealFinding[]> {
  const findings: SealFinding[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const number = Number(/^journal-(\d{8,})\.json$/.exec(name)?.[1] ?? 0);
    if (!number) continue;
    const file = readSealFile(await readFile(join(folder, name), 'utf8'));
    const own = kept.get(number);
    if (!file) findings.push({ number, problem: 'unreadable', detail: name });
    else if (!own) findings.push({ number, problem: 'removed', detail: name });
    else if (own.body !== file.body) findings.push({ number, problem: 'replaced', detail: name });
    if (file && own?.body !== file.body) kept.set(number, file);
  }
  return findings;
}
