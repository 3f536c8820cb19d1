import { dayIn, runsFor, type Channel, type ClockSetting, type LetterEffect, type Settings } from '@bannette/domain';
import { Problem } from '@bannette/http';
import { changeMail, lockMail, type House, type Listening, type MailRow } from '@bannette/house';
import type { TaskHandler, Tx } from '@bannette/store';
import { sql } from 'kysely';
import { requireTemplate, sendLetter } from '../letter.js';
import { effectColumn, toldOf } from './send.js';

/** Name of the job that writes a receipt by itself. */
export const receiptTask = 'letter.receipt';

/** Nobody reads there, or a machine that would answer. */
const machines = /^(no-?_?\.?reply|ne-?_?\.?pas-?_?\.?repondre|do-?not-?reply|mailer-daemon|postmaster|bounces?)([-+_.].*)?@/i;

/** Who wrote so expects to be answered so; a portal gives its own receipts. */
const written: readonly Channel[] = ['email', 'form'];

/** Hears that a mail has its service; whether a receipt leaves by itself is seen apart, so that nobody's tray waits for it. */
export function receiptsByThemselves(house: House): Listening {
  return {
    name: 'treatment.receipts',
    types: ['mail.distributed'],
    swift: true,
    locks: false,
    handle: async ({ subjectId }, tx) => {
      if (!house.post.sends || !(await house.settings()).clocks.some(({ automatic }) => automatic)) return;
      await tx.enqueue(receiptTask, { mailId: subjectId }, { key: `${receiptTask}:${subjectId}` });
    },
  };
}

/**
 * Writes and sends the receipts that leave by themselves, each once a mail; what its clock says of channels holds. Where the
 * letter can't be written, for want of an address or phone that its template names, those who treat the mail are told.
 */
export function receiptByItself(house: House): TaskHandler {
  return async ({ mailId }: { mailId: string }) => {
    const settings = await house.settings();
    for (const wanted of receiptsThere(settings)) {
      const alone = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.store.transaction({ entityId: house.entityId, actor: 'system' }, work);
      // A number that was drawn for a letter that can't be written goes back with its transaction.
      await alone((tx) => give(house, tx, mailId, settings, wanted)).catch((error: unknown) => {
        if (!(error instanceof Problem) || error.status !== 422) throw error;
        return alone(async (tx) => {
          const mail = await lockMail(tx, mailId);
          if (mail) tx.append({ type: 'mail.letterRefused', subjectKind: 'mail', subjectId: mailId, data: { template: wanted.template, problem: error.code, ...toldOf(mail) } });
        });
      });
    }
  };
}

interface Wanted {
  readonly clock: ClockSetting;
  readonly receipt: Exclude<LetterEffect, 'extension'>;
  readonly template: string;
}

const receiptsThere = ({ clocks }: Settings): readonly Wanted[] =>
  clocks.flatMap((clock) => (clock.automatic && (clock.metBy === 'receipt' || clock.metBy === 'registrationReceipt') ? [{ clock, receipt: clock.metBy, template: clock.automatic }] : []));

async function give(house: House, tx: Tx, mailId: string, settings: Settings, { clock, receipt, template: code }: Wanted): Promise<void> {
  const mail = await lockMail(tx, mailId);
  const to = mail?.correspondent?.email;
  if (!mail || !to || !isFor(clock, mail, settings) || mail[effectColumn[receipt]] !== null || (await isByProgram(tx, mailId)) || (await givenBefore(tx, mailId, receipt))) return;
  const today = dayIn(settings.authority.timeZone, house.now());
  const template = requireTemplate(code, settings);
  const letter = await sendLetter(house, tx, mail, settings, today, { kind: 'acknowledgement', subject: template.subject, body: template.body, departureDate: today, channel: 'email', signatory: settings.authority.name, template, to, countsAs: receipt, automatic: true });
  await changeMail(tx, mail, { set: { [effectColumn[receipt]]: today }, entry: { type: 'mail.acknowledged', data: { kind: receipt, on: today, letter: letter.id, chrono: letter.chrono, automatic: true } } });
}

/** Whether its clock runs for a mail that somebody wrote by e-mail or form, as long as it is treated. */
function isFor(clock: ClockSetting, { category, state, channel, correspondent, type }: MailRow, { types }: Settings): boolean {
  const treated = category === 'incoming' && (state === 'distributed' || state === 'inProgress');
  const codes = types.find(({ code }) => code === type)?.clocks ?? [];
  return treated && written.includes(channel) && !machines.test(correspondent?.email ?? '') && codes.includes(clock.code) && runsFor(clock, channel);
}

/** An absence message, a list's, a server's: by its own head, as capture read it (RFC 3834 §2). */
async function isByProgram(tx: Tx, mailId: string): Promise<boolean> {
  const part = tx.trx.selectFrom('deposit_file as part').innerJoin('deposit_file as whole', 'whole.id', 'part.cut_from').select('part.id').where('part.mail_id', '=', mailId);
  return !!(await part.where(sql<string>`whole.message ->> 'automatic'`, '=', 'true').executeTakeFirst());
}

/** One that was refused isn't written again by itself. */
async function givenBefore(tx: Tx, mailId: string, receipt: Wanted['receipt']): Promise<boolean> {
  return !!(await tx.trx.selectFrom('letter_dispatch').select('mail_id').where('answers', '=', mailId).where('counts_as', '=', receipt).executeTakeFirst());
}
