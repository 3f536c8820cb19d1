import type { MailRecordView } from '@bannette/http';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

/** The sorting that decided what becomes of a mail. */
export async function sortingOf(db: Kysely<Database>, mailId: string): Promise<MailRecordView['sorting']> {
  const found = await db.selectFrom('sorting_item as i').innerJoin('sorting as s', 's.id', 'i.sorting_id').select(['s.chrono', 's.criterion', 's.agreed_by_name', 's.agreed_on', 's.reference', 'i.decided']).where('i.mail_id', '=', mailId).where('i.decided', 'is not', null).executeTakeFirst();
  return found?.decided ? { chrono: found.chrono, decision: found.decided, criterion: found.criterion, by: found.agreed_by_name ?? '', on: found.agreed_on ?? '', reference: found.reference ?? '' } : undefined;
}
