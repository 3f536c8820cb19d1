import { serviceGroup } from '@bannette/domain';
import type { House } from '@bannette/house';
import { emptyChange, type Change, type Page } from './page.js';
import type { Pages } from './pages.js';

/** What was told to this process since its pages were last told. */
export interface Told {
  readonly notices: Set<string>;
  readonly trays: Set<string>;
  /** Who has read notices. */
  readonly readers: Set<string>;
  missed: boolean;
}
export const nothingTold = (): Told => ({ notices: new Set(), trays: new Set(), readers: new Set(), missed: false });

/** Further behind than this, pages are told to ask for all. */
const mostEntries = 2_000;

/** Takes down what a process was told by another one; of what it does not know it makes nothing. */
export function takeDown(told: Told, said: string): void {
  const [what, id = ''] = said.split(/ (.*)/s);
  if (what === 'notice') told.notices.add(id);
  else if (what === 'tray') told.trays.add(id);
  else if (what === 'read') told.readers.add(id);
  else if (what === 'missed') told.missed = true;
}

/** End of the journal; all entries up to it can be read. */
export async function journalEnd(house: House): Promise<number> {
  return (await house.store.db.selectFrom('journal_head').select('seq').executeTakeFirst())?.seq ?? 0;
}

/** Mails that entries after `from`, up to `to`, are about; undefined when these are too many to look at. */
export async function changedMails(house: House, from: number, to: number): Promise<readonly string[] | undefined> {
  if (to - from > mostEntries) return undefined;
  if (to <= from) return [];
  const rows = await house.store.db.selectFrom('journal').select('subject_id').distinct().where('seq', '>', from).where('seq', '<=', to).where('entity_id', '=', house.entityId).where('subject_kind', '=', 'mail').execute();
  return rows.map(({ subject_id }) => subject_id);
}

/** What each page should ask for again: of mails, who may list them has other counts, who may open them has them changed. */
export async function gather(house: House, pages: Pages, told: Told, mails: readonly string[] | undefined): Promise<ReadonlyMap<Page, Change>> {
  const changes = new Map<Page, Change>();
  const of = (page: Page): Change => {
    const known = changes.get(page) ?? emptyChange();
    changes.set(page, known);
    return known;
  };
  if (told.missed || !mails) for (const page of pages) of(page).missed = true;
  for (const { id, revision, readers, listers } of await mailsNow(house, mails ?? [])) {
    for (const group of listers) for (const page of pages.of(group)) of(page).trays = true;
    for (const group of readers) for (const page of pages.of(group)) of(page).mails.set(id, revision);
  }
  const { trays } = await house.settings();
  for (const { service } of trays.filter(({ id }) => told.trays.has(id))) for (const page of pages.of(serviceGroup(service))) of(page).trays = true;
  for (const { id, audience } of await noticesNow(house, [...told.notices])) for (const page of pages.of(audience)) of(page).notices.add(id);
  for (const person of told.readers) for (const page of pages.of(person)) of(page).read = true;
  return changes;
}

async function mailsNow(house: House, ids: readonly string[]) {
  return ids.length ? house.store.db.selectFrom('mail').select(['id', 'revision', 'readers', 'listers']).where('id', 'in', ids).execute() : [];
}

async function noticesNow(house: House, ids: readonly string[]) {
  return ids.length ? house.store.db.selectFrom('notice').select(['id', 'audience']).where('id', 'in', ids).where('entity_id', '=', house.entityId).execute() : [];
}
