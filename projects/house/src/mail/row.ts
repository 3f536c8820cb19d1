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
const lineColumns = ['id', 'category', 'kind', 'state', 'revision', 'chrono', 'subject', 'correspondent', 'type', 'site', 'priority', 'service', 'tray', 'channel', 'received_at', 'departure_date', 'due_date', 'due_because', 'confidentiality', 'compartment', 'copies', 'mail_rooms', 'intermediate_at', 'assignee', 'assignee_name', 'open_alerts', 'holds'] as const;
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

/** Of what else there is something of a mail. */
const kinds = {
  undo: 'from undo where undo.mail_id = mail.id',
  links: 'from mail_link where mail_link.from_id = mail.id or mail_link.to_id = mail.id',
  answers: 'from mail answer where answer.answer_of = mail.id',
  attachments: `from deposit_file where deposit_file.mail_id = mail.id and deposit_file.attachments <> '[]'`,
  beneficiaries: 'from document named join document_beneficiary on document_beneficiary.document_id = named.id where named.mail_id = mail.id',
  notes: 'from note where note.mail_id = mail.id',
  tasks: 'from task where task.mail_id = mail.id',
  consultations: 'from consultation where consultation.mail_id = mail.id',
  duplicates: 'from duplicate_pair where (duplicate_pair.a = mail.id or duplicate_pair.b = mail.id) and duplicate_pair.decided is null',
  missing: 'from missing_pieces where missing_pieces.mail_id = mail.id',
  reminders: 'from reminder where reminder.mail_id = mail.id',
  dispatched: 'from letter_dispatch where letter_dispatch.mail_id = mail.id or letter_dispatch.answers = mail.id',
} as const;
export type MailHas = keyof typeof kinds;

/** A mail to be shown whole, and in which tables to look for more of it: most mails have something in few of them. */
export interface MailViewRow extends MailListRow {
  readonly has: readonly MailHas[];
}

export function selectMailToView(db: Kysely<Database>, id: string): SelectQueryBuilder<Database, 'mail', MailViewRow> {
  const found = Object.entries(kinds).map(([kind, from]) => `case when exists (select ${from}) then '${kind}' end`);
  return selectMails(db).select(sql<MailHas[]>`array_remove(array[${sql.raw(found.join(', '))}], null)`.as('has')).where('mail.id', '=', id) as unknown as SelectQueryBuilder<Database, 'mail', MailViewRow>;
}

/** What rights look at. */
export function forRights(mail: Pick<MailRow, 'state' | 'service' | 'copies' | 'confidentiality' | 'compartment' | 'mail_rooms'> & Partial<Pick<MailRow, 'type' | 'assignee'>> & { readonly intermediate_at: Date | string | null }): MailForRights {
  return { state: mail.state, service: mail.service ?? undefined, copies: mail.copies, confidentiality: mail.confidentiality, compartment: mail.compartment ?? undefined, mailRooms: mail.mail_rooms ?? undefined, type: mail.type ?? undefined, assignee: mail.assignee ?? undefined, ...(mail.intermediate_at ? { intermediate: true } : {}) };
}
