import { dayIn, isExtendable, type LetterEffect, type Settings } from '@bannette/domain';
import { conflict, notFound, type Call, type Contract, type Mail } from '@bannette/http';
import { act, changeMail, clockFactsOf, lockMail, readClocks, type House } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { enqueueDispatch, requireEmail } from './ask.js';
import { effectColumn } from './send.js';

/**
 * Sends a letter by e-mail again: the server refused it, the address was wrong, or it never arrived. It is another e-mail with the
 * same words. What it does to a clock and was taken back counts from today.
 *
 * @throws 409 `dispatchWaiting` while the last one has not left; `letterOutdated` where what it says no longer holds; 404 where it never was to leave from here
 */
export async function dispatchAgain(house: House, call: Call<Contract['dispatch']>): Promise<Mail> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  return act(house, call, {
    action: 'dispatch',
    change: async (letter, tx) => {
      requireEmail(house, today, { channel: 'email', departureDate: today });
      const before = await tx.trx.selectFrom('letter_dispatch').selectAll().where('mail_id', '=', letter.id).forUpdate().executeTakeFirst();
      if (!before) throw notFound('letter');
      if (before.state === 'waiting') throw conflict('dispatchWaiting', 'It has not left yet');
      await requireStillTrue(tx, before, settings, today);
      const [round, recipient] = [before.round + 1, call.body.to ?? before.recipient];
      await tx.trx.updateTable('letter_dispatch').set({ round, recipient, state: 'waiting', asked_at: house.now(), settled_at: null, refusal: null, automatic: false }).where('mail_id', '=', letter.id).execute();
      await enqueueDispatch(house, tx, letter.id, round);
      await askPiecesAgain(tx, before.answers, { letter: letter.id, chrono: letter.chrono ?? '' }, today);
      if (before.counts_as) await countAgain(tx, before.answers, before.counts_as, { letter: letter.id, chrono: letter.chrono ?? '' }, today);
      return { set: {}, entry: { type: 'mail.dispatchAsked', data: { round }, personal: { to: recipient } } };
    },
  });
}

/** A day for pieces that is over, or an end that can't be put off any more, is said in a new letter or not at all. */
async function requireStillTrue(tx: Tx, { mail_id, answers, counts_as, state }: Pick<Selectable<Database['letter_dispatch']>, 'mail_id' | 'answers' | 'counts_as' | 'state'>, settings: Settings, today: string): Promise<void> {
  if (state !== 'refused') return;
  const outdated = conflict('letterOutdated', 'What the letter says no longer holds');
  if (await tx.trx.selectFrom('missing_pieces').select('id').where('letter_id', '=', mail_id).where('unsent', '=', true).where('until', '<=', today).executeTakeFirst()) throw outdated;
  if (counts_as !== 'extension') return;
  const answered = await tx.trx.selectFrom('mail').selectAll().where('id', '=', answers).executeTakeFirstOrThrow();
  const { facts } = await clockFactsOf(tx.trx, answered, settings);
  const of = (code: string) => settings.clocks.find((clock) => clock.code === code);
  if (!facts || !readClocks(answered, facts, settings, today).some((reading) => isExtendable(of(reading.code), reading))) throw outdated;
}

/** Pieces that were not asked for after all are asked for from today; by when, the letter says. */
async function askPiecesAgain(tx: Tx, answers: string, letter: { letter: string; chrono: string }, on: string): Promise<void> {
  const again = await tx.trx.updateTable('missing_pieces').set({ unsent: false, asked_on: on }).where('letter_id', '=', letter.letter).where('unsent', '=', true).where('until', '>', on).returning('until').executeTakeFirst();
  if (again) tx.append({ type: 'mail.piecesAsked', subjectKind: 'mail', subjectId: answers, data: { on, until: again.until, ...letter } });
}

async function countAgain(tx: Tx, answers: string, effect: LetterEffect, letter: { letter: string; chrono: string }, on: string): Promise<void> {
  const answered = await lockMail(tx, answers);
  const column = effectColumn[effect];
  if (!answered || answered[column] !== null) return;
  const entry = effect === 'extension' ? { type: 'mail.extended', data: { on, ...letter } } : { type: 'mail.acknowledged', data: { kind: effect, on, ...letter } };
  await changeMail(tx, answered, { set: { [column]: on }, entry });
}
