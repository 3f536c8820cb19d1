import type { Tx } from '@bannette/store';

/** Names of the jobs that bring a mail into Governance Services, and that reckon the pieces of an affair anew. */
export const endTask = 'records.end';
export const affairTask = 'records.affair';

/** Declaring takes seconds a document: what people wait for goes first, and two mails at a time leave hands for it. */
const lanes = 2;
const afterPeoplesWork = 10;

export function enqueueEnd(tx: Tx, mailId: string, { runAt, waits = 0 }: { readonly runAt?: Date; readonly waits?: number } = {}): Promise<void> {
  const lane = Number.parseInt(mailId.slice(-2), 16) % lanes;
  return tx.enqueue(endTask, { mailId, waits }, { key: `${endTask}:${mailId}`, queue: `${endTask}:${lane}`, priority: afterPeoplesWork, maxAttempts: 25, runAt });
}
