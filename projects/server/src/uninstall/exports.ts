import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { verifyJournal, type JournalReport, type Store } from '@bannette/store';
import Papa from 'papaparse';

/** What stays of Bannette's own knowledge, as files in one folder. */
export const exportNames = { journal: 'journal.ndjson', report: 'journal-report.json', register: 'register.csv' } as const;

export interface Exported {
  readonly folder: string;
  readonly report: JournalReport;
}

const atOnce = 500;

/**
 * Writes the journal with its personal parts, the verifier's word on it, and the register of mails. A line of the journal
 * has what a verifier needs: `hash` is SHA-256 of `prevHash`'s bytes and `body`'s; `privateDigest` in the body is that of
 * `personal.salt`'s bytes and the canonical JSON of `personal.data`. The files are for the process's own user only.
 */
export async function writeExports(store: Store, databaseUrl: string, entityId: string, folder: string): Promise<Exported> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const report = await verifyJournal(databaseUrl);
  await whole(join(folder, exportNames.journal), Readable.from(journalLines(store)));
  await whole(join(folder, exportNames.register), Readable.from(registerLines(store, entityId)));
  const digests = { journal: await digestOf(join(folder, exportNames.journal)), register: await digestOf(join(folder, exportNames.register)) };
  await writeFile(join(folder, exportNames.report), `${JSON.stringify({ ...report, sha512: digests }, null, 2)}\n`, { mode: 0o600 });
  return { folder, report };
}

/** A file appears when all of it is there. */
async function whole(file: string, content: Readable): Promise<void> {
  await pipeline(content, createWriteStream(`${file}.new`, { mode: 0o600 }));
  await rename(`${file}.new`, file);
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Where the journal ended when it was exported; undefined when it never was. */
export function exportedUpTo(report: string): string | undefined {
  const { last } = JSON.parse(report) as { last?: { seq: string; hash: string } };
  return last && `${last.seq}:${last.hash}`;
}

async function* journalLines({ db }: Store): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await db.selectFrom('journal').leftJoin('journal_private', 'journal_private.seq', 'journal.seq').select(['journal.seq', 'body', 'prev_hash', 'hash', 'journal_private.data as personal', 'salt']).where('journal.seq', '>', after).orderBy('journal.seq').limit(atOnce).execute();
    for (const { seq, body, prev_hash, hash, personal, salt } of rows) {
      yield `${JSON.stringify({ seq, prevHash: prev_hash.toString('hex'), hash: hash.toString('hex'), body, ...(personal && salt ? { personal: { salt: salt.toString('hex'), data: personal } } : {}) })}\n`;
    }
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.seq ?? after;
  }
}

const columns = ['chrono', 'kind', 'state', 'type', 'receivedAt', 'departureDate', 'registeredAt', 'closedAt', 'service', 'mailId', 'nodeId', 'documents'] as const;

/** Which number is which node: nothing of persons. */
async function* registerLines({ db }: Store, entityId: string): AsyncGenerator<string> {
  yield `${columns.join(',')}\n`;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db.selectFrom('mail').select(['id', 'chrono', 'category', 'state', 'type', 'received_at', 'departure_date', 'registered_at', 'closed_at', 'service', 'node_id']).select((eb) => eb.selectFrom('document').whereRef('mail_id', '=', 'mail.id').select((of) => of.fn.countAll<number>().as('n')).as('documents')).where('entity_id', '=', entityId).where('id', '>', after).orderBy('id').limit(atOnce).execute();
    const lines = rows.map((row) => [row.chrono, row.category, row.state, row.type, row.received_at, row.departure_date, row.registered_at?.toISOString(), row.closed_at?.toISOString(), row.service, row.id, row.node_id, row.documents]);
    if (lines.length) yield `${Papa.unparse(lines, { newline: '\n', escapeFormulae: true })}\n`;
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** The file as an upload takes it. */
export async function asUpload(file: string): Promise<{ mediaType: string; size: number; content: () => Readable }> {
  const mediaType = file.endsWith('.csv') ? 'text/csv' : file.endsWith('.json') ? 'application/json' : 'application/x-ndjson';
  return { mediaType, size: (await stat(file)).size, content: () => createReadStream(file) };
}

export const readReport = (folder: string): Promise<string | undefined> => readFile(join(folder, exportNames.report), 'utf8').catch(() => undefined);
