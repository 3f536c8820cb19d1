import { dayIn, retentionDue, triggerDay, type Settings } from '@bannette/domain';
import { enqueueMirror, lockMail, type House, type Listening, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';

/** Hears of what may start or stop a retention period, and keeps each mail's trigger and due date true. */
export function computeRetention(house: House): Listening {
  return {
    name: 'retention.compute',
    types: ['mail.registered', 'mail.letThrough', 'mail.sent', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.reopened', 'mail.undone', 'mail.imported', 'retention.triggerDeclared'],
    handle: async (entry, tx) => {
      const mail = await lockMail(tx, entry.subjectId);
      if (mail) await keepTrue(tx, mail, await house.settings());
    },
  };
}

async function keepTrue(tx: Tx, mail: MailRow, settings: Settings): Promise<void> {
  const { trigger, due } = retentionOf(mail, settings);
  if (trigger === mail.retention_trigger && due === mail.retention_due) return;
  const mirrored = mail.node_name ? { desired_version: mail.desired_version + 1 } : {};
  await tx.trx.updateTable('mail').set({ retention_trigger: trigger, retention_due: due, ...mirrored }).where('id', '=', mail.id).execute();
  if (mail.node_name) await enqueueMirror(tx, mail.id);
}

/** Trigger and due day of a mail; nothing while it is open, or while the row's own trigger is not known. */
export function retentionOf(mail: MailRow, settings: Settings): { trigger: string | null; due: string | null } {
  const row = settings.schedule.rows.find(({ code }) => code === mail.schedule_row);
  const over = mail.state === 'closed' || mail.state === 'noFollowUp' || mail.state === 'sent';
  if (!row || !over) return { trigger: null, due: null };
  const dayOf = (at: Date | null): string | undefined => at ? dayIn(settings.authority.timeZone, at) : undefined;
  const known = {
    documentDate: mail.document_date ?? mail.departure_date ?? undefined,
    registeredOn: dayOf(mail.registered_at),
    closedOn: dayOf(mail.closed_at) ?? mail.departure_date ?? undefined,
    declaredTrigger: mail.declared_trigger ?? undefined,
    fiscalYearEnd: settings.authority.fiscalYearEnd,
  };
  return { trigger: triggerDay(row, known) ?? null, due: retentionDue(row, known) ?? null };
}
