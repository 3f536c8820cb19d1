import type { Destination } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import { newId, type Database, type JsonObject, type Tx } from '@bannette/store';
import type { QueryCreator } from 'kysely';
import type { Facts } from './facts.js';

/** Keeps a decision with its facts: rules are tried on them later. What came back before has gone here now. */
export async function recordDistribution(tx: Tx, mail: MailRow, facts: Facts, to: Destination, at: Date): Promise<void> {
  const [service, tray] = [to.service ?? null, to.tray ?? null];
  const queries = tray ? tx.trx.with('instead', (qb) => qb.updateTable('distribution').set({ instead_service: service, instead_tray: tray }).where('mail_id', '=', mail.id).where('returned_at', 'is not', null).where('instead_tray', 'is', null)) : tx.trx;
  await (queries as QueryCreator<Database>)
    .insertInto('distribution')
    .values({ id: newId(), entity_id: mail.entity_id, mail_id: mail.id, at, facts: JSON.stringify(facts), rule: to.rule ?? null, service, tray, because: JSON.stringify(to.because) })
    .execute();
}

/** "Not mine": the last distribution of the mail came back. */
export async function markReturned(tx: Tx, mailId: string, by: string, at: Date): Promise<void> {
  const last = await tx.trx.selectFrom('distribution').select(['id', 'tray', 'returned_at']).where('mail_id', '=', mailId).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (last?.tray && !last.returned_at) await tx.trx.updateTable('distribution').set({ returned_at: at, returned_by: by }).where('id', '=', last.id).execute();
}

/** A return was undone: it never came back, and what was decided since was not. */
export async function unmarkReturned(tx: Tx, mailId: string): Promise<void> {
  const returned = await tx.trx.selectFrom('distribution').select(['id', 'at']).where('mail_id', '=', mailId).where('returned_at', 'is not', null).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!returned) return;
  await tx.trx.deleteFrom('distribution').where('mail_id', '=', mailId).where('at', '>=', returned.at).where('id', '<>', returned.id).execute();
  await tx.trx.updateTable('distribution').set({ returned_at: null, returned_by: null, instead_service: null, instead_tray: null }).where('id', '=', returned.id).execute();
}

/** What a distribution was decided from, as it was kept. */
export const keptFacts = (kept: JsonObject, text: string): Facts & { readonly text: string } => ({ ...(kept as unknown as Facts), text });
