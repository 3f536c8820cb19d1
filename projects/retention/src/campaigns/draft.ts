import { belongs, dayIn, houseGroups, usualElimination, withSortedOut, type Person, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type CampaignView, type Contract } from '@bannette/http';
import { contextOf, peopleIn, type House } from '@bannette/house';
import { newId, nextNumber } from '@bannette/store';
import { actOnCampaign } from './act.js';
import { viewCampaign } from './view.js';

const register = 'elimination';
type Scope = Call<Contract['addCampaign']>['body'];

export function requireArchives(person: Person, action: string): void {
  if (!belongs(person, houseGroups.archives)) throw forbidden(action);
}

/** Begins a campaign; its number is drawn in the same transaction, so none is missing. */
export async function addCampaign(house: House, call: Call<Contract['addCampaign']>): Promise<CampaignView> {
  const { caller, body } = call;
  requireArchives(caller, 'addCampaign');
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  const columns = columnsOf(body, settings, today);
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const year = Number(today.slice(0, 4));
    const number = await nextNumber(tx.trx, { entityId: house.entityId, register, year });
    const chrono = `ELIM-${year}-${String(number).padStart(3, '0')}`;
    await tx.trx.insertInto('campaign').values({ id, entity_id: house.entityId, year, number, chrono, state: 'draft', ...columns, created_by: caller.id, created_by_name: caller.displayName, created_at: house.now() }).execute();
    tx.append({ type: 'campaign.created', subjectKind: 'campaign', subjectId: id, data: { chrono, until: body.until } });
  });
  return viewCampaign(house, caller, id);
}

/** Another scope: what was analysed is to be analysed again. */
export async function changeCampaign(house: House, call: Call<Contract['changeCampaign']>): Promise<CampaignView> {
  const settings = await house.settings();
  const columns = columnsOf(call.body, settings, dayIn(settings.authority.timeZone, house.now()));
  await actOnCampaign(house, call, {
    action: 'change',
    change: async ({ id }, tx) => {
      await tx.trx.deleteFrom('campaign_item').where('campaign_id', '=', id).execute();
      return { set: { ...columns, ...noWork, analysed_at: null, fund: null }, entry: { type: 'campaign.changed', data: { until: call.body.until } } };
    },
  });
  return viewCampaign(house, call.caller, call.params.id);
}

/** A job that finds its work gone ends. */
export const noWork = { work: null, work_done: 0, work_total: 0, work_after: null, work_at: null, work_failure: null } as const;

/** @throws Problem 422 for a day in the future, what the settings don't have, and bounds wider than the authority's */
function columnsOf({ title, until, services, rows, ...asked }: Scope, { authority, ...settings }: Settings, today: string) {
  if (until > today) throw invalid('dayInFuture', `${until} is in the future`, { day: until });
  const unknownService = services.find((code) => !settings.services.some((service) => service.code === code));
  if (unknownService) throw invalid('unknownService', `There is no service ${unknownService}`, { service: unknownService });
  const unknownRow = rows.find((code) => !withSortedOut(settings.schedule.rows).some((row) => row.code === code));
  if (unknownRow) throw invalid('unknownRow', `There is no row ${unknownRow}`, { row: unknownRow });
  const usual = usualElimination(authority);
  const bound = (field: 'maxItems' | 'maxShare' | 'maxErrors'): number => {
    const value = asked[field] ?? usual[field];
    if (value > usual[field]) throw invalid('overBound', `The authority allows ${usual[field]} at the most`, { field, most: usual[field] });
    return value;
  };
  const coolingDays = asked.coolingDays ?? usual.coolingDays;
  if (coolingDays < usual.coolingDays) throw invalid('underBound', `The authority wants ${usual.coolingDays} days at the least`, { field: 'coolingDays', least: usual.coolingDays });
  return { title, until, services: [...new Set(services)], rows: [...new Set(rows)], max_items: bound('maxItems'), max_share: bound('maxShare'), max_errors: bound('maxErrors'), cooling_days: coolingDays };
}

/** What a new campaign may ask for. */
export async function campaignBounds(house: House, { caller }: Call<Contract['campaignBounds']>) {
  requireArchives(caller, 'addCampaign');
  const { authority, services, schedule } = await house.settings();
  const { maxItems, maxShare, maxErrors, coolingDays } = usualElimination(authority);
  const rows = withSortedOut(schedule.rows).filter(({ finalSort, agreed }) => finalSort === 'D' && agreed);
  return { today: dayIn(authority.timeZone, house.now()), maxItems, maxShare, maxErrors, coolingDays, services: services.map(({ code, label }) => ({ code, label })), rows: rows.map(({ code, label, years }) => ({ code, label, years })) };
}

export async function campaignArchivists(house: House, { caller }: Call<Contract['campaignArchivists']>) {
  requireArchives(caller, 'submitCampaign');
  const people = await peopleIn(house.store.db, houseGroups.archivists);
  return { items: people.map(({ id, display_name }) => ({ id, displayName: display_name })) };
}
