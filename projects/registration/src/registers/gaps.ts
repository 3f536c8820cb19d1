import { instantAt, type Settings } from '@bannette/domain';
import { invalid, type RegisterGap } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { labelOf } from './lines.js';
import { dayAfter } from './spans.js';

const most = 1000;
const longest = 366;

export interface Period {
  readonly register?: string;
  /** Days of the authority, both included. */
  readonly from: string;
  readonly to: string;
}

interface Found {
  readonly kind: RegisterGap['kind'];
  readonly register: string;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly chrono: string | null;
  readonly at: Date | null;
  readonly reason: string | null;
  readonly secret: boolean | null;
}

/**
 * What is not as a row of numbers given one after another, in the numbers of a period: missing ones, which no crash leaves
 * and only somebody with the database's password can make; voided ones; reserved ones that are not used or were voided; and
 * those whose instants are not in the order of their numbers, as those are that were entered after a day without server.
 */
export async function gapsIn(house: House, period: Period): Promise<{ readonly items: RegisterGap[]; readonly more: boolean }> {
  const settings = await house.settings();
  const { timeZone } = settings.authority;
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  if (days < 0 || days > longest) throw invalid('period', 'At most a year, from the first day to the last', { from: period.from, to: period.to });
  const [from, to] = [instantAt(timeZone, period.from, '00:00'), instantAt(timeZone, dayAfter(period.to), '00:00')];
  const { rows } = await found(house, period.register, from, to).execute(house.store.db);
  return { items: rows.slice(0, most).map((row) => shown(row, settings)), more: rows.length > most };
}

const shown = ({ kind, register, year, first, last, chrono, at, reason, secret }: Found, settings: Settings): RegisterGap => ({
  kind,
  register,
  label: labelOf(settings, register),
  year,
  first: Number(first),
  last: Number(last),
  chrono: chrono ?? '',
  ...(at ? { at: at.toISOString() } : {}),
  ...(reason && !secret ? { reason } : {}),
});

/** One query: the numbers of the period by counter, each with the one before it. */
function found({ entityId }: House, register: string | undefined, from: Date, to: Date) {
  const only = register === undefined ? sql`true` : sql`register = ${register}`;
  return sql<Found>`
    with spans as (
      select register, year, min(low) as low, max(high) as high from (
        select register, year, min(number)::bigint as low, max(number)::bigint as high from mail
          where entity_id = ${entityId} and number is not null and registered_at >= ${from} and registered_at < ${to} and ${only} group by register, year
        union all
        select register, year, min(first), max(last) from reservation where entity_id = ${entityId} and reserved_at >= ${from} and reserved_at < ${to} and ${only} group by register, year
      ) parts group by register, year
    ),
    present as (
      select m.register, m.year, m.number::bigint as number, m.chrono, m.state, m.registered_at, m.closed_at, m.closing_reason, m.confidentiality >= 2 or m.compartment is not null as secret, r.number is not null as replayed
        from spans s join mail m on m.entity_id = ${entityId} and m.register = s.register and m.year = s.year and m.number between s.low - 1 and s.high
        left join reserved_number r on r.mail_id = m.id
    ),
    kept as (
      select r.register, r.year, r.number, r.chrono, r.state, r.reason, r.settled_at, n.reserved_at
        from spans s join reserved_number r on r.entity_id = ${entityId} and r.register = s.register and r.year = s.year and r.number between s.low - 1 and s.high and r.state <> 'used'
        join reservation n on n.id = r.reservation_id
    ),
    numbers as (select register, year, number from present union select register, year, number from kept),
    rows as (select register, year, number, lead(number) over (partition by register, year order by number) as next from numbers)
    select 'missing' as kind, register, year, number + 1 as first, next - 1 as last, null as chrono, null::timestamptz as at, null as reason, false as secret from rows where next > number + 1
    union all
    select 'missing', s.register, s.year, s.high + 1, c.last, null, null, null, false from spans s join counter c on c.entity_id = ${entityId} and c.register = s.register and c.year = s.year
      where c.last > s.high and not exists (select from mail m where m.entity_id = ${entityId} and m.register = s.register and m.year = s.year and m.number > s.high)
        and not exists (select from reserved_number r where r.entity_id = ${entityId} and r.register = s.register and r.year = s.year and r.number > s.high)
    union all
    select 'voided', register, year, number, number, chrono, closed_at, closing_reason, secret from present where state = 'voided'
    union all
    select case state when 'voided' then 'reservedVoided' else 'reserved' end, register, year, number, number, chrono, coalesce(settled_at, reserved_at), reason, false from kept
    union all
    select 'outOfOrder', register, year, number, number, chrono, registered_at, null, false from (
      select *, max(registered_at) filter (where not replayed) over (partition by register, year order by number rows between unbounded preceding and 1 preceding) as before from present
    ) ordered where replayed or registered_at < before - interval '1 second'
    order by 2, 3, 4, 1 limit ${most + 1}`;
}
