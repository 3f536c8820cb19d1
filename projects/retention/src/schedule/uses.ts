import type { ScheduleRow, ScheduleUse } from '@bannette/domain';
import type { House } from '@bannette/house';
import { sql } from 'kysely';

export interface RowUse {
  readonly row: string;
  readonly types: string[];
  readonly mails: boolean;
}

/** What refers to the rows in force, and to `rows`: types of mail and kinds registered without a scan, and mail itself. */
export async function usesOf(house: House, rows: readonly ScheduleRow[]): Promise<readonly RowUse[]> {
  const { schedule, types, unscanned } = await house.settings();
  const codes = [...new Set([...schedule.rows, ...rows].map(({ code }) => code).concat(types.map(({ scheduleRow }) => scheduleRow)))];
  const filed = new Set(await filedUnder(house, codes));
  const of = (code: string): string[] => [...types, ...unscanned].filter(({ scheduleRow }) => scheduleRow === code).map(({ label }) => label);
  return codes.map((row) => ({ row, types: of(row), mails: filed.has(row) })).filter(({ types: its, mails }) => its.length || mails);
}

/** Those of the codes that mail is filed under. */
export async function filedUnder(house: House, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${[...codes]}::text[]) code
    where exists (select 1 from mail where entity_id = ${house.entityId} and coalesce(retention_row, schedule_row) = code and eliminated_at is null)
      or exists (select 1 from affair where entity_id = ${house.entityId} and schedule_row = code)`.execute(house.store.db);
  return rows.map(({ code }) => code);
}

export const flawedUses = (uses: readonly RowUse[]): readonly ScheduleUse[] => uses.flatMap(({ row, types, mails }) => [...types.map((by) => ({ row, by })), ...(mails ? [{ row, by: '', mails: true }] : [])]);
