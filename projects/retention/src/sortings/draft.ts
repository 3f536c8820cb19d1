import { belongs, dayIn, houseGroups, ruleFault, type Person, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type Contract, type SortingPreviewView, type SortingScope, type SortingView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId, nextNumber, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { actOnSorting } from './act.js';
import { candidatesOf, rowToSort, type Candidates, type Picked } from './candidates.js';
import { amountOf, countYears, viewSorting } from './view.js';

const shown = 12;

export function requireArchives(person: Person, action: string): void {
  if (!belongs(person, houseGroups.archives)) throw forbidden(action);
}

/** What a new sorting may be about. */
export async function sortingBounds(house: House, person: Person) {
  requireArchives(person, 'addSorting');
  const { authority, schedule, services, types } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  const rows = schedule.rows.filter(({ finalSort, agreed }) => finalSort === 'T' && agreed);
  const { rows: counted } = await sql<{ row: string; due: number; first: number | null; last: number | null }>`
    SELECT m.retention_row AS row, count(*)::int AS due, min(extract(year FROM m.retention_trigger))::int AS first, max(extract(year FROM m.retention_trigger))::int AS last
    FROM mail m LEFT JOIN mail_record r ON r.mail_id = m.id
    WHERE m.entity_id = ${house.entityId} AND m.eliminated_at IS NULL AND m.retention_due < ${today}::date AND r.sorted IS NULL AND m.retention_row = ANY (${sql.val(rows.map(({ code }) => code))}::text[]) GROUP BY 1`.execute(house.store.db);
  return {
    today,
    rows: rows.map(({ code, label, years, personalData }) => {
      const found = counted.find(({ row }) => row === code);
      return { code, label, years, due: found?.due ?? 0, firstYear: found?.first ?? undefined, lastYear: found?.last ?? undefined, letters: personalData === 'none' || personalData === 'ordinary' };
    }),
    services: services.map(({ code, label }) => ({ code, label })),
    types: types.map(({ code, label }) => ({ code, label })),
  };
}

export async function previewSorting(house: House, { caller, body }: Call<Contract['previewSorting']>): Promise<SortingPreviewView> {
  requireArchives(caller, 'addSorting');
  const settings = await house.settings();
  check(settings, body);
  const { units, leftOut } = await candidatesOf(house, house.store.db, body);
  const of = (decision: Picked['picked']): readonly Picked[] => units.filter(({ picked }) => picked === decision);
  return {
    kept: amountOf(of('kept').map(toAmount)),
    notKept: amountOf(of('notKept').map(toAmount)),
    years: countYears(units.flatMap(({ unit, picked }) => unit.mails.map(({ year }) => ({ year, decision: picked, mails: 1 })))),
    leftOut: told(leftOut),
    held: units.flatMap(({ mails }) => mails).filter(({ holds }) => holds > 0).length,
    sample: [...of('kept').slice(0, shown), ...of('notKept').slice(0, shown)].map((one) => sampleOf(one, settings)),
  };
}

const toAmount = ({ mails }: Picked) => ({ units: 1, mails: mails.length, documents: mails.reduce((sum, { documents }) => sum + documents, 0), bytes: mails.reduce((sum, { bytes }) => sum + Number(bytes), 0) });
const told = (leftOut: Candidates['leftOut']): SortingPreviewView['leftOut'] => Object.entries(leftOut).map(([cause, mails]) => ({ cause: cause as keyof typeof leftOut, mails }));

function sampleOf({ unit, picked, mails }: Picked, { types, services }: Settings): SortingPreviewView['sample'][number] {
  const first = mails[0];
  return { unit: unit.id, affair: unit.affair !== undefined, rank: unit.rank, chrono: first?.chrono ?? undefined, type: types.find(({ code }) => code === first?.type)?.label, service: services.find(({ code }) => code === first?.service)?.label, year: first?.year ?? 0, picked };
}

/** @throws Problem 422 for a rule that can't be, and for years, services and kinds that there are none of */
function check(settings: Settings, { row, rule, fromYear, toYear, services }: SortingScope): void {
  const fault = ruleFault(rule, rowToSort(settings, row).personalData);
  if (fault) throw invalid(fault, `The rule can’t be: ${fault}`, {});
  if (fromYear !== undefined && toYear !== undefined && fromYear > toYear) throw invalid('yearsBackwards', 'The first year is after the last', { from: fromYear, to: toYear });
  const wanted = [...services, ...(rule.by === 'services' ? rule.of : [])];
  const service = wanted.find((code) => !settings.services.some((one) => one.code === code));
  if (service) throw invalid('unknownService', `There is no service ${service}`, { service });
  const type = rule.by === 'types' ? rule.of.find((code) => !settings.types.some((one) => one.code === code)) : undefined;
  if (type) throw invalid('unknownType', `There is no type ${type}`, { type });
}

export async function addSorting(house: House, call: Call<Contract['addSorting']>): Promise<SortingView> {
  const { caller, body } = call;
  requireArchives(caller, 'addSorting');
  const settings = await house.settings();
  check(settings, body);
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const found = await candidatesOf(house, tx.trx, body);
    const year = Number(dayIn(settings.authority.timeZone, house.now()).slice(0, 4));
    const number = await nextNumber(tx.trx, { entityId: house.entityId, register: 'sorting', year });
    const chrono = `TRI-${year}-${String(number).padStart(3, '0')}`;
    await tx.trx.insertInto('sorting').values({ id, entity_id: house.entityId, year, number, chrono, state: 'draft', ...columnsOf(body, found), created_by: caller.id, created_by_name: caller.displayName, created_at: house.now() }).execute();
    await keepList(tx, id, found);
    tx.append({ type: 'sorting.created', subjectKind: 'sorting', subjectId: id, data: { chrono, row: body.row, rule: { ...body.rule }, mails: mailsOf(found) } });
  });
  return viewSorting(house, caller, id);
}

/** Another scope or rule: what was decided by hand is forgotten. */
export async function changeSorting(house: House, call: Call<Contract['changeSorting']>): Promise<SortingView> {
  const { caller, body, params: { id } } = call;
  const settings = await house.settings();
  await actOnSorting(house, call, 'change', async (_sorting, tx) => {
    check(settings, body);
    const found = await candidatesOf(house, tx.trx, body, id);
    await tx.trx.deleteFrom('sorting_item').where('sorting_id', '=', id).execute();
    await keepList(tx, id, found);
    return { set: columnsOf(body, found), entry: { type: 'sorting.changed', data: { row: body.row, rule: { ...body.rule }, mails: mailsOf(found) } } };
  });
  return viewSorting(house, caller, id);
}

const mailsOf = ({ units }: Candidates): number => units.reduce((sum, { mails }) => sum + mails.length, 0);

const columnsOf = ({ title, criterion, row, rule, fromYear, toYear, services }: SortingScope & { readonly title: string; readonly criterion: string }, found: Candidates) => ({
  title, criterion, row_code: row, row: JSON.stringify(found.row), rule: JSON.stringify(rule), from_year: fromYear ?? null, to_year: toYear ?? null, services: [...new Set(services)], left_out: JSON.stringify(found.leftOut),
});

const atOnce = 1_000;
export async function keepList(tx: Tx, sortingId: string, { units }: Candidates): Promise<void> {
  const items = units.flatMap(({ unit, picked, mails }) => mails.map((mail) => ({ sorting_id: sortingId, mail_id: mail.id, unit: unit.id, affair_id: unit.affair ?? null, rank: unit.rank, year: mail.year ?? 0, due: mail.due ?? '', documents: mail.documents, bytes: Number(mail.bytes), picked, proposed: picked, proposed_because: null })));
  const placed = items.map((item, index) => ({ ...item, position: index + 1 }));
  for (let from = 0; from < placed.length; from += atOnce) await tx.trx.insertInto('sorting_item').values(placed.slice(from, from + atOnce)).execute();
}
