import { addDays, dayIn, withSortedOut } from '@bannette/domain';
import type { Call, Contract, FallsDueSummary } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import { servicesToSee } from '../due.js';

/** How many mails fall due in which year under which row, counted off an index that has all that it needs. */
export async function retentionSummary(house: House, { query, caller }: Call<Contract['retentionSummary']>): Promise<FallsDueSummary> {
  const settings = await house.settings();
  const services = query.service ? [query.service].filter((code) => servicesToSee(caller, settings)?.includes(code) ?? true) : servicesToSee(caller, settings);
  const today = dayIn(settings.authority.timeZone, house.now());
  const fated = query.fate && withSortedOut(settings.schedule.rows).filter(({ finalSort }) => finalSort === query.fate).map(({ code }) => code);
  const filters = sql<SqlBool>`mail.entity_id = ${house.entityId} ${services ? sql`and mail.service = any(${sql.val(services)}::text[])` : sql``} ${query.row ? sql`and retention_row = ${query.row}` : sql``} ${fated ? sql`and retention_row = any(${sql.val(fated)}::text[])` : sql``}`;
  const { db } = house.store;
  const soon = addDays(today, settings.authority.noticeDays);
  const { rows: years } = await sql<{ year: number; row: string; mails: number; due: number; coming: number }>`
    select extract(year from retention_due)::int as year, coalesce(retention_row, '') as row, count(*)::int as mails,
      count(*) filter (where retention_due < ${today})::int as due, count(*) filter (where retention_due between ${today} and ${soon})::int as coming
    from mail where retention_due is not null and ${filters} group by 1, 2 order by 1, 2`.execute(db);
  const { rows: wrong } = await sql<{ conflict: number; failure: number }>`
    select count(*) filter (where r.conflict is not null)::int as conflict, count(*) filter (where r.failure is not null)::int as failure
    from mail_record r join mail on mail.id = r.mail_id where (r.conflict is not null or r.failure is not null) and r.entity_id = ${house.entityId} and ${filters}`.execute(db);
  const { rows: without } = await sql<{ n: number }>`select count(*)::int as n from mail where retention_due is null and retention_row is not null and state in ('closed', 'noFollowUp', 'sent') and ${filters}`.execute(db);
  const used = new Set(years.map(({ row }) => row));
  const total = (name: 'due' | 'coming'): number => years.reduce((sum, one) => sum + one[name], 0);
  return {
    today,
    rows: withSortedOut(settings.schedule.rows).filter(({ code }) => used.has(code) || query.row === code).map(({ code, label, finalSort, agreed }) => ({ code, label, fate: finalSort, agreed: !!agreed })),
    years: years.map(({ year, row, mails }) => ({ year, row, mails })),
    counts: { due: total('due'), coming: total('coming'), withoutTrigger: without[0]?.n ?? 0, conflict: wrong[0]?.conflict ?? 0, failure: wrong[0]?.failure ?? 0 },
  };
}
