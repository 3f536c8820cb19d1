import { addDays, belongs, dayIn, headGroup, houseGroups, isDay, may, withSortedOut, type Person, type ScheduleRow, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type Contract, type FallsDueQuery } from '@bannette/http';
import { forRights, selectMails, toLine, type House, type MailListRow } from '@bannette/house';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { RecordRow } from './records/reckon.js';

const ids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
type Filters = Omit<FallsDueQuery, 'after' | 'limit'>;

/** What falls due: all of it for the archives and the DPO, their own service's for heads. Lines stay masked for who is not cleared. */
export async function retentionDuePage(house: House, { query, caller }: Call<Contract['retentionDue']>) {
  const { lines, next } = await fallingDue(house, caller, query, query.limit, query.after);
  return { items: lines, next };
}

/** A slice of the list, by due day; what has none by id. */
export async function fallingDue(house: House, person: Person, filters: Filters, limit: number, after?: string) {
  const settings = await house.settings();
  const services = servicesToSee(person, settings);
  const conditions = conditionsOf(filters, settings, dayIn(settings.authority.timeZone, house.now()));
  let selection = selectMails(house.store.db).where('mail.entity_id', '=', house.entityId).where(sql<SqlBool>`mail.eliminated_at is null`);
  for (const condition of conditions) selection = selection.where(condition);
  if (services) selection = selection.where('service', 'in', services);
  if (after) {
    const [due = '', id = ''] = after.split('~');
    if ((due !== '' && !isDay(due)) || !ids.test(id)) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
    selection = selection.where(due === '' ? sql<SqlBool>`retention_due is null and mail.id > ${id}::uuid` : sql<SqlBool>`((retention_due, mail.id) > (${due}::date, ${id}::uuid) or retention_due is null)`);
  }
  const rows = await selection.orderBy('retention_due').orderBy('mail.id').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const [noticed, records] = await Promise.all([noticedAt(house, shown), recordsOf(house, shown)]);
  const lines = shown.map((mail) => {
    const record = records.get(mail.id);
    return { mail: toLine(mail, { person, settings, now: house.now(), keepsSchedule: !services }), opens: may(person, 'read', forRights(mail)), retention: retentionLine(mail, settings, record), record: record && recordLine(record), noticeSentAt: noticed.get(mail.id)?.toISOString() };
  });
  return { lines, next: rows.length > limit && last ? `${last.retention_due ?? ''}~${last.id}` : undefined };
}

/** Services whose list the person sees; undefined for all. */
export function servicesToSee(person: Person, settings: Settings): string[] | undefined {
  if (belongs(person, houseGroups.archives) || belongs(person, houseGroups.dpo)) return undefined;
  const own = settings.services.filter(({ code }) => belongs(person, headGroup(code))).map(({ code }) => code);
  if (!own.length) throw forbidden('retentionDue');
  return own;
}

/** Each answered by an index: of due days, of mails without one, or of records with something wrong. */
function conditionsOf({ until, year, state, service, row, fate }: Filters, settings: Settings, today: string): RawBuilder<SqlBool>[] {
  const wrong = (column: 'conflict' | 'failure') => sql<SqlBool>`exists (select from mail_record r where r.mail_id = mail.id and r.${sql.ref(column)} is not null)`;
  const upTo = until ?? (year || state ? undefined : addDays(today, settings.authority.noticeDays));
  return [
    ...(state === 'conflict' || state === 'failure' ? [wrong(state)] : state === 'withoutTrigger' ? [sql<SqlBool>`retention_due is null and retention_row is not null and mail.state in ('closed', 'noFollowUp', 'sent')`] : [sql<SqlBool>`retention_due is not null`]),
    ...(state === 'due' ? [sql<SqlBool>`retention_due < ${today}`] : state === 'coming' ? [sql<SqlBool>`retention_due >= ${today}`] : []),
    ...(year ? [sql<SqlBool>`retention_due between ${`${year}-01-01`} and ${`${year}-12-31`}`] : []),
    ...(upTo ? [sql<SqlBool>`retention_due <= ${upTo}`] : []),
    ...(service ? [sql<SqlBool>`mail.service = ${service}`] : []),
    ...(row ? [sql<SqlBool>`coalesce(retention_row, schedule_row) = ${row}`] : []),
    ...(fate ? [sql<SqlBool>`coalesce(retention_row, schedule_row) = any(${sql.val(withSortedOut(settings.schedule.rows).filter(({ finalSort }) => finalSort === fate).map(({ code }) => code))}::text[])`] : []),
  ];
}

async function recordsOf(house: House, mails: readonly MailListRow[]): Promise<ReadonlyMap<string, RecordRow>> {
  if (!mails.length) return new Map();
  const rows = await house.store.db.selectFrom('mail_record').selectAll().where('mail_id', 'in', mails.map(({ id }) => id)).execute();
  return new Map(rows.map((row) => [row.mail_id, row]));
}

const recordLine = ({ state, ags_due, conflict, failure }: RecordRow) => ({ state, agsDue: ags_due ?? undefined, conflict: said(conflict), failure: said(failure) });
export const said = (one: RecordRow['conflict']) => one && { code: one.code, ...(one.params ? { params: { ...one.params } } : {}) } || undefined;

/** What was filed keeps its row; of a row that has left the schedule its code is all that is known. */
function retentionLine(mail: MailListRow, settings: Settings, record: RecordRow | undefined) {
  const code = mail.retention_row ?? mail.schedule_row ?? '';
  const kept = mail.intermediate_at ? record?.row : undefined;
  const row: ScheduleRow = kept ?? settings.schedule.rows.find((one) => one.code === code) ?? { code, label: code, years: 0, trigger: 'CLOTURE', finalSort: 'C', source: '' };
  return { row: row.code, label: row.label, years: row.years, trigger: row.trigger, triggerDay: mail.retention_trigger ?? undefined, dueDate: mail.retention_due ?? undefined, finalSort: row.finalSort, agreed: !!row.agreed };
}

async function noticedAt(house: House, mails: readonly MailListRow[]): Promise<ReadonlyMap<string, Date>> {
  if (!mails.length) return new Map();
  const rows = await house.store.db.selectFrom('retention_notice').select(['mail_id', 'noticed_at']).where('mail_id', 'in', mails.map(({ id }) => id)).execute();
  return new Map(rows.map(({ mail_id, noticed_at }) => [mail_id, noticed_at]));
}
