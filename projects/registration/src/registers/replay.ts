import { dayIn, instantAt } from '@bannette/domain';
import { invalid, notFound, type Call, type Contract } from '@bannette/http';
import { cameInAt, contextOf, doorOf, lockMail, requireRight, type Drawn, type House, type MailRow } from '@bannette/house';
import { newId, type JsonObject, type Tx } from '@bannette/store';
import { once } from '../paper/once.js';
import { register } from '../register.js';
import { lockOpenNumber, requireReserving, reservationRow } from './reserve.js';

type ReplayCall = Call<Contract['replay']>;

/**
 * Enters what was registered by hand: a mail under its reserved number, with the day and hour at which it arrived. It is
 * registered when it is entered, which its history and the daily register tell beside the day of the reservation. Where its
 * scan waits to be qualified already, that mail gets the number; else there is a mail without a document, which its scan joins later.
 */
export async function replay(house: House, call: ReplayCall): Promise<{ mailId: string; chrono: string }> {
  requireReserving(call.caller);
  const { key, ...told } = call.body;
  const settings = await house.settings();
  const reservation = await reservationRow(house, call.params.id);
  const place = cameInAt(doorOf(call.caller, told.site, settings), settings);
  if (told.time && instantAt(settings.authority.timeZone, told.receivedAt, told.time) > house.now()) throw invalid('timeInFuture', `${told.time} is to come`, { time: told.time });
  const reservedOn = dayIn(settings.authority.timeZone, reservation.reserved_at);
  if (told.receivedAt < reservedOn) throw invalid('beforeReservation', `Its number was reserved on ${reservedOn}`, { day: reservedOn });
  const mailId = await house.store.transaction(contextOf(house, call), (tx) =>
    once(tx, key, { ...told, reservation: reservation.id, number: call.params.number } as unknown as JsonObject, async () => {
      const { register: counter, year, number, chrono } = await lockOpenNumber(tx, reservation, call.params.number);
      const drawn: Drawn = { register: counter, year, number, chrono };
      const mail = told.mail ? await waiting(tx, call, told.mail) : await withoutDocument(tx, house, told, place);
      const { type, sender, subject, service, receivedAt } = told;
      const registered = await register(house, tx, mail, { type, sender, subject, receivedAt, ...(service ? { service } : {}) }, { settings, letThrough: false, number: drawn });
      await tx.trx.updateTable('reserved_number').set({ state: 'used', mail_id: registered.id, settled_by: call.caller.id, settled_at: house.now() }).where('entity_id', '=', house.entityId).where('register', '=', counter).where('year', '=', year).where('number', '=', number).execute();
      tx.append({ type: 'register.numberUsed', subjectKind: 'register', subjectId: reservation.id, data: { register: counter, year, number, chrono, mail: registered.id, receivedAt, ...(told.time ? { time: told.time } : {}) } });
      return registered.id;
    }),
  );
  const { chrono } = await house.store.db.selectFrom('mail').select('chrono').where('id', '=', mailId).executeTakeFirstOrThrow();
  return { mailId, chrono: chrono ?? '' };
}

/** A mail that waits to be qualified, and that the caller may qualify. */
async function waiting(tx: Tx, call: ReplayCall, id: string): Promise<MailRow> {
  const mail = await lockMail(tx, id);
  requireRight(call.caller, 'qualify', mail);
  if (!mail) throw notFound('mail');
  return mail;
}

function withoutDocument(tx: Tx, house: House, { channel, time }: Pick<ReplayCall['body'], 'channel' | 'time'>, place: ReturnType<typeof cameInAt>): Promise<MailRow> {
  return tx.trx
    .insertInto('mail')
    .values({ ...place, id: newId(), entity_id: house.entityId, category: 'incoming', state: 'toQualify', channel, proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers: [], listers: [], ...(time ? { envelope: JSON.stringify({ time }) } : {}) })
    .returningAll()
    .executeTakeFirstOrThrow();
}
