import type { BatchPlan } from '@bannette/domain';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

/** The mail that an envelope has become, and whether it still waits to be qualified. */
export interface EnvelopeMail {
  readonly envelope: string;
  readonly mail: string;
  readonly waits: boolean;
}

export async function mailsOf(db: Kysely<Database>, batchId: string): Promise<readonly EnvelopeMail[]> {
  const rows = await db.selectFrom('batch_envelope').innerJoin('mail', 'mail.id', 'batch_envelope.mail_id').select(['batch_envelope.id', 'mail_id', 'mail.state']).where('batch_id', '=', batchId).execute();
  return rows.map(({ id, mail_id, state }) => ({ envelope: id, mail: mail_id, waits: state === 'toQualify' }));
}

/** The plan as people see it: which mails its envelopes are, and which of them stay as they are. */
export function withMails(plan: BatchPlan, mails: readonly EnvelopeMail[]): BatchPlan {
  const of = new Map(mails.map((one) => [one.envelope, one]));
  return { ...plan, envelopes: plan.envelopes.map((envelope) => ({ ...envelope, mail: of.get(envelope.id)?.mail, fixed: of.get(envelope.id)?.waits === false })) };
}
