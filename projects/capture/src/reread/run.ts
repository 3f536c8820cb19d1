import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { heldMails, lockMail, type House } from '@bannette/house';
import type { Database, Spooled, TaskHandler, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { patternsFor } from '../deposit/paper-numbers.js';
import { spoolCut } from '../deposit/spool-cut.js';
import type { Reader, Reading, ReadRequest } from '../reading/index.js';
import { replaceReading } from './replace.js';
import type { DocumentRow } from './view.js';

type RereadRow = Selectable<Database['reread']>;

/**
 * Reads a document again and puts what was read in the place of what had been. A crash leaves the request waiting and the
 * document as it was; what is run twice ends once.
 */
export function reread(house: House, reader: Reader, languages: readonly string[]): TaskHandler {
  return async (payload, job) => {
    const asked = await house.store.db.selectFrom('reread').selectAll().where('id', '=', String(payload.rereadId)).executeTakeFirst();
    if (asked?.state !== 'waiting') return;
    const document = await house.store.db.selectFrom('document').selectAll().where('id', '=', asked.document_id).executeTakeFirstOrThrow();
    const folder = await mkdtemp(join(tmpdir(), 'bannette-reread-'));
    try {
      const inputPath = await original(house, document, folder);
      const request: ReadRequest = { inputPath, fileName: document.name, outputDir: await mkdtemp(join(folder, 'out-')), language: asked.language ?? languages[0], others: asked.language ? [] : languages, uneven: asked.uneven, ...(await numbersIn(house, asked)) };
      const reading = await reader.read(request, { signal: job.signal, lane: 'normal' });
      await (reading.outcome === 'rejected' ? fail(house, asked, reading.reason) : keep(house, asked, document, reading));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** The bytes as received: in the spool, or Alfresco's own, which must be the same. */
async function original(house: House, document: DocumentRow, folder: string): Promise<string> {
  if (document.spool_key) return house.spool.path(document.spool_key);
  if (!document.node_id) throw new Error(`Document ${document.id} is neither in the spool nor in Alfresco`);
  const path = join(folder, 'original');
  const { stream } = await house.repository.nodes.content(document.node_id);
  const hash = createHash('sha512');
  stream.on('data', (piece: Buffer) => hash.update(piece));
  await pipeline(stream, createWriteStream(path));
  if (hash.digest('hex') !== document.sha512) throw new Error(`Alfresco holds other bytes than were captured: document ${document.id}`);
  return path;
}

async function numbersIn(house: House, { mail_id }: RereadRow): Promise<Pick<ReadRequest, 'numbers'>> {
  const deposit = await house.store.db.selectFrom('deposit').innerJoin('mail', 'mail.deposit_id', 'deposit.id').select(['deposit.channel', 'deposit.imported']).where('mail.id', '=', mail_id).executeTakeFirst();
  const numbers = deposit ? patternsFor(deposit, await house.settings()) : [];
  return numbers.length ? { numbers } : {};
}

async function keep(house: House, asked: RereadRow, document: DocumentRow, reading: Extract<Reading, { outcome: 'read' }>): Promise<void> {
  const { searchablePdf } = reading;
  const searchable: Spooled | undefined = searchablePdf.sha512 === document.sha512 ? undefined : await spoolCut(house, searchablePdf);
  const settings = await house.settings();
  let forgotten: string | null | undefined;
  await decide(house, asked, async (tx) => {
    // A record's copy can't be made anew.
    const archived = await tx.trx.selectFrom('mail').select('id').where('id', '=', asked.mail_id).where('intermediate_at', 'is not', null).executeTakeFirst();
    if (archived || (await heldMails(tx.trx, [asked.mail_id])).size) {
      forgotten = searchable?.key;
      return endAs(house, tx, asked, archived ? 'archived' : 'held');
    }
    const now = await tx.trx.selectFrom('document').selectAll().where('id', '=', document.id).forUpdate().executeTakeFirstOrThrow();
    if (now.sha512 !== document.sha512) throw new Error(`Document ${document.id} has other pages by now; it is read once more`);
    forgotten = await replaceReading(house, tx, { asked, document: now, reading, searchable, settings });
  });
  if (forgotten) await house.spool.remove(forgotten);
}

async function fail(house: House, asked: RereadRow, reason: string): Promise<void> {
  await decide(house, asked, (tx) => endAs(house, tx, asked, reason));
}

async function endAs(house: House, tx: Tx, asked: RereadRow, reason: string): Promise<void> {
  await tx.trx.updateTable('reread').set({ state: 'failed', reason, ended_at: house.now() }).where('id', '=', asked.id).execute();
  tx.append({ type: 'mail.rereadFailed', subjectKind: 'mail', subjectId: asked.mail_id, data: { document: asked.document_id, reason } });
}

/** In one transaction with the mail's lock, as long as nobody else has ended it. */
async function decide(house: House, asked: RereadRow, work: (tx: Tx) => Promise<void>): Promise<void> {
  await house.store.transaction({ entityId: asked.entity_id, actor: 'system' }, async (tx) => {
    await lockMail(tx, asked.mail_id);
    const now = await tx.trx.selectFrom('reread').select('state').where('id', '=', asked.id).forUpdate().executeTakeFirstOrThrow();
    if (now.state === 'waiting') await work(tx);
  });
}
