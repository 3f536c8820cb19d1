import type { JournalLine } from '@bannette/http';
import { displayNames, type House, type MailRow } from '@bannette/house';
import { readJournal, type JournalEntry } from '@bannette/store';

/** A mail's history, from its deposit on, oldest first. */
export async function historyOf(house: House, mail: MailRow): Promise<JournalLine[]> {
  const { db } = house.store;
  const [own, deposit] = await Promise.all([
    readJournal(db, { subjectKind: 'mail', subjectId: mail.id, limit: 1000 }),
    mail.deposit_id ? readJournal(db, { subjectKind: 'deposit', subjectId: mail.deposit_id, limit: 1000 }) : [],
  ]);
  const entries = [...deposit.filter(({ type }) => type === 'deposit.accepted'), ...own].sort((a, b) => a.seq - b.seq);
  const nameOf = await displayNames(db, entries.flatMap(({ actor, onBehalfOf }) => (onBehalfOf ? [actor, onBehalfOf] : [actor])));
  return entries.map((entry) => toLine(entry, nameOf));
}

function toLine(entry: JournalEntry, nameOf: (id: string) => { id: string; displayName: string }): JournalLine {
  const { seq, at, type, actor, onBehalfOf, data, personal, hash } = entry;
  return { seq, at: at.toISOString(), type, actor: nameOf(actor), onBehalfOf: onBehalfOf ? nameOf(onBehalfOf) : undefined, data, personal: personal ?? undefined, hash };
}
