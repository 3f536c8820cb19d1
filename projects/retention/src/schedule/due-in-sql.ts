import { calendarYearEnd, type AuthoritySetting, type RetentionTrigger, type ScheduleRow } from '@bannette/domain';
import { sql, type RawBuilder } from 'kysely';

type Day = RawBuilder<string | null>;
type Clock = Pick<AuthoritySetting, 'timeZone' | 'fiscalYearEnd'>;

/** What the two below read: a mail with its affair, whose pieces follow it. */
export const mailInFile = sql`mail left join affair on affair.id = mail.affair_id`;

/** The due day of a closed mail under a row, as `reckonOf` computes it, for counting and finding many at once. */
export function sqlDue({ trigger, years }: Pick<ScheduleRow, 'trigger' | 'years'>, clock: Clock): Day {
  return sql`(${sqlTrigger(trigger, clock)} + make_interval(years => ${years}::int))::date`;
}

export function sqlTrigger(trigger: RetentionTrigger, { timeZone, fiscalYearEnd = calendarYearEnd }: Clock): Day {
  const day: Day = sql`coalesce(mail.declared_trigger, affair.declared_trigger, case when mail.affair_id is null then ${readOff(trigger, timeZone)} else ${inFile(trigger)} end)`;
  if (!trigger.startsWith('FIN_')) return day;
  const [month = 12, date = 31] = (trigger === 'FIN_EXERCICE' ? fiscalYearEnd : calendarYearEnd).split('-').map(Number);
  const endIn = (year: RawBuilder<number>): Day => sql`least(make_date(${year}, ${month}::int, 1) + ${date - 1}::int, (make_date(${year}, ${month}::int, 1) + interval '1 month')::date - 1)`;
  const year: RawBuilder<number> = sql`extract(year from ${day})::int`;
  return sql`case when ${day} <= ${endIn(year)} then ${endIn(year)} else ${endIn(sql`(${year} + 1)`)} end`;
}

const inFile = (trigger: RetentionTrigger): Day => (['DATE_DOC', 'CLOTURE', 'FIN_EXERCICE', 'FIN_ANNEE'].includes(trigger) ? sql`affair.closed_on` : sql`null::date`);

function readOff(trigger: RetentionTrigger, timeZone: string): Day {
  const dayOf = (column: string): Day => sql`(${sql.ref(column)} at time zone ${timeZone})::date`;
  switch (trigger) {
    case 'DATE_DOC':
      return sql`coalesce(mail.document_date, mail.departure_date)`;
    case 'CLOTURE':
    case 'FIN_EXERCICE':
      return sql`coalesce(${dayOf('mail.closed_at')}, mail.departure_date)`;
    case 'FIN_ANNEE':
      return dayOf('mail.registered_at');
    default:
      return sql`null::date`;
  }
}
