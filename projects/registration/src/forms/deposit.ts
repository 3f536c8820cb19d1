import { invalid } from '@bannette/http';
import type { MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';

/** Name of capture's job that puts the files of a deposit into the mail that was registered with them. */
export const attachTask = 'capture.attach';

/**
 * Gives the deposit's files to the mail, in its transaction: those that are read go in at once after it, others when they are.
 *
 * @throws Problem 422 `depositUnknown` for one that isn't the caller's own, or is another mail's
 */
export async function claimDeposit(tx: Tx, depositId: string, mail: MailRow): Promise<void> {
  const claimed = await tx.trx
    .updateTable('deposit')
    .set({ mail_id: mail.id })
    .where('id', '=', depositId)
    .where('created_by', '=', tx.context.actor)
    .where('purpose', '=', 'form')
    .where('mail_id', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!claimed) throw invalid('depositUnknown', 'No files of yours wait under this id');
  await tx.enqueue(attachTask, { depositId });
}
