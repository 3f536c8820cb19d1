import { isOver } from '@bannette/domain';
import { conflict } from '@bannette/http';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';
import type { MailRow } from './row.js';

/**
 * What is told of a mail beside its files: the digest in a frozen list covers it. What moves by itself (revision, readers,
 * mirror, current use) is not in it, nor where its paper lies; what people say of the mail is.
 */
export const substance = [
  'id', 'category', 'kind', 'state', 'chrono', 'register', 'year', 'number', 'channel', 'type', 'subject', 'summary', 'correspondent', 'parties', 'service', 'copies', 'confidentiality', 'compartment', 'document_date', 'postmark_date', 'received_at',
  'departure_date', 'registered_at', 'closed_at', 'closing_reason', 'answer_of', 'affair_id', 'schedule_row', 'declared_trigger', 'fields', 'endorsement', 'endorsement_last',
] as const satisfies readonly (keyof MailRow)[];

/** Whether a change would make another mail of it. */
export const changesSubstance = (mail: MailRow, next: MailRow): boolean => isOver(mail.state) && substance.some((column) => JSON.stringify(mail[column]) !== JSON.stringify(next[column]));

/** Refuses to change mails that lie in the frozen list of a campaign of elimination: it was signed as it is. @throws Problem 409 `inCampaign` */
export async function requireOutsideLists(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ chrono: string }>`SELECT c.chrono FROM campaign_claim cc JOIN campaign c ON c.id = cc.campaign_id WHERE cc.subject_kind = 'mail' AND cc.subject_id = ANY (${[...ids]}::text[]) LIMIT 1`.execute(db);
  const [claim] = rows;
  if (claim) throw conflict('inCampaign', 'It lies in the frozen list of a campaign of elimination', { campaign: claim.chrono });
}
