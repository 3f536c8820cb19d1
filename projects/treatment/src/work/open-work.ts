import { conflict } from '@bannette/http';
import type { MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { leavingCopy } from './consultation.js';

/**
 * What still waits on a mail that is to be closed: unless that is meant, it isn't closed. If it is, opinions are no longer
 * asked for and services that were in copy for them leave; tasks stay with who has them.
 *
 * @returns the services in copy afterwards, and what the journal is told
 * @throws 409 `openWork`
 */
export async function closeWork(tx: Tx, mail: MailRow, despite: boolean | undefined): Promise<{ readonly copies: string[]; readonly told: { readonly openTasks?: number; readonly openOpinions?: number; readonly copies?: string[] } }> {
  const [tasks, opinions] = await Promise.all([
    tx.trx.selectFrom('task').select((eb) => eb.fn.countAll<number>().as('n')).where('mail_id', '=', mail.id).where('state', '=', 'open').executeTakeFirstOrThrow(),
    tx.trx.selectFrom('opinion').selectAll().where('mail_id', '=', mail.id).where('state', 'in', ['waiting', 'asked', 'passed']).execute(),
  ]);
  const counts = { openTasks: Number(tasks.n), openOpinions: opinions.length };
  if (!counts.openTasks && !counts.openOpinions) return { copies: mail.copies, told: {} };
  if (!despite) throw conflict('openWork', 'Tasks or opinions are still open on this mail', { tasks: counts.openTasks, opinions: counts.openOpinions });
  const said = { ...(counts.openTasks ? { openTasks: counts.openTasks } : {}), ...(counts.openOpinions ? { openOpinions: counts.openOpinions } : {}) };
  if (!opinions.length) return { copies: mail.copies, told: said };
  const consultations = [...new Set(opinions.map(({ consultation_id }) => consultation_id))];
  await tx.trx.updateTable('opinion').set({ state: 'withdrawn' }).where('id', 'in', opinions.map(({ id }) => id)).execute();
  await tx.trx.updateTable('consultation').set({ state: 'withdrawn', ended_at: new Date() }).where('id', 'in', consultations).execute();
  const all = await tx.trx.selectFrom('opinion').selectAll().where('consultation_id', 'in', consultations).execute();
  const copies = await leavingCopy(tx, mail, mail.copies, all);
  return { copies, told: { ...said, copies } };
}
