import { forbidden, notFound, type Call, type Contract, type MailRecordView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { compareMail } from './compare.js';
import { enqueueEnd } from './tasks.js';
import { keepsRecords, mailRecord } from './view.js';

/** Has a record looked at again, and says why: a conflict ends when both dates are the same, never because somebody says so. */
export async function settleRecord(house: House, call: Call<Contract['settleRecord']>): Promise<MailRecordView> {
  const record = await house.store.db.selectFrom('mail_record').select(['state', 'conflict', 'failure']).where('mail_id', '=', call.params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!record || record.state === 'destroyed') throw notFound('record');
  if (!keepsRecords(call.caller)) throw forbidden('settleRecord');
  await house.store.transaction(contextOf(house, call), async (tx) => {
    tx.append({ type: 'mail.recordSettled', subjectKind: 'mail', subjectId: call.params.id, data: { conflict: record.conflict?.code ?? null, failure: record.failure?.code ?? null }, personal: { reason: call.body.reason } });
    if (record.state !== 'dated' || record.failure) await enqueueEnd(tx, call.params.id);
  });
  if (record.state === 'dated') await compareMail(house, call.params.id);
  return mailRecord(house, call);
}
