import { standingOf, type MailOfFile, type StaysBecause } from '@bannette/domain';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { LeavingFile } from './file.js';

/** Since when nothing of the file waits, or why it stays. What was discarded waits for nothing. */
export async function lookAt(db: Kysely<Database>, file: LeavingFile, now: Date): Promise<{ readonly since: Date } | { readonly stays: StaysBecause }> {
  if (file.state === 'discarded') return { since: file.discarded_at ?? file.due_since ?? now };
  const batch = await batchOf(db, file);
  if (batch?.state === 'rejected') return { since: file.due_since ?? now };
  return standingOf({ settled: !batch || batch.settled, since: file.read_at ?? now, mails: await mailsOf(db, file.id) });
}

/** Whether the batch's mails are what its plan says, and nobody is changing that. */
async function batchOf(db: Kysely<Database>, { scanned_in }: LeavingFile): Promise<{ state: string; settled: boolean } | undefined> {
  if (!scanned_in) return undefined;
  const batch = await db.selectFrom('batch').select((eb) => ['state', 'releasing_since', eb('plan', '=', eb.ref('released_plan')).as('released')]).where('id', '=', scanned_in).executeTakeFirst();
  return batch && { state: batch.state, settled: batch.state === 'released' && !batch.releasing_since && batch.released === true };
}

/** Mails that have pages of the file, with the documents that hold these pages. */
export async function mailsOf(db: Kysely<Database>, fileId: string): Promise<MailOfFile[]> {
  const parts = await db
    .selectFrom('deposit_file as part')
    .innerJoin('mail', 'mail.id', 'part.mail_id')
    .select(['part.mail_id', 'mail.id', 'mail.state', 'mail.closed_at', 'mail.node_name', 'mail.gone_at', 'mail.open_alerts', 'mail.holds'])
    .where((eb) => eb.or([eb('part.cut_from', '=', fileId), eb('part.id', 'in', eb.selectFrom('batch_page').select('part_id').where('file_id', '=', fileId).where('part_id', 'is not', null).$castTo<{ part_id: string }>())]))
    .execute();
  const mails = [...new Map(parts.map((part) => [part.id, part])).values()];
  const documents = mails.length ? await db.selectFrom('document').select(['mail_id', 'stored_at', 'gone_at', 'held_at']).where('mail_id', 'in', mails.map(({ id }) => id)).execute() : [];
  return mails.map((mail) => ({
    state: mail.state,
    closedAt: mail.closed_at,
    numbered: mail.node_name !== null,
    gone: mail.gone_at !== null,
    openAlerts: mail.open_alerts,
    documents: documents.filter(({ mail_id }) => mail_id === mail.id).map(({ stored_at, gone_at, held_at }) => ({ storedAt: stored_at, gone: gone_at !== null, held: held_at !== null || mail.holds > 0 })),
  }));
}
