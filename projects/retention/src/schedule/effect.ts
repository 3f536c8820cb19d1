import type { AuthoritySetting, ScheduleRow } from '@bannette/domain';
import type { Database, EffectPart, ScheduleEffect } from '@bannette/store';
import { sql, type Kysely } from 'kysely';
import { mailInFile, sqlDue } from './due-in-sql.js';

const mostParts = 500;

interface Counted {
  readonly service: string | null;
  readonly kept: boolean;
  readonly how: 'same' | EffectPart['how'];
  readonly years: number;
  readonly mails: number;
  readonly at_once: number;
}

export interface EffectOf {
  readonly entityId: string;
  readonly before: readonly ScheduleRow[];
  readonly after: readonly ScheduleRow[];
  readonly authority: Pick<AuthoritySetting, 'timeZone' | 'fiscalYearEnd'>;
  /** In the authority's time zone. */
  readonly today: string;
}

/** What another schedule would change of closed mail: counted by the database, one row of the schedule at a time. */
export async function effectOf(db: Kysely<Database>, { entityId, before, after, authority, today }: EffectOf, proceed: () => void = () => undefined): Promise<ScheduleEffect> {
  const sum = { mails: 0, kept: 0, earlier: 0, later: 0, known: 0, unknown: 0, dueAtOnce: 0 };
  const parts: EffectPart[] = [];
  const fates: ScheduleEffect['fates'][number][] = [];
  for (const row of after) {
    const old = before.find(({ code }) => code === row.code);
    if (!old || (old.years === row.years && old.trigger === row.trigger && old.finalSort === row.finalSort)) continue;
    proceed();
    const counted = await countRow(db, entityId, row, authority, today);
    for (const { service, kept, how, years, mails, at_once } of counted) {
      sum.mails += mails;
      if (kept) sum.kept += mails;
      if (kept || how === 'same') continue;
      sum[how] += mails;
      sum.dueAtOnce += at_once;
      parts.push({ row: row.code, service, how, years, mails });
    }
    const moved = counted.filter(({ kept }) => !kept).reduce((all, { mails }) => all + mails, 0);
    if (old.finalSort !== row.finalSort) fates.push({ row: row.code, before: old.finalSort, after: row.finalSort, mails: moved });
  }
  return { ...sum, parts: parts.sort((a, b) => b.mails - a.mails).slice(0, mostParts), fates };
}

async function countRow(db: Kysely<Database>, entityId: string, row: ScheduleRow, authority: EffectOf['authority'], today: string): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select service, kept, how, years, count(*)::int as mails, (count(*) filter (where later <= ${today}::date and (earlier is null or earlier > ${today}::date)))::int as at_once
    from (
      select service, kept, earlier, later,
        case when earlier is not distinct from later then 'same' when earlier is null then 'known' when later is null then 'unknown' when later < earlier then 'earlier' else 'later' end as how,
        case when earlier is null or later is null then 0 else round(abs(later - earlier) / 365.2425)::int end as years
      from (
        select mail.service, mail.retention_due as earlier, ${sqlDue(row, authority)} as later, mail.intermediate_at is not null as kept
        from ${mailInFile} where mail.entity_id = ${entityId} and coalesce(mail.retention_row, mail.schedule_row) = ${row.code} and mail.eliminated_at is null and mail.state in ('closed', 'noFollowUp', 'sent')
      ) both_days
    ) told
    group by service, kept, how, years`.execute(db);
  return rows;
}
