import { addDays, dayIn, daysBetween } from '@bannette/domain';
import { invalid, type Call, type Contract, type DeliveryLine } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { labelOf, measuredFor } from '../measured.js';

const mostDays = 92;
const usualDays = 28;

/** Both legs, by day on which mail was taken in and by service, the newest day first. */
export async function deliveriesOf(house: House, { query, caller }: Pick<Call<Contract['deliveries']>, 'query' | 'caller'>): Promise<DeliveryLine[]> {
  const settings = await house.settings();
  const services = measuredFor(caller, settings, query.service);
  const until = query.until ?? dayIn(settings.authority.timeZone, house.now());
  const from = query.from ?? addDays(until, -usualDays);
  if (from > until || daysBetween(from, until) > mostDays) throw invalid('tooLong', `${from} to ${until} are more than ${mostDays} days`, { days: mostDays });
  const now = house.now();
  const count = (condition: ReturnType<typeof sql<boolean>>) => sql<string>`count(*) filter (where ${condition})`;
  const rows = await house.store.db
    .selectFrom('delivery')
    .select(['day', 'service', (eb) => eb.fn.countAll<string>().as('total')])
    .select([
      count(sql`service_at <= service_limit`).as('service_in_time'),
      count(sql`service_at > service_limit or (service_at is null and service_limit < ${now})`).as('service_late'),
      count(sql`service_at is not null`).as('at_service'),
      count(sql`person_at <= person_limit`).as('person_in_time'),
      count(sql`person_at > person_limit or (person_at is null and person_limit < ${now})`).as('person_late'),
    ])
    .where('entity_id', '=', house.entityId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('service', 'in', services)
    .groupBy(['day', 'service'])
    .orderBy('day', 'desc')
    .execute();
  const { delivery } = settings.commitments;
  const leg = (target: number, all: string, done: string, missed: string): DeliveryLine['toService'] => {
    const [total, inTime, late] = [Number(all), Number(done), Number(missed)];
    return { total, inTime, late, open: total - inTime - late, target };
  };
  return rows
    .map((row) => ({ day: row.day, service: row.service, serviceLabel: labelOf(row.service, settings), toService: leg(delivery.toService.target, row.total, row.service_in_time, row.service_late), toPerson: leg(delivery.toPerson.target, row.at_service, row.person_in_time, row.person_late) }))
    .sort((a, b) => (a.day === b.day ? (a.serviceLabel < b.serviceLabel ? -1 : 1) : a.day < b.day ? 1 : -1));
}
