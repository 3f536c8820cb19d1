import { addDays, dayIn, houseGroups, notWorked } from '@bannette/domain';
import type { House, Listening } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import type { Kysely } from 'kysely';
import { notify } from '../tell.js';

/** What of a sorting its notices tell: numbers, never a name or a subject. */
interface ToldSorting {
  readonly id: string;
  readonly chrono: string;
  readonly state: string;
  readonly archivists: readonly string[];
  readonly row_code: string;
  readonly proposed_at: Date | null;
  readonly mails: number;
}

const { archives } = houseGroups;
/** An archivist is asked again, and the archives know of it, each time as many days have passed. */
const everyDays = 30;

/** Hears what becomes of a sorting: the archivists that it lies before them, or no longer; the archives what was decided, and that it is done. */
export function tellOfSortings(house: House): Listening {
  return {
    name: 'rgpd.sortings',
    types: ['sorting.proposed', 'sorting.agreed', 'sorting.givenBack', 'sorting.cancelled', 'sorting.carriedOut'],
    handle: async (entry, tx) => {
      const sorting = await toldSorting(tx.trx, house.entityId, entry.subjectId);
      if (!sorting) return;
      const said = entry.type.slice('sorting.'.length);
      const audiences = said === 'proposed' ? sorting.archivists : said === 'cancelled' && sorting.proposed_at ? [...sorting.archivists, archives] : [archives];
      for (const audience of audiences.filter((each) => each !== entry.actor)) await tell(tx, sorting, audience, said === 'proposed' ? 'toDecide' : said, String(entry.seq));
    },
  };
}

/** Each worked day: sortings that have lain before archivists for a month, and for each month more. */
export async function remindOfSortings(house: House): Promise<void> {
  const { authority, calendar } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  if (notWorked(today, calendar)) return;
  const open = await house.store.db.selectFrom('sorting').select(['id', 'proposed_at']).where('entity_id', '=', house.entityId).where('state', '=', 'proposed').execute();
  for (const { id, proposed_at } of open) {
    const since = proposed_at && dayIn(authority.timeZone, proposed_at);
    if (!since || addDays(since, everyDays) > today) continue;
    const months = Math.floor((Date.parse(today) - Date.parse(since)) / 86_400_000 / everyDays);
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      const sorting = await toldSorting(tx.trx, house.entityId, id);
      if (sorting?.state === 'proposed') for (const audience of [...sorting.archivists, archives]) await tell(tx, sorting, audience, 'waits', `${id}:${since}:${months}`, { day: since });
    });
  }
}

async function tell(tx: Tx, { id, chrono, row_code: row, mails, archivists }: ToldSorting, audience: string, kind: string, key: string, more: { readonly [name: string]: string } = {}): Promise<void> {
  // What was given back or given up is nothing that an archivist can open.
  const link = !archivists.includes(audience) ? `/sortings/${id}` : kind === 'cancelled' ? '/visas' : `/visas/sortings/${id}`;
  await notify(tx, { audience, kind: `sorting.${kind}`, key, params: { number: chrono, count: mails, row, ...more }, link });
}

async function toldSorting(db: Kysely<Database>, entityId: string, id: string): Promise<ToldSorting | undefined> {
  const row = await db.selectFrom('sorting').select(['id', 'chrono', 'state', 'archivists', 'row_code', 'proposed_at']).where('entity_id', '=', entityId).where('id', '=', id).executeTakeFirst();
  const counted = row && (await db.selectFrom('sorting_item').select((eb) => eb.fn.countAll<string>().as('mails')).where('sorting_id', '=', id).executeTakeFirstOrThrow());
  return row && { ...row, mails: Number(counted?.mails ?? 0) };
}
