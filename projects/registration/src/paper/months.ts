import { dayIn, sharesOf, type Person } from '@bannette/domain';
import { forbidden, type UnscannedMonth } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { csvOf } from './csv.js';
import { words } from './print/words.js';
import { countedFor } from './scope.js';

/** Twelve months that end with `until`, oldest first: what came in, and the share of each kind that wasn't scanned. */
export async function monthsOf(house: House, person: Person, until: string | undefined): Promise<UnscannedMonth[]> {
  const settings = await house.settings();
  const counted = countedFor(person, settings);
  if (!counted) throw forbidden('unscannedMonths');
  const months = twelveUntil(until ?? dayIn(settings.authority.timeZone, house.now()).slice(0, 7));
  const month = sql<string>`to_char(received_at, 'YYYY-MM')`;
  const rows = await house.store.db
    .selectFrom('mail')
    .select((eb) => [month.as('month'), 'unscanned', eb.fn.countAll<number>().as('count')])
    .where('entity_id', '=', house.entityId)
    .where('category', '=', 'incoming')
    .where('chrono', 'is not', null)
    .where('state', '<>', 'voided')
    .where('received_at', '>=', `${months[0]}-01`)
    .where('received_at', '<', `${monthAfter(months.at(-1) ?? '')}-01`)
    .where(counted)
    .groupBy([month, 'unscanned'])
    .execute();
  const codes = [...new Set([...settings.unscanned.map(({ code }) => code), ...rows.flatMap(({ unscanned }) => unscanned ?? [])])];
  const label = (kind: string): string => settings.unscanned.find(({ code }) => code === kind)?.label ?? kind;
  return months.map((each) => {
    const its = rows.filter((row) => row.month === each);
    const total = its.reduce((sum, { count }) => sum + Number(count), 0);
    const counts = codes.map((kind) => ({ kind, count: Number(its.find(({ unscanned }) => unscanned === kind)?.count ?? 0) }));
    return { month: each, total, kinds: sharesOf(counts, total).map((share) => ({ ...share, label: label(share.kind) })) };
  });
}

/** A line a month and kind; shares in percent, with the comma that French spreadsheets read. */
export const monthsCsv = (months: readonly UnscannedMonth[]): string =>
  csvOf(words.months, months.flatMap(({ month, total, kinds }) => kinds.map(({ kind, label, count, share }) => [month, kind, label, count, total, (share * 100).toFixed(1).replace('.', ',')])));

function twelveUntil(until: string): string[] {
  const [year = 0, month = 1] = until.split('-').map(Number);
  return Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(year, month - 12 + index, 1)).toISOString().slice(0, 7));
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
