import { addDays, belongs, dayIn, headGroup, houseGroups, isDay, type Person, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type Contract } from '@bannette/http';
import { selectMails, toLine, type House, type MailListRow } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';

/** What falls due until a day: all of it for the archives and the DPO, their own service's for heads. Lines stay masked for who is not cleared. */
export async function retentionDuePage(house: House, { query, caller }: Call<Contract['retentionDue']>) {
  const settings = await house.settings();
  const services = servicesToSee(caller, settings);
  const today = dayIn(settings.authority.timeZone, house.now());
  const until = query.until ?? addDays(today, settings.authority.noticeDays);
  let selection = selectMails(house.store.db).where('entity_id', '=', house.entityId).where('retention_due', '<=', until);
  if (services) selection = selection.where('service', 'in', services);
  if (query.after) {
    const [due = '', id = ''] = query.after.split('~');
    if (!isDay(due) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
    selection = selection.where(sql<SqlBool>`(retention_due, mail.id) > (${due}::date, ${id}::uuid)`);
  }
  const rows = await selection.orderBy('retention_due').orderBy('mail.id').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const noticed = await noticedAt(house, shown);
  return {
    items: shown.map((mail) => ({ mail: toLine(mail, { person: caller, settings, now: house.now(), keepsSchedule: !services }), retention: retentionLine(mail, settings), noticeSentAt: noticed.get(mail.id)?.toISOString() })),
    next: rows.length > query.limit && last ? `${last.retention_due}~${last.id}` : undefined,
  };
}

/** Services whose list the person sees; undefined for all. */
function servicesToSee(person: Person, settings: Settings): string[] | undefined {
  if (belongs(person, houseGroups.archives) || belongs(person, houseGroups.dpo)) return undefined;
  const own = settings.services.filter(({ code }) => belongs(person, headGroup(code))).map(({ code }) => code);
  if (!own.length) throw forbidden('retentionDue');
  return own;
}

function retentionLine(mail: MailListRow, settings: Settings) {
  const row = settings.schedule.rows.find(({ code }) => code === mail.schedule_row);
  if (!row) throw new Error(`The retention schedule has no row ${mail.schedule_row}, which mail ${mail.id} points to`);
  return { row: row.code, label: row.label, years: row.years, trigger: row.trigger, triggerDay: mail.retention_trigger ?? undefined, dueDate: mail.retention_due ?? undefined, finalSort: row.finalSort, agreed: !!row.agreed };
}

async function noticedAt(house: House, mails: readonly MailListRow[]): Promise<ReadonlyMap<string, Date>> {
  if (!mails.length) return new Map();
  const rows = await house.store.db.selectFrom('retention_notice').select(['mail_id', 'noticed_at']).where('mail_id', 'in', mails.map(({ id }) => id)).execute();
  return new Map(rows.map(({ mail_id, noticed_at }) => [mail_id, noticed_at]));
}
