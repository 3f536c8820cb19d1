import { dayIn, isOver, pick, unitsOf, type ScheduleRow, type Settings, type SortingCandidate, type SortingCause, type SortingDecision, type SortingUnit } from '@bannette/domain';
import { invalid, type SortingScope } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database, Said } from '@bannette/store';
import { sql, type Kysely, type RawBuilder } from 'kysely';

/** More in one list nobody looks through: then years are sorted one after the other. */
const most = 10_000;

/** What the store knows of a mail under a row that asks for sorting. */
export interface Known {
  readonly id: string;
  readonly chrono: string | null;
  readonly state: Parameters<typeof isOver>[0];
  readonly service: string | null;
  readonly type: string | null;
  readonly subject: string | null;
  readonly correspondent: string | null;
  readonly affair_id: string | null;
  readonly affair_open: boolean;
  readonly in_scope: boolean;
  readonly year: number | null;
  readonly due: string | null;
  readonly record_state: string | null;
  readonly record_row: ScheduleRow | null;
  readonly record_due: string | null;
  readonly ags_due: string | null;
  readonly conflict: Said | null;
  readonly alerts: number;
  readonly gone: boolean;
  readonly holds: number;
  readonly claimed: boolean;
  readonly documents: number;
  readonly bytes: string;
}

export interface Picked {
  readonly unit: SortingUnit;
  readonly picked: SortingDecision;
  readonly mails: readonly Known[];
}

export interface Candidates {
  readonly row: ScheduleRow;
  readonly units: readonly Picked[];
  readonly leftOut: { readonly [cause in SortingCause]?: number };
}

/**
 * Mails of the row whose period is over by both computations, as units, with what the rule says of each; and how many can't be
 * sorted now, by cause. An affair is sorted whole or not at all: its mails outside of the years and services come with it.
 *
 * @throws Problem 422 for a row that asks for no sorting, and for more mails than a list may have
 */
export async function candidatesOf(house: House, db: Kysely<Database>, scope: SortingScope, except?: string): Promise<Candidates> {
  const settings = await house.settings();
  const row = rowToSort(settings, scope.row);
  const today = dayIn(settings.authority.timeZone, house.now());
  const known = await read(db, house.entityId, scope, except);
  const causes = new Map(known.map((mail) => [mail.id, causeOf(mail, row, today)]));
  const broken = new Set(known.flatMap((mail) => (mail.affair_id && causes.get(mail.id) ? [mail.affair_id] : [])));
  const leftOut: { [cause in SortingCause]?: number } = {};
  const able = known.filter((mail) => {
    const cause = causes.get(mail.id) ?? (mail.affair_id && broken.has(mail.affair_id) ? 'affairApart' : undefined);
    if (cause && mail.in_scope) leftOut[cause] = (leftOut[cause] ?? 0) + 1;
    return !cause;
  });
  if (able.length > most) throw invalid('sortingTooLarge', `A list has ${most} mails at the most`, { mails: able.length, most });
  const byId = new Map(able.map((mail) => [mail.id, mail]));
  const units = unitsOf(able.map(toCandidate)).map((unit) => ({ unit, picked: pick(unit, scope.rule), mails: unit.mails.flatMap(({ mail }) => byId.get(mail) ?? []) }));
  return { row, units, leftOut };
}

/** @throws Problem 422 unless the row is there and asks for sorting */
export function rowToSort({ schedule }: Settings, code: string): ScheduleRow {
  const row = schedule.rows.find((one) => one.code === code);
  if (!row) throw invalid('unknownRow', `There is no row ${code}`, { row: code });
  if (row.finalSort !== 'T') throw invalid('rowNotToSort', `The row ${code} asks for no sorting`, { row: code });
  return row;
}

const toCandidate = (mail: Known): SortingCandidate => ({ mail: mail.id, affair: mail.affair_id ?? undefined, chrono: mail.chrono ?? '', year: mail.year ?? 0, type: mail.type ?? undefined, service: mail.service ?? undefined, subject: mail.subject ?? undefined, correspondent: mail.correspondent ?? undefined });

/** Why a mail can't be sorted now, the first of the causes that holds. */
function causeOf(mail: Known, row: ScheduleRow, today: string): SortingCause | undefined {
  if (!row.agreed || (mail.record_row && !mail.record_row.agreed)) return 'notAgreed';
  if (mail.affair_open) return 'affairOpen';
  if (!isOver(mail.state) || !mail.due || mail.due >= today || (mail.record_due !== null && mail.record_due >= today)) return 'notDue';
  if (mail.record_state !== 'dated' || mail.record_row?.finalSort !== 'T') return 'notDeclared';
  if (mail.claimed) return 'otherSorting';
  return mail.conflict || mail.alerts > 0 || mail.gone || mail.record_due !== mail.due || mail.ags_due !== mail.due ? 'conflict' : undefined;
}

async function read(db: Kysely<Database>, entityId: string, { row, fromYear, toYear, services }: SortingScope, except: string | undefined): Promise<readonly Known[]> {
  const year = sql`extract(year FROM coalesce(r.trigger_day, m.retention_trigger))::int`;
  const within = (bound: number | undefined, operator: RawBuilder<unknown>): RawBuilder<unknown> => (bound === undefined ? sql`` : sql`AND ${year} ${operator} ${bound}`);
  const { rows } = await sql<Known>`
    WITH under AS (
      SELECT m.id, m.affair_id, (true ${within(fromYear, sql`>=`)} ${within(toYear, sql`<=`)} ${services.length ? sql`AND m.service = ANY (${sql.val([...services])}::text[])` : sql``}) AS in_scope
      FROM mail m LEFT JOIN mail_record r ON r.mail_id = m.id
      WHERE m.entity_id = ${entityId} AND m.eliminated_at IS NULL AND m.state <> 'voided' AND r.sorted IS NULL AND coalesce(r.row->>'code', m.retention_row) = ${row}
    )
    SELECT m.id, m.chrono, m.state, m.service, m.type, m.subject, m.correspondent->>'name' AS correspondent, m.affair_id, coalesce(a.state = 'open', false) AS affair_open, coalesce(u.in_scope, false) AS in_scope,
      ${year} AS year, m.retention_due::text AS due, r.state AS record_state, r.row AS record_row, r.due::text AS record_due, r.ags_due::text AS ags_due, coalesce(r.conflict, r.failure) AS conflict,
      m.open_alerts AS alerts, m.gone_at IS NOT NULL AS gone, m.holds,
      EXISTS (SELECT FROM sorting_item i WHERE i.mail_id = m.id AND i.claims AND i.sorting_id IS DISTINCT FROM ${except ?? null}::uuid) AS claimed,
      (SELECT count(*)::int FROM record_part p WHERE p.mail_id = m.id) AS documents,
      (SELECT coalesce(sum(d.size + coalesce(d.searchable_size, 0)), 0) FROM document d WHERE d.mail_id = m.id) AS bytes
    FROM under u JOIN mail m ON m.id = u.id LEFT JOIN affair a ON a.id = m.affair_id LEFT JOIN mail_record r ON r.mail_id = m.id
    WHERE u.in_scope OR u.affair_id IN (SELECT affair_id FROM under WHERE in_scope AND affair_id IS NOT NULL)`.execute(db);
  return rows;
}
