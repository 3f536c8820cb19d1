import { belongs, dayIn, houseGroups, registerSeriesOf, registerStays, registerYearDays, registerYearState, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound, type Call, type Contract, type RegisterSeriesView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { sql } from 'kysely';
import { sortings } from './candidates.js';

/** The daily registers by year, with what becomes of each: for the archives and the DPO. */
export async function registerSeries(house: House, person: Person): Promise<RegisterSeriesView> {
  if (!belongs(person, houseGroups.archives) && !belongs(person, houseGroups.dpo)) throw forbidden('registerSeries');
  const settings = await house.settings();
  const series = registerSeriesOf(settings);
  const { db } = house.store;
  const today = dayIn(settings.authority.timeZone, house.now());
  const { rows } = await sql<{ year: number; days: number; eliminated: number; lines: number; bytes: string }>`
    SELECT extract(year FROM d.day)::int AS year, count(*)::int AS days, count(e.subject_id)::int AS eliminated, sum(d.lines)::int AS lines, coalesce(sum(f.bytes), 0) AS bytes
    FROM register_day d
    LEFT JOIN elimination e ON e.subject_kind = 'register' AND e.entity_id = d.entity_id AND e.subject_id = to_char(d.day, 'YYYY-MM-DD')
    LEFT JOIN (SELECT entity_id, day, sum(octet_length(bytes)) AS bytes FROM register_file GROUP BY entity_id, day) f ON f.entity_id = d.entity_id AND f.day = d.day
    WHERE d.entity_id = ${house.entityId} GROUP BY 1 ORDER BY 1 DESC`.execute(db);
  const sorted = await sortings(db, house.entityId);
  const claimed = await claims(house);
  const service = settings.services.find(({ code }) => code === series.service);
  return {
    row: series.row && { code: series.row.code, label: series.row.label, years: series.row.years, finalSort: series.row.finalSort, agreed: !!series.row.agreed },
    service: service && { code: service.code, label: service.label },
    items: rows.map(({ year, days, eliminated, lines, bytes }) => {
      const dates = registerYearDays(series.row, year);
      const decision = sorted.get(year);
      const gone = eliminated === days;
      return {
        year, days, eliminated, lines, bytes: Number(bytes), ...dates,
        state: registerYearState(dates, gone, today),
        sorting: decision && { decision: decision.decision, reason: decision.reason, by: decision.decided_by_name, at: decision.decided_at.toISOString() },
        stays: gone ? undefined : registerStays(series, decision?.decision),
        campaign: claimed.get(year),
      };
    }),
  };
}

/** Campaigns in whose frozen list days of a year are. */
async function claims({ store: { db }, entityId }: House): Promise<ReadonlyMap<number, { id: string; chrono: string }>> {
  const rows = await db.selectFrom('campaign_claim').innerJoin('campaign', 'campaign.id', 'campaign_claim.campaign_id').select(['campaign.id', 'chrono', sql<number>`left(subject_id, 4)::int`.as('year')]).distinct().where('entity_id', '=', entityId).where('subject_kind', '=', 'register').execute();
  return new Map(rows.map(({ year, id, chrono }) => [year, { id, chrono }]));
}

/** Decides of a year that its row asks to sort; changed while nothing of it lies in a list. */
export async function sortRegister(house: House, call: Call<Contract['sortRegister']>): Promise<RegisterSeriesView> {
  const { caller, params: { year }, body: { decision, reason } } = call;
  if (!belongs(caller, houseGroups.archives)) throw forbidden('sortRegister');
  const found = (await registerSeries(house, caller)).items.find((one) => one.year === year);
  if (!found) throw notFound('register');
  const { row } = registerSeriesOf(await house.settings());
  if (row?.finalSort !== 'T') throw conflict('registerNotToSort', 'The row of the register does not ask for sorting', { row: row?.code ?? '' });
  if (found.state !== 'due') throw conflict('registerNotDue', 'Its period has not ended', { year });
  if (found.campaign) throw conflict('registerListed', 'It is in the list of a campaign', { campaign: found.campaign.chrono });
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const values = { entity_id: house.entityId, year, decision, reason, decided_by: caller.id, decided_by_name: caller.displayName, decided_at: house.now() };
    await tx.trx.insertInto('register_sorting').values(values).onConflict((on) => on.columns(['entity_id', 'year']).doUpdateSet(values)).execute();
    tx.append({ type: 'register.sorted', subjectKind: 'register', subjectId: String(year), data: { year, decision, row: row.code }, personal: { reason } });
  });
  return registerSeries(house, caller);
}
