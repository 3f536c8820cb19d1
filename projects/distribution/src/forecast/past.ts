import { addDays, addWorkingDays, workingDaysLeft, type Day, type PastDay, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { sql } from 'kysely';

/** Working days of the past that a pace is read from: eight weeks. */
export const pastDays = 40;

/** What each service closed and what came to it on the last days that were worked, before `today`. */
export async function pastOf(house: House, { authority, calendar }: Settings, today: Day): Promise<(service: string) => readonly PastDay[]> {
  const days = worked(today, calendar);
  const first = days[0] ?? today;
  const { timeZone } = authority;
  const since = sql<Date>`(${first}::date - 1)::timestamp at time zone ${timeZone}`;
  const closedOn = sql<string>`to_char(closed_at at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const cameOn = sql<string>`to_char(registered_at at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const day = sql.ref('day');
  const own = house.store.db.selectFrom('mail').where('entity_id', '=', house.entityId).where('category', '=', 'incoming').where('service', 'is not', null).where('state', '<>', 'voided');
  const [closed, people, came] = await Promise.all([
    own.select(['service', 'type', closedOn.as('day'), (eb) => eb.fn.countAll<string>().as('count')]).where('closed_at', '>=', since).groupBy(['service', 'type', day]).execute(),
    own.select(['service', closedOn.as('day'), (eb) => eb.fn.count<string>('assignee').distinct().as('count')]).where('closed_at', '>=', since).groupBy(['service', day]).execute(),
    own.select(['service', 'type', 'due_date', cameOn.as('day'), (eb) => eb.fn.countAll<string>().as('count')]).where('registered_at', '>=', since).groupBy(['service', 'type', 'due_date', day]).execute(),
  ]);
  // What is done or comes in on a day off counts for the next day that is worked.
  const dayOf = (day: string): Day => addWorkingDays(day, 0, calendar);
  return (service) => {
    const [its, hands, arrivals] = [closed, people, came].map((rows) => rows.filter((row) => row.service === service)) as [typeof closed, typeof people, typeof came];
    return days.map((day) => {
      const total: Record<string, number> = {};
      for (const row of its) if (dayOf(row.day) === day) total[row.type ?? ''] = (total[row.type ?? ''] ?? 0) + Number(row.count);
      const arrived = arrivals.filter((row) => dayOf(row.day) === day).flatMap(({ type, due_date, count }) => Array.from({ length: Number(count) }, () => ({ type: type ?? '', ...(due_date ? { term: Math.max(0, workingDaysLeft(day, due_date, calendar)) } : {}) })));
      return { day, closed: total, persons: Math.max(0, ...hands.filter((row) => dayOf(row.day) === day).map(({ count }) => Number(count))), arrived };
    });
  };
}

function worked(today: Day, calendar: Settings['calendar']): readonly Day[] {
  const days: Day[] = [];
  const start = addDays(today, -Math.ceil(pastDays * 2));
  for (let day = addWorkingDays(start, 0, calendar); day < today; day = addWorkingDays(day, 1, calendar)) days.push(day);
  return days.slice(-pastDays);
}
