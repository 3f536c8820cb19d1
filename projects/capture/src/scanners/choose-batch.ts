import type { ScannerSetting } from '@bannette/domain';
import type { CameIn, House } from '@bannette/house';
import { newId, type BatchNote, type ScanTold, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { batchFor, type BatchRow } from '../batch/batch-for.js';

/** What is known of files when they are taken. */
export interface Brought {
  readonly profile: ScannerSetting;
  readonly place: CameIn;
  /** Name of their batch, as the scanner's software or their names say. */
  readonly batch?: string;
  readonly operator?: string;
  readonly service?: string;
  readonly announced: { readonly envelopes?: number; readonly pages?: number };
  readonly told: ScanTold;
  readonly notes: readonly BatchNote[];
  readonly fileName: string;
}

/** Batches that a scanner began by itself bear a key; those that a person announced don't. */
const ownKeys = 'scan:';

/**
 * The batch that files go into, locked: the one of their name; one that a person announced, the oldest first; the one
 * whose last file came a short while ago, for the same service; else a new one.
 */
export async function chooseBatch(house: House, tx: Tx, brought: Brought): Promise<BatchRow> {
  const { profile, batch: said } = brought;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`batches of scanner:${house.entityId}:${profile.code}`}, 0))`.execute(tx.trx);
  const open = await tx.trx
    .selectFrom('batch')
    .selectAll()
    .select(sql<boolean>`coalesce(last_file_at > now() - make_interval(secs => ${profile.batchGapS}), false)`.as('fresh'))
    .where('entity_id', '=', house.entityId)
    .where('scanner', '=', profile.code)
    .where('taking', '=', true)
    .where('state', '<>', 'rejected')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const isOwn = ({ key }: Pick<BatchRow, 'key'>): boolean => key?.startsWith(ownKeys) ?? false;
  const found = said
    ? open.find((row) => same(row.told.batch ?? (isOwn(row) ? undefined : row.name), said))
    : (open.find((row) => !isOwn(row)) ?? open.find((row) => isOwn(row) && row.fresh && row.told.batch === undefined && (row.service ?? undefined) === brought.service));
  return keepTold(tx, found ?? (await begin(tx, brought)), brought);
}

/** A batch that was announced takes what its scanner brings, until somebody says that all is there, or its counters agree. */
export async function fillFrom(tx: Tx, batchId: string, profile: ScannerSetting | undefined): Promise<void> {
  if (!profile) return;
  await tx.trx
    .updateTable('batch')
    .set({ taking: true, lane: profile.lane, release_rule: profile.release === 'checked' ? 'byHand' : 'unlessDoubtful' })
    .where('id', '=', batchId)
    .where('ended_at', 'is', null)
    .where('state', 'in', ['received', 'separated'])
    .execute();
}

const same = (one: string | undefined, other: string): boolean => one?.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();

async function begin(tx: Tx, { profile, place, batch, operator, service, announced, fileName }: Brought): Promise<BatchRow> {
  const person = operator === undefined ? undefined : await tx.trx.selectFrom('person').select(['id', 'display_name']).where('id', '=', operator).executeTakeFirst();
  const id = newId();
  return batchFor(tx, {
    id,
    key: `${ownKeys}${id}`,
    name: batch ?? fileName,
    channel: profile.channel,
    operator: person ? { id: person.id, name: person.display_name } : { id: 'system', ...(operator ? { name: operator } : {}) },
    scanner: profile.code,
    ...(service ? { service } : {}),
    site: place.site,
    mailRooms: place.mail_rooms,
    announced,
    release: profile.release === 'checked' ? 'byHand' : 'unlessDoubtful',
  });
}

/** Adds what is known of it; a counter that was announced by a person stays theirs. */
async function keepTold(tx: Tx, batch: BatchRow, { profile, batch: said, announced, told, notes }: Brought): Promise<BatchRow> {
  const isOwn = batch.key?.startsWith(ownKeys) ?? false;
  const counted = { envelopes: batch.announced_envelopes ?? announced.envelopes, pages: batch.announced_pages ?? announced.pages };
  const unannounced = profile.announced && counted.envelopes === undefined && counted.pages === undefined;
  const all = [...batch.notes, ...notes, ...(unannounced ? [{ code: 'notAnnounced', params: {}, check: true }] : [])];
  const kept = [...new Map(all.map((note) => [JSON.stringify([note.code, note.params]), note])).values()];
  const waits = isOwn ? profile.batchGapS > 0 : batch.taking;
  return tx.trx
    .updateTable('batch')
    .set({
      taking: waits,
      last_file_at: sql<Date>`now()`,
      ...(waits || batch.ended_at ? {} : { ended_at: sql<Date>`now()`, ended_by: 'system' }),
      lane: profile.lane,
      told: JSON.stringify({ ...told, ...batch.told, ...(said ? { batch: said } : {}) }),
      notes: JSON.stringify(kept),
      announced_envelopes: counted.envelopes ?? null,
      announced_pages: counted.pages ?? null,
    })
    .where('id', '=', batch.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Batches that a scanner began by itself and whose last file came too long ago take no more files.
 *
 * @param gapS seconds of quiet after which one ends; absent: all end, because the scanner is gone
 * @returns their ids, to ask where they stand
 */
export async function endQuiet(house: House, tx: Tx, scanner: string, gapS: number | undefined): Promise<string[]> {
  const ended = await tx.trx
    .updateTable('batch')
    .set({ taking: false, ended_at: sql<Date>`now()`, ended_by: 'system', revision: sql<number>`revision + 1` })
    .where('entity_id', '=', house.entityId)
    .where('scanner', '=', scanner)
    .where('taking', '=', true)
    .where('key', 'like', `${ownKeys}%`)
    .$if(gapS !== undefined, (query) => query.where(sql<boolean>`last_file_at < now() - make_interval(secs => ${gapS ?? 0}::double precision)`))
    .returning('id')
    .execute();
  return ended.map(({ id }) => id);
}
