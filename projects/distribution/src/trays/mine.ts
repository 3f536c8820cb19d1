import { belongs, bulkMost, isCleared, mailRoomGroup, trayQuery, type Person, type Settings } from '@bannette/domain';
import { notFound, type Call, type Contract } from '@bannette/http';
import { forRights, linesOf, type House } from '@bannette/house';
import { pageOfTray, type MailPage, type PageRow } from '../page.js';
import { findMails } from '../search.js';
import { countTrays, traysOf, type Counts, type Tray } from '../trays.js';
import { pinsOf } from './pins.js';
import { savedFor, type SavedRow } from './saved.js';

/** A tray that is not worth showing while it is empty: a retired service's, or that of a mail room whose work one may do beside one's own. */
const isIdle = ({ id, setting, site }: Tray, caller: Person, { services }: Settings, counts: ReadonlyMap<string, Counts>): boolean =>
  !counts.get(id)?.open && (!!services.find(({ code }) => code === setting?.service)?.retired || (site !== undefined && !belongs(caller, mailRoomGroup(site))));

const savedId = (id: string): string | undefined => (id.startsWith('saved:') ? id.slice('saved:'.length) : undefined);

/** All trays of a person with their counts; those that they put first say so, in the order of the answer. */
export async function myTrays(house: House, { caller }: Call<Contract['trays']>) {
  const settings = await house.settings();
  const trays = traysOf(caller, settings, house.now(), house.entityId);
  const [counts, pins, saved] = await Promise.all([countTrays(house, caller, trays), pinsOf(house, caller.id), savedFor(house, caller)]);
  const items = [...trays.filter((tray) => !isIdle(tray, caller, settings, counts)).map((tray) => described(tray, settings, counts)), ...(await describedSaved(house, caller, saved))];
  const place = (id: string): number => (pins.includes(id) ? pins.indexOf(id) : pins.length);
  return { items: items.map((item) => ({ ...item, pinned: pins.includes(item.id) || undefined })).sort((a, b) => place(a.id) - place(b.id)) };
}

const described = ({ id, kind, setting, site, replaced }: Tray, settings: Settings, counts: ReadonlyMap<string, Counts>) => ({
  id,
  kind: kind as Tray['kind'] | 'saved',
  label: setting?.label,
  service: setting?.service,
  serviceLabel: settings.services.find(({ code }) => code === setting?.service)?.label,
  site,
  siteLabel: site && (settings.sites.find(({ code }) => code === site)?.label ?? site),
  replaced,
  shared: undefined as boolean | undefined,
  uncounted: undefined as boolean | undefined,
  ...(counts.get(id) ?? { open: 0, late: 0 }),
});

/** Counts of saved queries are kept aside; that they are looked at is noted, so that they are kept up. */
async function describedSaved(house: House, caller: Person, saved: readonly SavedRow[]): Promise<ReturnType<typeof described>[]> {
  if (!saved.length) return [];
  const stale = saved.filter(({ asked_at }) => !asked_at || house.now().getTime() - asked_at.getTime() > 60_000).map(({ id }) => id);
  if (stale.length) await house.store.db.updateTable('saved_tray').set({ asked_at: house.now() }).where('id', 'in', stale).execute();
  const counts = await countTrays(house, caller, saved.map(({ id }) => ({ id: `saved:${id}`, kind: 'personal', sort: 'due', strands: [], counting: { whose: [`saved:${id}`], guarded: true } })));
  return saved.map((row) => {
    const ofOthers = row.owner !== caller.id;
    const uncounted = row.counting_ms === null || (ofOthers && trayQuery.parse(row.query).assignee === 'me');
    const id = `saved:${row.id}`;
    return { id, kind: 'saved' as const, label: row.name, service: undefined, serviceLabel: undefined, site: undefined, siteLabel: undefined, replaced: undefined, shared: row.shared_with !== null || undefined, uncounted: uncounted || undefined, ...(uncounted ? { open: 0, late: 0 } : (counts.get(id) ?? { open: 0, late: 0 })) };
  });
}

/** A page of any tray of `person`'s. @throws Problem 404 for one that isn't theirs, 422 `tooBroad` for a search that takes too long */
async function pageOfMine(house: House, person: Person, id: string, page: { limit: number; after?: string }): Promise<MailPage> {
  const saved = savedId(id);
  if (saved !== undefined) {
    const row = (await savedFor(house, person)).find((each) => each.id === saved);
    if (!row) throw notFound('tray');
    return findMails(house, person, { query: trayQuery.parse(row.query), sort: row.sort as 'due', ...page });
  }
  const tray = traysOf(person, await house.settings(), house.now(), house.entityId).find((each) => each.id === id);
  if (!tray) throw notFound('tray');
  return pageOfTray(house, person, tray, page);
}

export async function trayPage(house: House, { params, query, caller }: Call<Contract['trayMails']>) {
  const { rows, next } = await pageOfMine(house, caller, params.id, query);
  return { items: linesOf(house, caller, await house.settings(), rows), next };
}

/** All of a tray that `caller` may open, as far as one bulk action goes. */
export async function traySelection(house: House, { params, caller }: Call<Contract['traySelection']>): Promise<{ items: { id: string; revision: number }[]; more: boolean }> {
  const found: PageRow[] = [];
  let after: string | undefined;
  do {
    const page = await pageOfMine(house, caller, params.id, { limit: 200, after });
    found.push(...page.rows.filter((row) => isCleared(caller, forRights(row))));
    after = page.next;
  } while (after && found.length <= bulkMost);
  return { items: found.slice(0, bulkMost).map(({ id, revision }) => ({ id, revision })), more: found.length > bulkMost || after !== undefined };
}
