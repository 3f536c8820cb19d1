import { dayIn } from '@bannette/domain';
import { invalid, type Call, type CommitmentResult, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { labelOf, measuredFor } from '../measured.js';

const mostMonths = 24;

/** How promises were kept, by month of arrival, service and channel. One that is not kept by its day is late from then on. */
export async function commitmentsOf(house: House, { query, caller }: Pick<Call<Contract['commitments']>, 'query' | 'caller'>): Promise<CommitmentResult[]> {
  const settings = await house.settings();
  const services = measuredFor(caller, settings, query.service);
  const today = dayIn(settings.authority.timeZone, house.now());
  const until = query.until ?? today.slice(0, 7);
  const from = query.from ?? monthsLater(until, -2);
  if (from > until || monthsLater(from, mostMonths) <= until) throw invalid('tooLong', `${from} to ${until} are more than ${mostMonths} months`, { months: mostMonths });
  const month = sql<string>`to_char(received_on, 'YYYY-MM')`;
  const rows = await house.store.db
    .selectFrom('commitment')
    .select([month.as('month'), 'service', 'channel', 'code', (eb) => eb.fn.countAll<string>().as('total')])
    .select([sql<string>`count(*) filter (where met_on <= due)`.as('in_time'), sql<string>`count(*) filter (where met_on > due or (met_on is null and due < ${today}::date))`.as('late')])
    .where('entity_id', '=', house.entityId)
    .where('received_on', '>=', `${from}-01`)
    .where('received_on', '<', `${monthsLater(until, 1)}-01`)
    .where('service', 'in', services)
    .groupBy([month, 'service', 'channel', 'code'])
    .execute();
  return rows
    .flatMap((row) => {
      const promise = settings.commitments.promises.find(({ code }) => code === row.code);
      const [total, inTime, late] = [Number(row.total), Number(row.in_time), Number(row.late)];
      return promise ? [{ month: row.month, service: row.service, serviceLabel: labelOf(row.service, settings), channel: row.channel, code: row.code, label: promise.label, source: promise.source, target: promise.target, total, inTime, late, open: total - inTime - late }] : [];
    })
    .sort((a, b) => (a.month === b.month ? (a.serviceLabel === b.serviceLabel ? (a.code < b.code ? -1 : 1) : a.serviceLabel < b.serviceLabel ? -1 : 1) : a.month < b.month ? 1 : -1));
}

function monthsLater(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
