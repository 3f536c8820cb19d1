import type { JournalLine } from '@bannette/http';
import { displayNames } from '@bannette/house';
import { readJournal, type Database } from '@bannette/store';
import type { Kysely } from 'kysely';

/** The journal of a campaign, a sorting or a hold, oldest first, with the names of who did it. */
export async function journalOf(db: Kysely<Database>, subjectKind: 'campaign' | 'sorting', subjectId: string): Promise<JournalLine[]> {
  const entries = await readJournal(db, { subjectKind, subjectId, limit: 500 });
  const names = await displayNames(db, entries.flatMap(({ actor, onBehalfOf }) => [actor, ...(onBehalfOf ? [onBehalfOf] : [])]));
  return entries.map((entry) => ({ seq: entry.seq, at: entry.at.toISOString(), type: entry.type, actor: names(entry.actor), ...(entry.onBehalfOf ? { onBehalfOf: names(entry.onBehalfOf) } : {}), data: entry.data, personal: entry.personal ?? undefined, hash: entry.hash }));
}
