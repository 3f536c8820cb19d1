import { belongs, dayIn, houseGroups, type CampaignState, type Person } from '@bannette/domain';
import { forbidden } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';

interface Year {
  readonly year: number;
  readonly reached: number;
  readonly toCome: number;
  readonly campaign?: { readonly id: string; readonly chrono: string; readonly title: string; readonly state: CampaignState };
}

/** Terms of personal data by year, with the campaigns that propose what has reached its own; and how many tell none. */
export async function personalTerms(house: House, caller: Person): Promise<{ years: Year[]; unknown: number; restrictions: number }> {
  if (![houseGroups.dpo, houseGroups.archives].some((group) => belongs(caller, group))) throw forbidden('personalTerms');
  const { db } = house.store;
  const { authority } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  const year = sql<number>`extract(year from personal_term)::int`;
  const [terms, proposals, unknown, restrictions] = await Promise.all([
    db.selectFrom('mail').select((eb) => [year.as('year'), sql<string>`count(*) filter (where personal_term <= ${today}::date)`.as('reached'), eb.fn.countAll<string>().as('all')]).where('entity_id', '=', house.entityId).where('personal_term', 'is not', null).where('eliminated_at', 'is', null).groupBy(year).orderBy(year).execute(),
    db.selectFrom('personal_term').innerJoin('campaign', 'campaign.id', 'campaign_id').select(['campaign.id', 'chrono', 'title', 'state', sql<number>`extract(year from term)::int`.as('of')]).where('personal_term.entity_id', '=', house.entityId).distinct().orderBy('chrono').execute(),
    db.selectFrom('mail').select((eb) => eb.fn.countAll<string>().as('mails')).where('entity_id', '=', house.entityId).where('state', 'in', ['closed', 'noFollowUp', 'sent']).where('personal_term', 'is', null).where('eliminated_at', 'is', null).executeTakeFirstOrThrow(),
    db.selectFrom('hold').select((eb) => eb.fn.countAll<string>().as('holds')).where('entity_id', '=', house.entityId).where('kind', '=', 'restriction').where('released_at', 'is', null).executeTakeFirstOrThrow(),
  ]);
  const years = terms.map(({ year: of, reached, all }): Year => {
    const proposed = proposals.filter((one) => one.of === of).at(-1);
    return { year: of, reached: Number(reached), toCome: Number(all) - Number(reached), ...(proposed ? { campaign: { id: proposed.id, chrono: proposed.chrono, title: proposed.title, state: proposed.state } } : {}) };
  });
  return { years, unknown: Number(unknown.mails), restrictions: Number(restrictions.holds) };
}
