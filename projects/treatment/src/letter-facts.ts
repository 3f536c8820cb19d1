import { letterDay, letterFacts, type LetterFacts, type Settings } from '@bannette/domain';
import { clockFactsOf, readClocks, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';

/** What a template may name, for a letter to the public. */
export async function factsFor(db: Tx['trx'], mail: MailRow, settings: Settings, today: string): Promise<LetterFacts> {
  const { facts } = await clockFactsOf(db, mail, settings);
  const clocks = facts ? readClocks(mail, facts, settings, today) : [];
  return letterFacts({ subject: mail.subject ?? undefined, chrono: mail.chrono ?? undefined, senderName: mail.correspondent?.name, receivedAt: mail.received_at ?? undefined, service: mail.service ?? undefined, clocks }, settings);
}

export { letterDay as long };
