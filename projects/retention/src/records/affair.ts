import { dayIn, dueUnder, isDay, mayWithAffair, type AffairForRights, type Person } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type AffairRetentionView, type Call, type Contract } from '@bannette/http';
import { contextOf, requireOutsideLists, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';
import { rowOf } from './reckon.js';
import { keepsRecords } from './view.js';

type AffairRow = Selectable<Database['affair']>;
const forRights = ({ service, confidentiality, compartment, state }: AffairRow): AffairForRights => ({ service, confidentiality, state, ...(compartment ? { compartment } : {}) });

/** Those who may open the affair, and the archives. */
export async function affairRetention(house: House, { params, caller }: Pick<Call<Contract['affairRetention']>, 'params' | 'caller'>): Promise<AffairRetentionView> {
  const affair = await house.store.db.selectFrom('affair').selectAll().where('id', '=', params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!affair || !(keepsRecords(caller) || mayWithAffair(caller, 'read', forRights(affair)))) throw notFound('affair');
  const settings = await house.settings();
  const row = rowOf(settings, affair.schedule_row);
  const { trigger, due } = row ? dueUnder(row, { fiscalYearEnd: settings.authority.fiscalYearEnd }, { closedOn: affair.closed_on ?? undefined, declaredTrigger: affair.declared_trigger ?? undefined }) : {};
  const records = await recordsIn(house.store.db, affair.id);
  return {
    row: row && { code: row.code, label: row.label },
    declaredTrigger: affair.declared_trigger ?? undefined,
    trigger,
    due,
    records,
    mayChange: mayChange(caller, affair) && records === 0,
    rows: mayChange(caller, affair) ? settings.schedule.rows.map(({ code, label }) => ({ code, label })) : [],
  };
}

/** Its service keeps it; once one of its mails is a record, all of them keep what that was filed under. */
export async function setAffairRetention(house: House, call: Call<Contract['setAffairRetention']>): Promise<AffairRetentionView> {
  const { body, caller, params } = call;
  const settings = await house.settings();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const affair = await tx.trx.selectFrom('affair').selectAll().where('id', '=', params.id).where('entity_id', '=', house.entityId).forNoKeyUpdate().executeTakeFirst();
    if (!affair || !(keepsRecords(caller) || mayWithAffair(caller, 'list', forRights(affair)))) throw notFound('affair');
    if (!mayChange(caller, affair)) throw forbidden('setAffairRetention');
    if (body.row && !rowOf(settings, body.row)) throw invalid('unknownRow', `There is no row ${body.row}`, { row: body.row });
    if (body.row !== undefined && body.row !== affair.schedule_row && (await recordsIn(tx.trx, affair.id)) > 0) throw conflict('recordsBegun', 'Some of its mails are records already');
    if (body.declaredTrigger && (!isDay(body.declaredTrigger) || body.declaredTrigger > dayIn(settings.authority.timeZone, house.now()))) throw invalid('dayInFuture', `${body.declaredTrigger} is in the future`, { day: body.declaredTrigger });
    const mails = await tx.trx.selectFrom('mail').select('id').where('affair_id', '=', affair.id).where('intermediate_at', 'is not', null).execute();
    await requireOutsideLists(tx.trx, mails.map(({ id }) => id));
    const entry = { subjectKind: 'affair', subjectId: affair.id, personal: { reason: body.reason } } as const;
    if (body.row !== undefined && body.row !== affair.schedule_row) tx.append({ ...entry, type: 'affair.rowChanged', data: { row: body.row, before: affair.schedule_row } });
    if (body.declaredTrigger !== undefined && body.declaredTrigger !== affair.declared_trigger) tx.append({ ...entry, type: 'affair.triggerDeclared', data: { trigger: body.declaredTrigger, before: affair.declared_trigger } });
    await tx.trx.updateTable('affair').set({ ...(body.row === undefined ? {} : { schedule_row: body.row }), ...(body.declaredTrigger === undefined ? {} : { declared_trigger: body.declaredTrigger }), revision: affair.revision + 1 }).where('id', '=', affair.id).execute();
  });
  return affairRetention(house, call);
}

/** Whoever may correct or close it while it is open, or take it up again; and the archives. */
const mayChange = (person: Person, affair: AffairRow): boolean => keepsRecords(person) || mayWithAffair(person, 'change', { ...forRights(affair), state: 'open' });

const recordsIn = async (db: Kysely<Database>, affairId: string): Promise<number> =>
  Number((await db.selectFrom('mail').select((eb) => eb.fn.countAll<number>().as('n')).where('affair_id', '=', affairId).where('intermediate_at', 'is not', null).executeTakeFirstOrThrow()).n);
