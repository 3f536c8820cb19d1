import { dayIn, kindsUnder, registerBehind, type MailKind, type Settings } from '@bannette/domain';
import { conflict, invalid, notFound } from '@bannette/http';
import type { Drawn, House } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';

type ReservationRow = Selectable<Database['reservation']>;

/** What is entered under a reserved number, as far as its register and its reservation have a say. */
export interface Under {
  readonly kind: MailKind;
  readonly service?: string;
  /** Day on which it was registered by hand; absent: the day of the reservation. */
  readonly on?: string;
}

/**
 * Refuses what can't have got a number of the reservation by hand: another kind of mail, another service's, or one from
 * before. Registers that the settings no longer know may have been given to any kind.
 */
export function requireUnder(reservation: ReservationRow, { kind, service, on }: Under, { registers, authority, services }: Pick<Settings, 'registers' | 'authority' | 'services'>): void {
  const label = registerBehind(registers, reservation.register)?.setting.label ?? reservation.code;
  if (!kindsUnder(registers, reservation.register).includes(kind)) throw invalid('notOfRegister', `${label} numbers no ${kind}`, { register: label, kind });
  const whose = registerBehind(registers, reservation.register)?.service;
  if (whose && service && whose !== service) throw invalid('numberOfService', `Its numbers are those of ${whose}`, { service: services.find(({ code }) => code === whose)?.label ?? whose });
  const reservedOn = dayIn(authority.timeZone, reservation.reserved_at);
  if (on && on < reservedOn) throw invalid('beforeReservation', `Its number was reserved on ${reservedOn}`, { day: reservedOn });
}

/** The number, locked, if it waits to be entered or voided. */
export async function lockOpenNumber(tx: Tx, reservation: ReservationRow, number: number): Promise<Drawn> {
  const row = await tx.trx.selectFrom('reserved_number').selectAll().where('entity_id', '=', reservation.entity_id).where('register', '=', reservation.register).where('year', '=', reservation.year).where('number', '=', number).where('reservation_id', '=', reservation.id).forUpdate().executeTakeFirst();
  if (!row) throw notFound('number');
  if (row.state !== 'open') throw conflict('numberSettled', `${row.chrono} is ${row.state}`, { number: row.chrono });
  return { register: row.register, year: row.year, number: row.number, chrono: row.chrono };
}

/** Settles a locked number as the mail's, once the mail has it. */
export async function settleUsed(house: House, tx: Tx, reservation: ReservationRow, { register, year, number, chrono }: Drawn, told: { readonly mail: string; readonly on: string; readonly time?: string }): Promise<void> {
  await tx.trx.updateTable('reserved_number').set({ state: 'used', mail_id: told.mail, settled_by: tx.context.actor, settled_at: house.now() }).where('entity_id', '=', house.entityId).where('register', '=', register).where('year', '=', year).where('number', '=', number).execute();
  tx.append({ type: 'register.numberUsed', subjectKind: 'register', subjectId: reservation.id, data: { register, year, number, chrono, mail: told.mail, receivedAt: told.on, ...(told.time ? { time: told.time } : {}) } });
}
