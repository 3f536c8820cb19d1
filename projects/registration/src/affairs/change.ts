import { affairListers, affairNumber, affairReaders, affairRegister, belongs, dayIn, mayOpenAffair, serviceGroup, type Person, type Settings } from '@bannette/domain';
import { conflict, forbidden, invalid, type AddAffairBody, type AffairView, type Call, type Contract } from '@bannette/http';
import { contextOf, knownTo, requireBeneficiaries, type House } from '@bannette/house';
import { newId, nextNumber, type Tx } from '@bannette/store';
import { visibleTo } from '../correspondents/search.js';
import { requireCleared } from '../register.js';
import { affairSearchName } from './list.js';
import { lockAffair, requireAffair, viewAffair, type AffairRow } from './view.js';

/** Opens an affair; its number is drawn in the same transaction, so none is missing. */
export async function addAffair(house: House, call: Call<Contract['addAffair']>): Promise<AffairView> {
  const { body, caller } = call;
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const columns = await columnsOf(tx, caller, body, settings, today);
    if (!mayOpenAffair(caller, { service: body.service, confidentiality: body.confidentiality, ...(body.compartment ? { compartment: body.compartment } : {}) })) throw forbidden('openAffair');
    const year = Number(today.slice(0, 4));
    const number = await nextNumber(tx.trx, { entityId: house.entityId, register: affairRegister, year });
    const chrono = affairNumber(settings.authority.affairPattern, year, number);
    await tx.trx.insertInto('affair').values({ id, entity_id: house.entityId, register: affairRegister, year, number, chrono, ...columns, opened_on: body.openedOn ?? today, search_name: affairSearchName(body.title, chrono), created_by: caller.id }).execute();
    await writeParties(tx, caller, settings, id, body);
    tx.append({ type: 'affair.opened', subjectKind: 'affair', subjectId: id, data: { chrono, service: body.service, openedOn: body.openedOn ?? today }, personal: { title: body.title } });
  });
  return viewAffair(house, caller, id);
}

export async function changeAffair(house: House, call: Call<Contract['changeAffair']>): Promise<AffairView> {
  const { body, caller, params } = call;
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  await onAffair(house, call, 'change', async (tx, affair) => {
    const columns = await columnsOf(tx, caller, body, settings, today, affair);
    const changed = await tx.trx.updateTable('affair').set({ ...columns, opened_on: body.openedOn ?? affair.opened_on, search_name: affairSearchName(body.title, affair.chrono), revision: affair.revision + 1 }).where('id', '=', affair.id).returningAll().executeTakeFirstOrThrow();
    await writeParties(tx, caller, settings, affair.id, body);
    const columnsChanged = (['title', 'service', 'responsible', 'confidentiality', 'compartment', 'opened_on'] as const).filter((column) => changed[column] !== affair[column]);
    tx.append({ type: 'affair.changed', subjectKind: 'affair', subjectId: affair.id, data: { changed: columnsChanged, service: changed.service, confidentiality: changed.confidentiality }, personal: { title: body.title, ...(changed.responsible_name ? { responsible: changed.responsible_name } : {}) } });
  });
  return viewAffair(house, caller, params.id);
}

export async function closeAffair(house: House, call: Call<Contract['closeAffair']>): Promise<AffairView> {
  const { body, caller, params } = call;
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  const closedOn = body.closedOn ?? today;
  await onAffair(house, call, 'close', async (tx, affair) => {
    if (closedOn > today) throw invalid('dayInFuture', `${closedOn} is in the future`, { day: closedOn });
    if (closedOn < affair.opened_on) throw invalid('closedBeforeOpened', `It was opened on ${affair.opened_on}`, { day: affair.opened_on });
    await tx.trx.updateTable('affair').set({ state: 'closed', closed_on: closedOn, revision: affair.revision + 1 }).where('id', '=', affair.id).execute();
    tx.append({ type: 'affair.closed', subjectKind: 'affair', subjectId: affair.id, data: { closedOn }, ...(body.comment ? { personal: { comment: body.comment } } : {}) });
  });
  return viewAffair(house, caller, params.id);
}

export async function reopenAffair(house: House, call: Call<Contract['reopenAffair']>): Promise<AffairView> {
  await onAffair(house, call, 'reopen', async (tx, affair) => {
    if (await tx.trx.selectFrom('mail').select('id').where('affair_id', '=', affair.id).where('intermediate_at', 'is not', null).limit(1).executeTakeFirst()) throw conflict('recordsBegun', 'Some of its mails are records already: a new affair is the way');
    await tx.trx.updateTable('affair').set({ state: 'open', closed_on: null, revision: affair.revision + 1 }).where('id', '=', affair.id).execute();
    tx.append({ type: 'affair.reopened', subjectKind: 'affair', subjectId: affair.id, personal: { reason: call.body.reason } });
  });
  return viewAffair(house, call.caller, call.params.id);
}

export async function noteAffair(house: House, call: Call<Contract['noteAffair']>): Promise<AffairView> {
  const { caller, body } = call;
  await onAffair(house, call, 'note', async (tx, affair) => {
    const id = newId();
    await tx.trx.insertInto('affair_note').values({ id, affair_id: affair.id, author: caller.id, author_name: caller.displayName, text: body.text }).execute();
    tx.append({ type: 'affair.noted', subjectKind: 'affair', subjectId: affair.id, data: { note: id } });
  });
  return viewAffair(house, caller, call.params.id);
}

type AffairCall = Pick<Call<Contract['closeAffair']>, 'caller' | 'correlationId' | 'params'> & { readonly body: object };

/** A person's change of an affair: rights, state and revision checked under its lock. */
async function onAffair(house: House, call: AffairCall, action: 'change' | 'close' | 'reopen' | 'note', work: (tx: Tx, affair: AffairRow) => Promise<void>): Promise<void> {
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const affair = await lockAffair(tx, call.params.id);
    requireAffair(call.caller, action, affair);
    const seen = 'revision' in call.body ? call.body.revision : undefined;
    if (seen !== undefined && seen !== affair.revision) throw conflict('staleAffair', 'The affair has changed since you saw it', { revision: affair.revision });
    await work(tx, affair);
  });
}

/** @throws 422 for what can't be, or would leave the affair without a reader */
async function columnsOf(tx: Tx, person: Person, body: AddAffairBody, settings: Settings, today: string, before?: AffairRow) {
  if (body.service !== before?.service || body.compartment !== (before.compartment ?? undefined)) requireCleared(body.service, body.compartment, settings);
  if (body.openedOn && body.openedOn > today) throw invalid('dayInFuture', `${body.openedOn} is in the future`, { day: body.openedOn });
  const secrecy = { service: body.service, confidentiality: body.confidentiality, ...(body.compartment ? { compartment: body.compartment } : {}) };
  if (!affairReaders(secrecy).some((group) => person.groups.includes(group))) throw invalid('affairLost', 'You could not open it any more');
  const responsible = body.responsible && body.responsible === before?.responsible ? { id: before.responsible, name: before.responsible_name } : await personOf(tx, body, affairReaders(secrecy));
  return { title: body.title, service: body.service, responsible: responsible?.id ?? null, responsible_name: responsible?.name ?? null, confidentiality: body.confidentiality, compartment: body.compartment ?? null, readers: [...affairReaders(secrecy)], listers: [...affairListers(secrecy)] };
}

async function personOf(tx: Tx, { responsible, service }: AddAffairBody, readers: readonly string[]): Promise<{ id: string; name: string } | undefined> {
  if (!responsible) return undefined;
  const person = await tx.trx.selectFrom('person').select(['id', 'display_name', 'groups']).where('id', '=', responsible).executeTakeFirst();
  const one = person && { id: person.id, displayName: person.display_name, groups: person.groups };
  if (!one || !belongs(one, serviceGroup(service)) || !readers.some((group) => one.groups.includes(group))) throw invalid('notOfService', `${responsible} is not of ${service}, or may not open it`, { person: responsible });
  return { id: one.id, name: one.displayName };
}

/** Beneficiaries and correspondents that the person may know of are those that the body says; the others stay. */
async function writeParties(tx: Tx, person: Person, settings: Settings, affairId: string, { beneficiaries, correspondents }: AddAffairBody): Promise<void> {
  await requireBeneficiaries(tx.trx, person, settings, tx.context.entityId, beneficiaries);
  const known = correspondents.length ? await tx.trx.selectFrom('correspondent').select('id').where('id', 'in', correspondents).where('entity_id', '=', tx.context.entityId).where(visibleTo(person)).execute() : [];
  if (known.length < new Set(correspondents).size) throw invalid('unknownCorrespondent', 'There is no such correspondent, or you may not know of it');
  await tx.trx.deleteFrom('affair_beneficiary').where('affair_id', '=', affairId).where('beneficiary_id', 'in', (eb) => eb.selectFrom('beneficiary').select('id').where(knownTo(person, settings))).execute();
  await tx.trx.deleteFrom('affair_correspondent').where('affair_id', '=', affairId).where('correspondent_id', 'in', (eb) => eb.selectFrom('affair_correspondent').innerJoin('correspondent', 'correspondent.id', 'correspondent_id').select('correspondent.id').where('affair_id', '=', affairId).where(visibleTo(person))).execute();
  for (const beneficiary_id of new Set(beneficiaries)) await tx.trx.insertInto('affair_beneficiary').values({ affair_id: affairId, beneficiary_id }).onConflict((conflicting) => conflicting.doNothing()).execute();
  for (const { id } of known) await tx.trx.insertInto('affair_correspondent').values({ affair_id: affairId, correspondent_id: id }).onConflict((conflicting) => conflicting.doNothing()).execute();
}
