import { instantAt } from '@bannette/domain';
import { invalid, notFound, type Call, type Contract } from '@bannette/http';
import { cameInAt, contextOf, doorOf, lockMail, requireRight, type House, type MailRow } from '@bannette/house';
import { newId, type JsonObject, type Tx } from '@bannette/store';
import { once } from '../paper/once.js';
import { requireQualified } from '../forms/qualified.js';
import { register, type Confirmed } from '../register.js';
import { requireReserving, reservationRow } from './reserve.js';
import { lockOpenNumber, requireUnder, settleUsed } from './use.js';

type ReplayCall = Call<Contract['replay']>;

/**
 * Enters what was registered by hand: a mail under its reserved number, with the day and hour at which it arrived. It is
 * registered when it is entered, which its history and the daily register tell beside the day of the reservation. Where its
 * scan waits to be qualified already, that mail gets the number; else there is a mail without a document, which its scan
 * joins later. What the form of incoming mail asks is asked here too, but for documents.
 */
export async function replay(house: House, call: ReplayCall): Promise<{ mailId: string; chrono: string }> {
  requireReserving(call.caller);
  const { key, ...told } = call.body;
  const settings = await house.settings();
  const reservation = await reservationRow(house, call.params.id);
  const place = cameInAt(doorOf(call.caller, told.site, settings), settings);
  if (told.time && instantAt(settings.authority.timeZone, told.receivedAt, told.time) > house.now()) throw invalid('timeInFuture', `${told.time} is to come`, { time: told.time });
  requireUnder(reservation, { kind: 'incoming', service: told.service, on: told.receivedAt }, settings);
  const mailId = await house.store.transaction(contextOf(house, call), (tx) =>
    once(tx, key, { ...told, reservation: reservation.id, number: call.params.number } as unknown as JsonObject, async () => {
      const drawn = await lockOpenNumber(tx, reservation, call.params.number);
      const mail = told.mail ? await waiting(tx, call, told.mail) : await withoutDocument(tx, house, told, place);
      const { receivedAt } = told;
      const confirmed = confirmedOf(told);
      requireQualified(mail, confirmed, settings);
      const registered = await register(house, tx, mail, confirmed, { settings, letThrough: false, number: drawn });
      await settleUsed(house, tx, reservation, drawn, { mail: registered.id, on: receivedAt, ...(told.time ? { time: told.time } : {}) });
      return registered.id;
    }),
  );
  const { chrono } = await house.store.db.selectFrom('mail').select('chrono').where('id', '=', mailId).executeTakeFirstOrThrow();
  return { mailId, chrono: chrono ?? '' };
}

function confirmedOf({ type, sender, subject, receivedAt, service, documentDate, postmarkDate, summary, confidentiality, fields }: Omit<ReplayCall['body'], 'key'>): Confirmed {
  return { type, sender, subject, receivedAt, ...(service ? { service } : {}), ...(documentDate ? { documentDate } : {}), ...(postmarkDate ? { postmarkDate } : {}), ...(summary ? { summary } : {}), ...(confidentiality === undefined ? {} : { confidentiality }), ...(fields ? { fields } : {}) };
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
