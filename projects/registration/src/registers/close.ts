import { dayIn, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { SealError, signPdf, type SealKey } from '@bannette/seal';
import { tryAdvisoryLock, type Tx } from '@bannette/store';
import { contentOf, type Before } from './content.js';
import { dayCsv, hashOf, noHash, type DayHead } from './day-csv.js';
import { dayPdf } from './day-pdf.js';
import { closingOf, dayAfter } from './spans.js';
import { words } from './words.js';

/** Name of the job that closes the registers of days that have ended. */
export const closeTask = 'register.close';

/** Gives the key that registers are signed with, read anew each time; undefined where none is configured. */
export type Seal = () => Promise<SealKey | undefined>;

/** The last day whose register can be closed by now. */
export function lastEnded(settings: Settings, now: Date): string {
  const today = dayIn(settings.authority.timeZone, now);
  return closingOf(settings, today) <= now ? today : dayAfter(today, -1);
}

/** Asks for the job when a day has ended whose register isn't closed; asked twice, it is one job. */
export async function askToClose(house: House): Promise<void> {
  const [settings, last] = [await house.settings(), await lastClosed(house)];
  if (last && last.day >= lastEnded(settings, house.now())) return;
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => tx.enqueue(closeTask, {}, { key: closeTask, maxAttempts: 25 }));
}

/**
 * Closes what has ended, a day after the other, each in a transaction of its own: days without a number too, so that none
 * can be left out unseen. One process at a time; the others find nothing left to do.
 *
 * @throws SealError when the configured key can't be used: no day is closed unsigned because of that
 */
export async function closeDays(house: House, seal: Seal): Promise<void> {
  await tryAdvisoryLock(house.store, closeTask, async () => {
    const settings = await house.settings();
    const until = lastEnded(settings, house.now());
    let last = await lastClosed(house);
    while (!last || last.day < until) {
      const key = await usable(seal, house.now());
      const day = last ? dayAfter(last.day) : until;
      const before = last;
      await house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => closeDay(house, tx, settings, day, before, key));
      last = await lastClosed(house);
    }
  });
}

interface Last extends Before {
  readonly position: number;
  readonly hash: string;
}

async function lastClosed(house: House): Promise<Last | undefined> {
  const row = await house.store.db.selectFrom('register_day').selectAll().where('entity_id', '=', house.entityId).orderBy('day', 'desc').limit(1).executeTakeFirst();
  return row && { day: row.day, journalSeq: row.journal_seq, position: row.position, hash: row.hash.toString('hex') };
}

async function usable(seal: Seal, now: Date): Promise<SealKey | undefined> {
  const key = await seal();
  if (key && (now < key.notBefore || now > key.notAfter)) throw new SealError('unfitKey', 'The certificate is not valid today');
  return key;
}

async function closeDay(house: House, tx: Tx, settings: Settings, day: string, before: Last | undefined, key: SealKey | undefined): Promise<void> {
  const { entityId } = house;
  const { name: authority, timeZone } = settings.authority;
  const now = house.now();
  const content = await contentOf(tx.trx, entityId, settings, { day, until: closingOf(settings, day), before });
  const head: DayHead = { authority, day, position: (before?.position ?? 0) + 1, previous: before?.hash ?? noHash, journal: content.journal, closedAt: now.toISOString() };
  const csv = dayCsv(head, content.lines);
  const hash = hashOf(csv);
  const drawn = await dayPdf({ ...head, hash, seal: key?.subject, timeZone }, content.lines);
  const pdf = key ? await signPdf(drawn, key, { at: now, reason: words.reason, field: 'Registre' }) : drawn;
  await tx.trx.insertInto('register_day').values({ entity_id: entityId, day, position: head.position, prev_hash: Buffer.from(head.previous, 'hex'), hash: Buffer.from(hash, 'hex'), journal_seq: content.journal.seq, lines: content.lines.length, seal: key?.subject ?? null, closed_at: now }).execute();
  if (content.spans.length) await tx.trx.insertInto('register_span').values(content.spans.map((span) => ({ entity_id: entityId, day, ...span }))).execute();
  const files = [['csv', csv], ['pdf', Buffer.from(pdf)]] as const;
  await tx.trx.insertInto('register_file').values(files.map(([kind, bytes]) => ({ entity_id: entityId, day, kind, bytes, sha256: Buffer.from(hashOf(bytes), 'hex') }))).execute();
  tx.append({ type: 'register.closed', subjectKind: 'register', subjectId: day, data: { position: head.position, hash, pdf: hashOf(pdf), lines: content.lines.length, ...(key ? { certificate: key.fingerprint } : {}) } });
}
