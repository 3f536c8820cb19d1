import { dayIn } from '@bannette/domain';
import type { RegisterLine } from '@bannette/http';
import type { House } from '@bannette/house';
import { contentOf } from './content.js';

/** A line's place outlasts what happens to its number meanwhile. */
const placeOf = ({ register, chrono, later }: RegisterLine): string => [register, chrono, ...(later ? ['later'] : [])].join(' ');

/**
 * What the register of the day will hold so far, from its end: who looks at it looks for what was just numbered. Where the day was
 * closed between two pages, those that were to come stand in its file: nothing follows. A line that has become part of another
 * meanwhile, as unused numbers do, is taken for the one at its place.
 */
export async function openPage(house: House, { limit, after }: { readonly limit: number; readonly after?: string }): Promise<{ items: RegisterLine[]; next?: string; total: number }> {
  const { since, lines } = await openLines(house);
  const from = after === undefined ? 0 : placeAfter(after, since, lines);
  const items = lines.slice(from, from + limit);
  const last = items.at(-1);
  const until = from + items.length;
  return { items, next: last && until < lines.length ? [since, until, placeOf(last)].join(' ') : undefined, total: lines.length };
}

function placeAfter(cursor: string, since: string, lines: readonly RegisterLine[]): number {
  const [, day, until, place] = /^(\S+) (\d+) (.+)$/.exec(cursor) ?? [];
  if (day !== since) return lines.length;
  const found = lines.findIndex((line) => placeOf(line) === place);
  return found < 0 ? Number(until) : found + 1;
}

/** Day of the register that was closed last, and all lines since then, the last first. */
async function openLines(house: House): Promise<{ since: string; lines: readonly RegisterLine[] }> {
  const settings = await house.settings();
  const now = house.now();
  const last = await house.store.db.selectFrom('register_day').select(['day', 'journal_seq']).where('entity_id', '=', house.entityId).orderBy('day', 'desc').limit(1).executeTakeFirst();
  const { lines } = await contentOf(house.store.db, house.entityId, settings, { day: dayIn(settings.authority.timeZone, now), until: new Date(now.getTime() + 1000), before: last && { day: last.day, journalSeq: last.journal_seq } });
  return { since: last?.day ?? 'ever', lines: lines.toReversed() };
}
