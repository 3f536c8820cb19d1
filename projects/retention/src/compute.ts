import { rowMark } from '@bannette/alfresco';
import type { Settings } from '@bannette/domain';
import { enqueueMirror, lockMail, type House, type Listening, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { enqueueEnd } from './records/tasks.js';
import { aroundOf, reckonOf, type Around } from './records/reckon.js';

/** Hears of what may start or stop a retention period, and keeps each mail's trigger and due date true. */
export function computeRetention(house: House): Listening {
  return {
    name: 'retention.compute',
    types: ['mail.registered', 'mail.letThrough', 'mail.sent', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.reopened', 'mail.undone', 'mail.imported', 'mail.filed', 'mail.unfiled', 'retention.triggerDeclared'],
    swift: true,
    locks: true,
    handle: async (entry, tx) => {
      const mail = await lockMail(tx, entry.subjectId);
      if (mail) await keepTrue(tx, mail, await house.settings());
    },
  };
}

/**
 * Reckons a locked mail anew: row, trigger, due day, and the last day of its current use. What is a record already keeps the
 * row it was filed under, and is dated anew if its trigger is another; a mail that was taken up again before anything
 * was done to it begins its record later.
 */
export async function keepTrue(tx: Tx, mail: MailRow, settings: Settings): Promise<void> {
  if (mail.eliminated_at) return;
  const around = await aroundOf(tx.trx, mail);
  const { row, trigger, due, over, ends } = reckonOf(mail, settings, around);
  const { record } = around;
  if (record && !over && !mail.intermediate_at) await tx.trx.deleteFrom('mail_record').where('mail_id', '=', mail.id).where('state', '=', 'ending').execute();
  // A row that was rebuilt from its node: what became of it is read from Governance Services again.
  if (!record && mail.intermediate_at && row) {
    await tx.trx.insertInto('mail_record').values({ mail_id: mail.id, entity_id: mail.entity_id, state: 'ending', row: JSON.stringify(row), mark: rowMark(row, false) }).execute();
    await enqueueEnd(tx, mail.id);
  }
  const begun = record && (over || mail.intermediate_at !== null);
  const wanted = { retention_row: row?.code ?? null, current_use_ends: begun || mail.intermediate_at ? null : ends };
  const told = { retention_trigger: trigger, retention_due: due };
  if (trigger !== mail.retention_trigger || due !== mail.retention_due) {
    await tx.trx.updateTable('mail').set({ ...told, ...wanted, ...(mail.node_name ? { desired_version: mail.desired_version + 1 } : {}) }).where('id', '=', mail.id).execute();
    if (mail.node_name) await enqueueMirror(tx, mail.id);
  } else if (wanted.retention_row !== mail.retention_row || wanted.current_use_ends !== mail.current_use_ends) {
    await tx.trx.updateTable('mail').set(wanted).where('id', '=', mail.id).execute();
  }
  if (begun && (record.state === 'declared' || record.state === 'dated') && record.trigger_day !== trigger) await enqueueEnd(tx, mail.id);
}

/** Trigger and due day of a mail; nothing while it is open, or while the row's own trigger is not known. */
export function retentionOf(mail: MailRow, settings: Settings, around?: Around): { trigger: string | null; due: string | null } {
  const { trigger, due } = reckonOf(mail, settings, around);
  return { trigger, due };
}
