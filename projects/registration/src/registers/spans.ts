import { instantAt, type Settings } from '@bannette/domain';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { Span } from './lines.js';

const dayMs = 86_400_000;
export const dayAfter = (day: string, by = 1): string => new Date(Date.parse(`${day}T12:00:00Z`) + by * dayMs).toISOString().slice(0, 10);

/** The instant at which the register of a day is closed: midnight that ends it, unless the authority says an earlier hour. */
export function closingOf({ authority: { timeZone, registerClosesAt } }: Pick<Settings, 'authority'>, day: string): Date {
  return registerClosesAt ? instantAt(timeZone, day, registerClosesAt) : instantAt(timeZone, dayAfter(day), '00:00');
}

/**
 * Numbers that were given or reserved before an instant and that no register holds yet, by counter. Each span begins where
 * the last register ended, so no number is left out, whenever its transaction ended.
 *
 * @param since looks no further back
 */
export async function newSpans(db: Kysely<Database>, entityId: string, { since, until }: { readonly since: Date; readonly until: Date }): Promise<Span[]> {
  const given = await db
    .selectFrom('mail')
    .select((eb) => ['register', 'year', eb.fn.min('number').as('first'), eb.fn.max('number').as('last')])
    .where('entity_id', '=', entityId)
    .where('number', 'is not', null)
    .where('registered_at', '>=', since)
    .where('registered_at', '<', until)
    .groupBy(['register', 'year'])
    .execute();
  const reserved = await db
    .selectFrom('reservation')
    .select((eb) => ['register', 'year', eb.fn.min('first').as('first'), eb.fn.max('last').as('last')])
    .where('entity_id', '=', entityId)
    .where('reserved_at', '>=', since)
    .where('reserved_at', '<', until)
    .groupBy(['register', 'year'])
    .execute();
  const held = await db.selectFrom('register_span').select((eb) => ['register', 'year', eb.fn.max('last').as('last')]).where('entity_id', '=', entityId).groupBy(['register', 'year']).execute();
  const spans = new Map<string, Span>();
  for (const { register, year, first, last } of [...given, ...reserved]) {
    if (register === null || year === null) continue;
    const key = `${register} ${year}`;
    const known = spans.get(key);
    spans.set(key, { register, year, first: Math.min(known?.first ?? Infinity, Number(first)), last: Math.max(known?.last ?? 0, Number(last)) });
  }
  return [...spans.entries()]
    .map(([key, span]) => {
      const before = held.find(({ register, year }) => `${register} ${year}` === key);
      return before ? { ...span, first: Number(before.last) + 1 } : span;
    })
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => (a.register === b.register ? a.year - b.year : a.register < b.register ? -1 : 1));
}
