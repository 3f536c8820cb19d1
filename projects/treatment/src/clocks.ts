import { dayIn, isExtendable, type LetterKind, type Replaced, type Settings } from '@bannette/domain';
import { conflict, invalid, type Call, type Contract, type Mail } from '@bannette/http';
import { acceptedBySilence, act, clockFactsOf, readClocks, type House, type MailChange, type MailRow } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { long } from './letter-facts.js';
import { requireTemplate, sendLetter, signatureOf, type Letter } from './letter.js';
import { closeWork } from './work/open-work.js';

interface LetterBody {
  readonly template?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly channel: Letter['channel'];
}

/** Asks for missing pieces: clocks stand still, or wait to begin anew (CRPA L114-5). */
export async function askPieces(house: House, call: Call<Contract['askPieces']>): Promise<Mail> {
  const { settings, today, on } = await days(house, call.body.on);
  const { pieces, until } = call.body;
  if (until <= on) throw invalid('untilTooEarly', `${until} is not after ${on}`, { until });
  return act(house, call, {
    action: 'askPieces',
    change: async (mail, tx, replaced) => {
      requireArrived(mail, on);
      const id = newId();
      await tx.trx.insertInto('missing_pieces').values({ id, mail_id: mail.id, asked_on: on, until, pieces, asked_by: call.caller.displayName }).execute();
      const letter = await letterFor(house, tx, mail, settings, today, { ...call, replaced }, 'pieces', on, { pieces: pieces.map((piece) => `– ${piece}`).join('\n'), until: long(until) });
      if (letter.letter) await tx.trx.updateTable('missing_pieces').set({ letter_id: letter.letter }).where('id', '=', id).execute();
      return { set: takenBy(mail, replaced?.person ?? call.caller), entry: { type: 'mail.piecesAsked', data: { on, until, ...letter }, personal: { pieces } } };
    },
  });
}

/** All pieces are there: clocks go on from that day. */
export async function receivePieces(house: House, call: Call<Contract['receivePieces']>): Promise<Mail> {
  const { on } = await days(house, call.body.on);
  return act(house, call, {
    action: 'receivePieces',
    change: async (mail, tx) => {
      const open = await tx.trx.selectFrom('missing_pieces').select(['id', 'asked_on']).where('mail_id', '=', mail.id).where('completed_on', 'is', null).execute();
      if (!open.length) throw conflict('nothingMissing', 'No pieces are being waited for');
      const latest = open.map(({ asked_on }) => asked_on).sort().at(-1) ?? on;
      if (on < latest) throw invalid('beforeAsked', `${on} is before the pieces were asked for`, { day: latest });
      await tx.trx.updateTable('missing_pieces').set({ completed_on: on }).where('id', 'in', open.map(({ id }) => id)).execute();
      return { set: {}, entry: { type: 'mail.piecesReceived', data: { on } } };
    },
  });
}

/** Keeps that a receipt has gone out, with its letter or as sent by other means (a portal, an automatic e-mail). */
export async function acknowledge(house: House, call: Call<Contract['acknowledge']>): Promise<Mail> {
  const { settings, today, on } = await days(house, call.body.on);
  const { kind } = call.body;
  const column = kind === 'receipt' ? 'receipt_on' : 'registration_receipt_on';
  return act(house, call, {
    action: 'acknowledge',
    change: async (mail, tx, replaced) => {
      requireArrived(mail, on);
      if (mail[column]) throw conflict('alreadyAcknowledged', 'It was acknowledged before', { day: mail[column] });
      const letter = await letterFor(house, tx, mail, settings, today, { ...call, replaced }, 'acknowledgement', on, {}, kind);
      return { set: { [column]: on }, entry: { type: 'mail.acknowledged', data: { kind, on, ...letter } } };
    },
  });
}

/**
 * Attests to its author, who asks for it, that silence was an acceptance (CRPA L232-3); as often as is asked.
 *
 * @throws 409 `notAcceptedBySilence` before that day, or where an answer came in time
 */
export async function attest(house: House, call: Call<Contract['attest']>): Promise<Mail> {
  const { settings, today, on } = await days(house, call.body.on);
  return act(house, call, {
    action: 'attest',
    change: async (mail, tx, replaced) => {
      const { facts } = await clockFactsOf(tx.trx, mail, settings);
      const accepted = facts && acceptedBySilence(readClocks(mail, facts, settings, today));
      if (!accepted) throw conflict('notAcceptedBySilence', 'Silence has not become an acceptance');
      if (on <= accepted) throw invalid('beforeAcceptance', `${on} is not after ${accepted}`, { day: accepted });
      const letter = await letterFor(house, tx, mail, settings, today, { ...call, replaced }, 'attestation', on);
      return { set: {}, entry: { type: 'mail.attested', data: { on, since: accepted, ...letter } } };
    },
  });
}

/**
 * Puts off the end of a clock that allows it, once, before it is over; its author is told why (RGPD art. 12.3).
 *
 * @throws 409 `notExtendable` where none runs that could be
 */
export async function extend(house: House, call: Call<Contract['extend']>): Promise<Mail> {
  const { settings, today, on } = await days(house, call.body.on);
  const { reason } = call.body;
  return act(house, call, {
    action: 'extend',
    change: async (mail, tx, replaced) => {
      requireArrived(mail, on);
      const { facts } = await clockFactsOf(tx.trx, mail, settings);
      const of = (code: string) => settings.clocks.find((clock) => clock.code === code);
      const may = facts && readClocks(mail, facts, settings, on).find((reading) => isExtendable(of(reading.code), reading));
      if (!facts || !may) throw conflict('notExtendable', 'No clock that runs can be extended');
      const after = readClocks(mail, { ...facts, extendedOn: on }, settings, on).find(({ code }) => code === may.code);
      const letter = await letterFor(house, tx, mail, settings, today, { ...call, replaced }, 'extension', on, { reason, until: long(after?.due) }, 'extension');
      return { set: { ...takenBy(mail, replaced?.person ?? call.caller), extended_on: on }, entry: { type: 'mail.extended', data: { on, clock: may.code, until: after?.due ?? '', ...letter }, personal: { reason } } };
    },
  });
}

/** Not for this authority: sent on to the competent one, its author told, and closed (CRPA L114-2). */
export async function transmit(house: House, call: Call<Contract['transmit']>): Promise<Mail> {
  const { settings, today, on } = await days(house, call.body.on);
  const { authority } = call.body;
  return act(house, call, {
    action: 'transmit',
    change: async (mail, tx, replaced) => {
      requireArrived(mail, on);
      const { copies, told } = await closeWork(tx, mail, call.body.despiteOpenWork);
      const letter = await letterFor(house, tx, mail, settings, today, { ...call, replaced }, 'transmission', on, { authority });
      return { set: { copies, transmitted_to: authority, closed_at: house.now(), closing_reason: authority }, entry: { type: 'mail.transmitted', data: { on, ...letter, ...told }, personal: { authority } } };
    },
  });
}

async function days(house: House, wanted: string | undefined): Promise<{ settings: Settings; today: string; on: string }> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  if (wanted && wanted > today) throw invalid('dayInFuture', `${wanted} is in the future`, { day: wanted });
  return { settings, today, on: wanted ?? today };
}

function requireArrived({ received_at }: MailRow, on: string): void {
  if (received_at && on < received_at) throw invalid('beforeArrival', `${on} is before the mail arrived`, { day: received_at });
}

const takenBy = (mail: MailRow, { id, displayName }: { id: string; displayName: string }): MailChange['set'] => (mail.assignee ? {} : { assignee: id, assignee_name: displayName });

/** The letter that goes with it, when a template was chosen; its text is the template's unless it was changed. */
async function letterFor(house: House, tx: Tx, mail: MailRow, settings: Settings, today: string, { body, caller, replaced }: { body: LetterBody; caller: { displayName: string }; replaced?: Replaced }, kind: LetterKind, on: string, facts?: Letter['facts'], countsAs?: Letter['countsAs']): Promise<{ letter?: string; chrono?: string }> {
  if (!body.template) return {};
  const template = requireTemplate(body.template, settings);
  const { id, chrono } = await sendLetter(house, tx, mail, settings, today, { kind, subject: body.subject ?? template.subject, body: body.body ?? template.body, departureDate: on, channel: body.channel, signatory: signatureOf(caller, replaced), facts, template, to: body.to, countsAs });
  return { letter: id, chrono };
}
