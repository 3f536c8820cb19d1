import type { MailForRights } from '@bannette/domain';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type Selectable, type SelectQueryBuilder } from 'kysely';

export type MailRow = Selectable<Database['mail']>;
/** A mail as lists need it. */
export interface MailListRow extends MailRow {
  readonly document_count: number;
  readonly note_count: number;
}

/** All of a mail but the text that was read, with what lists count. */
export function selectMails(db: Kysely<Database>): SelectQueryBuilder<Database, 'mail', MailListRow> {
  return db
    .selectFrom('mail')
    .selectAll('mail')
    .select((eb) => [
      sql<string>`''`.as('read_text'),
      eb.selectFrom('document').whereRef('document.mail_id', '=', 'mail.id').select((n) => n.fn.countAll<number>().as('n')).as('document_count'),
      eb.selectFrom('note').whereRef('note.mail_id', '=', 'mail.id').where('visibility', '=', 'readers').select((n) => n.fn.countAll<number>().as('n')).as('note_count'),
    ]) as unknown as SelectQueryBuilder<Database, 'mail', MailListRow>;
}

/** What rights look at. */
export function forRights(mail: Pick<MailRow, 'state' | 'service' | 'copies' | 'confidentiality' | 'compartment' | 'mail_rooms'> & Partial<Pick<MailRow, 'type' | 'assignee'>> & { readonly intermediate_at: Date | string | null }): MailForRights {
  return { state: mail.state, service: mail.service ?? undefined, copies: mail.copies, confidentiality: mail.confidentiality, compartment: mail.compartment ?? undefined, mailRooms: mail.mail_rooms ?? undefined, type: mail.type ?? undefined, assignee: mail.assignee ?? undefined, ...(mail.intermediate_at ? { intermediate: true } : {}) };
}
