import { lockMail, type House, type Listening } from '@bannette/house';
import type { JournalEntry, Tx } from '@bannette/store';
import { sql } from 'kysely';
import { anyHold, enqueueApply, enqueueFill, letGo, putOn, type HoldRow } from './scope.js';

/** What may bring a mail to something that is held, or take it away. */
const moving = ['mail.registered', 'mail.letThrough', 'mail.imported', 'mail.sent', 'mail.recovered', 'mail.filed', 'mail.unfiled', 'mail.documentDescribed', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.reopened'];
/** What changes the documents of a mail in Alfresco, or frees them there. */
const touching = ['mail.stored', 'alfresco.released', 'alfresco.restored'];
const joining = ['correspondent.merged', 'correspondent.unmerged', 'correspondent.split', 'correspondent.unsplit', 'beneficiary.merged', 'beneficiary.unmerged'];
const reckoning = ['affair.changed', 'settings.published'];

/** Hears what happens to mails, affairs, persons and rows, and keeps on each hold what belongs to it: what comes later is held too, what leaves is held by no other reason. */
export function followHolds(house: House): Listening {
  return {
    name: 'retention.holds',
    types: [...moving, ...touching, ...joining, ...reckoning],
    swift: true,
    locks: false,
    // Holds are locked before mails, which the others lock.
    concerned: (trx) => anyHold(trx, house.entityId),
    handle: async (entry, tx) => {
      if (!(await anyHold(tx.trx, tx.context.entityId))) return;
      if (moving.includes(entry.type)) await keepScoped(house, tx, entry.subjectId);
      else if (touching.includes(entry.type)) await holdAgain(tx, entry.subjectId);
      else for (const id of await holdsConcerned(tx, entry)) await enqueueFill(tx, id);
    },
  };
}

/** Makes the holds that are on a mail by what it belongs to those that they should be. Holds are locked before mails, as where a hold is filled. */
async function keepScoped(house: House, tx: Tx, mailId: string): Promise<void> {
  const [before, beforeThat] = [await holdsWanted(tx, mailId), await holdsThere(tx, mailId)];
  const holds = await shared(tx, [...new Set([...before, ...beforeThat])]);
  const mail = holds.length ? await lockMail(tx, mailId) : undefined;
  if (!mail?.node_name || mail.eliminated_at) return;
  const [wanted, there] = [await holdsWanted(tx, mailId), await holdsThere(tx, mailId)];
  for (const hold of holds) {
    const stays = hold.released_at === null && wanted.has(hold.id);
    if (stays === there.has(hold.id)) continue;
    await (stays ? putOn(tx, hold, [mailId]) : letGo(tx, hold, [mailId], house.now()));
    await enqueueApply(tx, hold.id);
  }
}

async function holdsWanted(tx: Tx, mailId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT holds_on(${mailId}::uuid) AS id`.execute(tx.trx);
  return new Set(rows.map(({ id }) => id));
}

async function holdsThere(tx: Tx, mailId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.trx.selectFrom('hold_mail').innerJoin('hold', 'hold.id', 'hold_id').select('hold_id').where('mail_id', '=', mailId).where('hold_mail.released_at', 'is', null).where('scope_kind', '<>', 'mails').execute();
  return new Set(rows.map(({ hold_id }) => hold_id));
}

/** Documents came to a held mail, or somebody freed them in Alfresco: it is seen to once more. */
async function holdAgain(tx: Tx, mailId: string): Promise<void> {
  const rows = await tx.trx.updateTable('hold_mail').set({ applied_at: null, retry_at: null }).where('mail_id', '=', mailId).where('released_at', 'is', null).returning('hold_id').execute();
  for (const { hold_id } of rows) await enqueueApply(tx, hold_id);
}

/** Holds locked so that none is released meanwhile. */
async function shared(tx: Tx, ids: readonly string[]): Promise<HoldRow[]> {
  return ids.length ? tx.trx.selectFrom('hold').selectAll().where('id', 'in', ids).orderBy('id').forShare().execute() : [];
}

/** Holds on persons that were joined or parted, or on affairs and rows whose mails may be others now: few, and gone through anew. */
async function holdsConcerned(tx: Tx, { type, subjectKind, subjectId }: JournalEntry): Promise<string[]> {
  const kinds = subjectKind === 'correspondent' || subjectKind === 'beneficiary' ? [subjectKind] : (['row'] as const);
  if (type === 'settings.published' && subjectId !== 'schedule') return [];
  const rows = await tx.trx.selectFrom('hold').select('id').where('entity_id', '=', tx.context.entityId).where('released_at', 'is', null).where('scope_kind', 'in', kinds).execute();
  return rows.map(({ id }) => id);
}
