import { dayIn } from '@bannette/domain';
import type { RegisterLine } from '@bannette/http';
import type { House } from '@bannette/house';
import { contentOf } from './content.js';

/** A line's place outlasts what happens to its number meanwhile. */
const placeOf = ({ register, chrono, later }: RegisterLine): string => [register, chrono, ...(later ? ['later'] : [])].join(' ');

/** What the register of the day will hold so far, from its end: who looks at it looks for what was just numbered. */
export async function openPage(house: House, { limit, after }: { readonly limit: number; readonly after?: string }): Promise<{ items: RegisterLine[]; next?: string; total: number }> {
  const lines = (await openLines(house)).toReversed();
  const from = after === undefined ? 0 : lines.findIndex((line) => placeOf(line) === after) + 1;
  const items = lines.slice(from, from + limit);
  const last = items.at(-1);
  return { items, next: last && from + limit < lines.length ? placeOf(last) : undefined, total: lines.length };
}

async function openLines(house: House): Promise<readonly RegisterLine[]> {
  const settings = await house.settings();
  const now = house.now();
  const last = await house.store.db.selectFrom('register_day').select(['day', 'journal_seq']).where('entity_id', '=', house.entityId).orderBy('day', 'desc').limit(1).executeTakeFirst();
  const { lines } = await contentOf(house.store.db, house.entityId, settings, { day: dayIn(settings.authority.timeZone, now), until: new Date(now.getTime() + 1000), before: last && { day: last.day, journalSeq: last.journal_seq } });
  return lines;
}
