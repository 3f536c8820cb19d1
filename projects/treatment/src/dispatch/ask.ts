import { fillTemplate, placesIn, type LetterFacts } from '@bannette/domain';
import { invalid } from '@bannette/http';
import { letterEmailId, type House, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';
import type { Letter } from '../letter.js';

/** Name of the job that sends a letter by e-mail. */
export const dispatchTask = 'letter.dispatch';
/** With growing pauses that is a day: a receipt is due within one worked (CRPA R112-11-1). */
const tries = 12;

/** What the subject of an e-mail may name, which others read on its way: numbers and the day of arrival, never a matter or a person. */
const sayable: readonly string[] = ['chrono', 'ourChrono', 'receivedAt'];

/** The subject of the template, not of the letter, which its author may have changed; where it names more than may be said, what kind of letter it is. */
export const emailSubject = ({ subject, label }: Letter['template'], facts: LetterFacts): string => (placesIn(subject).every((place) => sayable.includes(place)) ? fillTemplate(subject, facts) : `${label} – ${facts['ourChrono'] ?? ''}`);

interface Asked {
  /** The letter: an outgoing mail. */
  readonly id: string;
  readonly answers: Pick<MailRow, 'id'>;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly countsAs?: Letter['countsAs'];
  readonly automatic?: boolean;
}

/** @throws 422 `notByEmail`, `leavesToday`, `noMailServer` */
export function requireEmail(house: House, today: string, { channel, departureDate }: Pick<Letter, 'channel' | 'departureDate'>): void {
  if (channel !== 'email') throw invalid('notByEmail', 'An address to send to goes with the channel email');
  if (departureDate !== today) throw invalid('leavesToday', 'What leaves from here leaves today', { day: departureDate });
  if (!house.post.sends) throw invalid('noMailServer', 'No mail server is configured');
}

/** Keeps an e-mail as it is now, and has it sent once the caller's transaction is in. */
export async function askDispatch(house: House, tx: Tx, { id, answers, to, subject, text, countsAs, automatic = false }: Asked): Promise<void> {
  await tx.trx.insertInto('letter_dispatch').values({ mail_id: id, entity_id: house.entityId, answers: answers.id, counts_as: countsAs ?? null, automatic, recipient: to, subject, text, asked_at: house.now() }).execute();
  await enqueueDispatch(house, tx, id, 1);
}

/** The letter is known by its latest e-mail: what comes as a reply to that is linked to it. */
export async function enqueueDispatch(house: House, tx: Tx, id: string, round: number): Promise<void> {
  await tx.trx.updateTable('mail').set({ message_id: house.post.messageId(letterEmailId(id, round)) }).where('id', '=', id).execute();
  await tx.enqueue(dispatchTask, { mailId: id }, { key: `${dispatchTask}:${id}:${round}`, maxAttempts: tries });
}
