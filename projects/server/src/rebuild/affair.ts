import { affairListers, affairReaders, affairRegister, parseChrono, usualAffairPattern } from '@bannette/domain';
import type { House } from '@bannette/house';
import { affairSearchName, type Told } from '@bannette/registration';
import type { Tx } from '@bannette/store';

/**
 * An affair whose row is gone and that a mail's folder tells of: with its id and number, open, of the mail's service, which
 * names it again, as a title is never told to nodes. One that was restricted tells no number, and does not come back.
 */
export async function knowAffair(house: House, tx: Tx, told: Told, chrono: string | undefined): Promise<void> {
  const { affair_id: id } = told;
  const service = told.service ?? told.wanted_service;
  if (!id || !chrono || !service || (await tx.trx.selectFrom('affair').select('id').where('id', '=', id).executeTakeFirst())) return;
  const { authority } = await house.settings();
  const read = parseChrono(authority.affairPattern ?? usualAffairPattern, chrono);
  if (read?.year === undefined) return;
  const { year, number } = read;
  const openedOn = told.received_at ?? told.departure_date ?? told.registered_at?.slice(0, 10) ?? `${year}-01-01`;
  const secrecy = { service, confidentiality: 0 as const };
  await tx.trx
    .insertInto('affair')
    .values({ id, entity_id: house.entityId, register: affairRegister, year, number, chrono, title: chrono, ...secrecy, compartment: null, readers: [...affairReaders(secrecy)], listers: [...affairListers(secrecy)], opened_on: openedOn, search_name: affairSearchName(chrono, chrono), responsible: null, responsible_name: null, closed_on: null, schedule_row: null, retention_trigger: null, retention_due: null, created_by: 'system' })
    .onConflict((known) => known.doNothing())
    .execute();
  tx.append({ type: 'affair.opened', subjectKind: 'affair', subjectId: id, data: { chrono, service, openedOn, recovered: true }, personal: { title: chrono } });
}
