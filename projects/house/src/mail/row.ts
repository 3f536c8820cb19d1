import type { MailForRights } from '@bannette/domain';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type Selectable, type SelectQueryBuilder } from 'kysely';

export type MailRow = Selectable<Database['mail']>;
interface Counted {
  readonly document_count: number;
  readonly note_count: number;
}
/** A mail as lists need it. */
export interface MailListRow extends MailRow, Counted {}

/** What a line tells, and what decides whom it is told. */
const lineColumns = ['id', 'category', 'kind', 'state', 'revision', 'chrono', 'subject', 'correspondent', 'type', 'site', 'priority', 'service', 'tray', 'channel', 'received_at', 'due_date', 'due_because', 'confidentiality', 'compartment', 'copies', 'mail_rooms', 'intermediate_at', 'assignee', 'assignee_name', 'open_alerts', 'holds'] as const;
export type MailLineRow = Pick<MailRow, (typeof lineColumns)[number] | 'proposals'> & Counted;

/** Of a mail what its line in a list needs; what was proposed, only as long as it isn't known. */
export function selectLines(db: Kysely<Database>): SelectQueryBuilder<Database, 'mail', MailLineRow> {
  return db
    .selectFrom('mail')
    .select(lineColumns.map((column) => `mail.${column}` as const))
    .select(sql<MailRow['proposals']>`case when mail.subject is null or mail.type is null or mail.correspondent is null then mail.proposals else '{}' end`.as('proposals'))
    .select((eb) => [
      eb.selectFrom('document').whereRef('document.mail_id', '=', 'mail.id').select((n) => n.fn.countAll<number>().as('n')).as('document_count'),
      eb.selectFrom('note').whereRef('note.mail_id', '=', 'mail.id').where('visibility', '=', 'readers').select((n) => n.fn.countAll<number>().as('n')).as('note_count'),
    ]) as unknown as SelectQueryBuilder<Database, 'mail', MailLineRow>;
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
