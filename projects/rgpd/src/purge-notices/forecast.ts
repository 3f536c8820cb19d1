import { addDays, addMonths, belongs, dayIn, headGroup, houseGroups, withSortedOut, type Person, type Settings } from '@bannette/domain';
import { forbidden } from '@bannette/http';
import type { House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';
import { sql } from 'kysely';
import { notify } from '../tell.js';

const ahead = 12;

export interface Forecast {
  readonly months: string[];
  readonly services: { readonly code: string; readonly label: string; readonly overdue: number; readonly counts: number[] }[];
}

/** What falls due for elimination within twelve months, by service; nothing of rows that are kept, or that nobody agreed to. */
export async function forecastOf(house: House, only?: readonly string[]): Promise<Forecast> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  const months = Array.from({ length: ahead }, (_, index) => addMonths(`${today.slice(0, 7)}-01`, index).slice(0, 7));
  const rows = withSortedOut(settings.schedule.rows).filter(({ finalSort, agreed }) => finalSort === 'D' && agreed).map(({ code }) => code);
  const services = settings.services.filter(({ code }) => !only || only.includes(code));
  if (!rows.length || !services.length) return { months, services: [] };
  const month = sql<string>`to_char(greatest(retention_due, ${sql.lit(addDays(`${months[0]}-01`, -1))}::date), 'YYYY-MM')`;
  const found = await house.store.db
    .selectFrom('mail')
    .select((eb) => ['service', month.as('month'), eb.fn.countAll<string>().as('mails')])
    .where('entity_id', '=', house.entityId)
    .where('retention_due', '<', addMonths(`${months[0]}-01`, ahead))
    .where('eliminated_at', 'is', null)
    .where('schedule_row', 'in', rows)
    .where('service', 'in', services.map(({ code }) => code))
    .groupBy(['service', month])
    .execute();
  const count = (service: string, wanted: string): number => Number(found.find((row) => row.service === service && row.month === wanted)?.mails ?? 0);
  const before = addMonths(`${months[0]}-01`, -1).slice(0, 7);
  const all = services.map(({ code, label }) => ({ code, label, overdue: count(code, before), counts: months.map((each) => count(code, each)) }));
  return { months, services: all.filter(({ overdue, counts }) => overdue || counts.some(Boolean)) };
}

/** Services whose forecast the person sees; undefined: all. */
export function servicesToForecast(person: Person, { services }: Pick<Settings, 'services'>): readonly string[] | undefined {
  if (belongs(person, houseGroups.dpo) || belongs(person, houseGroups.archives)) return undefined;
  const own = services.filter(({ code }) => belongs(person, headGroup(code))).map(({ code }) => code);
  if (!own.length) throw forbidden('purgeForecast');
  return own;
}

/** Once a week: tells the heads of each service, and the DPO, how many of their mails fall due within twelve months. */
export async function tellForecast(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'rgpd.forecast', async () => {
    const { services } = await forecastOf(house);
    const { authority } = await house.settings();
    const week = weekOf(dayIn(authority.timeZone, house.now()));
    const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0);
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      for (const { code, label, overdue, counts } of services) {
        const params = { service: label, count: overdue + sum(counts), soon: overdue + sum(counts.slice(0, 3)) };
        for (const audience of [headGroup(code), houseGroups.dpo]) await notify(tx, { audience, kind: 'retention.forecast', key: `${week}:${code}`, params, link: '/retention' });
      }
    });
  });
}

/** The Monday of its week. */
const weekOf = (day: string): string => addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));
