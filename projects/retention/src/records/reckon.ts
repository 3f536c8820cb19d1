import { dayIn, dueUnder, endOfCurrentUse, isOver, type Day, type KnownDays, type ScheduleRow, type Settings, type UseFacts } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';

export type RecordRow = Selectable<Database['mail_record']>;
type AffairDays = Pick<Selectable<Database['affair']>, 'closed_on' | 'schedule_row' | 'declared_trigger'>;

/** What beside its own row decides how long a mail is kept. */
export interface Around {
  readonly affair?: AffairDays;
  readonly record?: RecordRow;
}

export async function aroundOf(db: Kysely<Database>, mail: Pick<MailRow, 'id' | 'affair_id'>): Promise<Around> {
  const affair = mail.affair_id ? await db.selectFrom('affair').select(['closed_on', 'schedule_row', 'declared_trigger']).where('id', '=', mail.affair_id).executeTakeFirst() : undefined;
  const record = await db.selectFrom('mail_record').selectAll().where('mail_id', '=', mail.id).executeTakeFirst();
  return { affair, record };
}

export interface Reckoned {
  readonly row?: ScheduleRow;
  readonly over: boolean;
  readonly trigger: Day | null;
  readonly due: Day | null;
  /** Last day of current use; null while nobody can know, and without a row. */
  readonly ends: Day | null;
}

/** How a mail is kept as things stand; pure. Nothing runs while it is open, or while the row's own trigger is not known. */
export function reckonOf(mail: MailRow, settings: Pick<Settings, 'authority' | 'schedule'>, { affair, record }: Around = {}): Reckoned {
  const over = isOver(mail.state);
  const row = keptRow(mail, record) ?? rowOf(settings, affair?.schedule_row ?? mail.schedule_row);
  if (!row || !over) return { row, over, trigger: null, due: null, ends: null };
  const { authority } = settings;
  const known = daysOf(mail, authority);
  const file = affair && { closedOn: affair.closed_on ?? undefined, declaredTrigger: affair.declared_trigger ?? undefined };
  const { trigger, due } = dueUnder(row, known, file);
  const facts: UseFacts = { state: mail.state, endedOn: known.closedOn, ...(file ? { affair: file } : {}) };
  return { row, over, trigger: trigger ?? null, due: due ?? null, ends: endOfCurrentUse(row, facts, authority) ?? null };
}

/** The row that it was filed under, once anything was done to it. */
const keptRow = (mail: Pick<MailRow, 'intermediate_at'>, record: RecordRow | undefined): ScheduleRow | undefined => (record && mail.intermediate_at ? record.row : undefined);

export const rowOf = ({ schedule }: Pick<Settings, 'schedule'>, code: string | null): ScheduleRow | undefined => schedule.rows.find((row) => row.code === code);

function daysOf(mail: MailRow, { timeZone, fiscalYearEnd }: Settings['authority']): KnownDays {
  const dayOf = (at: Date | null): Day | undefined => (at ? dayIn(timeZone, at) : undefined);
  return {
    documentDate: mail.document_date ?? mail.departure_date ?? undefined,
    registeredOn: dayOf(mail.registered_at),
    closedOn: dayOf(mail.closed_at) ?? mail.departure_date ?? undefined,
    declaredTrigger: mail.declared_trigger ?? undefined,
    fiscalYearEnd,
  };
}
