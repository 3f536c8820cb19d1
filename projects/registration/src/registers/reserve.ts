import { dayIn, isCleared, kindsUnder, numberText, registerBehind, registerRights, seriesOf, type Person } from '@bannette/domain';
import { forbidden, invalid, notFound, type Call, type Contract, type ReservationView, type ReservedNumberView } from '@bannette/http';
import { contextOf, displayNames, forRights, type House } from '@bannette/house';
import { newId, nextNumber, raiseCounter, type Database, type JsonObject } from '@bannette/store';
import type { Selectable } from 'kysely';
import { once } from '../paper/once.js';
import { labelOf } from './lines.js';
import { lockOpenNumber } from './use.js';

type ReservationRow = Selectable<Database['reservation']>;
type View = { reservation: ReservationView; numbers: ReservedNumberView[] };

export function requireReserving(person: Person): void {
  if (!registerRights.reserve(person)) throw forbidden('reserve');
}

/** Takes the next numbers of a register for a day without server: its counter goes on behind them, so nobody else is given one. */
export async function reserve(house: House, call: Call<Contract['reserve']>): Promise<View> {
  requireReserving(call.caller);
  const { key, code, service, count, reason } = call.body;
  const settings = await house.settings();
  const setting = settings.registers.find((register) => register.code === code);
  if (!setting) throw invalid('notReservable', `There is no register ${code}`, { register: code });
  if (setting.perService !== (service !== undefined)) throw invalid(setting.perService ? 'serviceNeeded' : 'noServiceNeeded', 'A service has numbers of its own, or it has not', { register: setting.label });
  if (service && !settings.services.some((one) => one.code === service)) throw invalid('unknownService', `There is no service ${service}`, { service });
  const now = house.now();
  const year = Number(dayIn(settings.authority.timeZone, now).slice(0, 4));
  const facts: JsonObject = { code, count, reason, ...(service ? { service } : {}) };
  const id = await house.store.transaction(contextOf(house, call), (tx) =>
    once(tx, key, facts, async () => {
      const series = seriesOf(setting, year, service);
      const counter = { entityId: house.entityId, ...series };
      const first = await nextNumber(tx.trx, counter, setting.start);
      const last = first + count - 1;
      await raiseCounter(tx.trx, counter, last);
      const made = newId();
      await tx.trx.insertInto('reservation').values({ id: made, entity_id: house.entityId, code, ...series, first, last, reason, reserved_by: call.caller.id, reserved_at: now }).execute();
      const numbers = Array.from({ length: count }, (_, at) => first + at);
      await tx.trx.insertInto('reserved_number').values(numbers.map((number) => ({ entity_id: house.entityId, ...series, number, reservation_id: made, chrono: numberText(setting, year, number, service) }))).execute();
      tx.append({ type: 'register.reserved', subjectKind: 'register', subjectId: made, data: { ...series, first, last }, personal: { reason } });
      return made;
    }),
  );
  return viewReservation(house, call.caller, id);
}

export async function reservationRow(house: House, id: string): Promise<ReservationRow> {
  const row = await house.store.db.selectFrom('reservation').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!row) throw notFound('reservation');
  return row;
}

export async function viewReservation(house: House, person: Person, id: string): Promise<View> {
  const row = await reservationRow(house, id);
  const [reservation] = await toReservations(house, [row]);
  const numbers = await house.store.db.selectFrom('reserved_number').selectAll().where('reservation_id', '=', id).orderBy('number').execute();
  const used = numbers.flatMap(({ mail_id }) => mail_id ?? []);
  const mails = used.length ? await house.store.db.selectFrom('mail').selectAll().where('id', 'in', used).execute() : [];
  const subjects = new Map(mails.filter((mail) => isCleared(person, forRights(mail))).map((mail) => [mail.id, mail.subject ?? undefined]));
  return {
    reservation: reservation as ReservationView,
    numbers: numbers.map(({ number, chrono, state, mail_id, reason, settled_at }) => ({ number, chrono, state, mailId: mail_id ?? undefined, subject: mail_id ? subjects.get(mail_id) : undefined, reason: reason ?? undefined, settledAt: settled_at?.toISOString() })),
  };
}

export async function reservationPage(house: House, { limit, after }: { readonly limit: number; readonly after?: string }): Promise<{ items: ReservationView[]; next?: string }> {
  let query = house.store.db.selectFrom('reservation').selectAll().where('entity_id', '=', house.entityId);
  if (after) query = query.where('id', '<', after);
  const rows = await query.orderBy('id', 'desc').limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  return { items: await toReservations(house, page), next: rows.length > limit ? page.at(-1)?.id : undefined };
}

async function toReservations(house: House, rows: readonly ReservationRow[]): Promise<ReservationView[]> {
  if (!rows.length) return [];
  const settings = await house.settings();
  const numbers = await house.store.db
    .selectFrom('reserved_number')
    .select((eb) => ['reservation_id', 'state', eb.fn.countAll<number>().as('count'), eb.fn.min('chrono').as('first'), eb.fn.max('chrono').as('last')])
    .where('reservation_id', 'in', rows.map(({ id }) => id))
    .groupBy(['reservation_id', 'state'])
    .execute();
  const ends = await house.store.db.selectFrom('reserved_number').innerJoin('reservation', 'reservation.id', 'reservation_id').select(['reservation_id', 'number', 'chrono', 'first']).where('reservation_id', 'in', rows.map(({ id }) => id)).where((eb) => eb.or([eb('number', '=', eb.ref('first')), eb('number', '=', eb.ref('last'))])).execute();
  const nameOf = await displayNames(house.store.db, rows.map(({ reserved_by }) => reserved_by));
  return rows.map((row) => {
    const count = (state: string): number => Number(numbers.find((each) => each.reservation_id === row.id && each.state === state)?.count ?? 0);
    const chrono = (number: number): string => ends.find((each) => each.reservation_id === row.id && each.number === number)?.chrono ?? '';
    return { id: row.id, code: row.code, label: labelOf(settings, row.register), register: row.register, service: registerBehind(settings.registers, row.register)?.service, kinds: kindsUnder(settings.registers, row.register), firstChrono: chrono(row.first), lastChrono: chrono(row.last), count: row.last - row.first + 1, open: count('open'), used: count('used'), voided: count('voided'), reason: row.reason, reservedAt: row.reserved_at.toISOString(), reservedBy: nameOf(row.reserved_by).displayName };
  });
}

/** Voids numbers that nothing was given; they keep their place, with the reason. */
export async function voidNumbers(house: House, call: Call<Contract['voidNumbers']>): Promise<View> {
  requireReserving(call.caller);
  const reservation = await reservationRow(house, call.params.id);
  const { reason } = call.body;
  const numbers = [...new Set(call.body.numbers)].sort((a, b) => a - b);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    for (const number of numbers) {
      const { register, year, chrono } = await lockOpenNumber(tx, reservation, number);
      await tx.trx.updateTable('reserved_number').set({ state: 'voided', reason, settled_by: call.caller.id, settled_at: house.now() }).where('entity_id', '=', house.entityId).where('register', '=', register).where('year', '=', year).where('number', '=', number).execute();
      tx.append({ type: 'register.numberVoided', subjectKind: 'register', subjectId: reservation.id, data: { register, year, number, chrono }, personal: { reason } });
    }
  });
  return viewReservation(house, call.caller, reservation.id);
}
