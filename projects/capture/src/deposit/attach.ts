import type { House } from '@bannette/house';
import type { TaskHandler } from '@bannette/store';
import { makeMails } from './make-mails.js';

/** Name of the job that puts the files of a deposit into the mail that was registered with them; registration asks for it. */
export const attachTask = 'capture.attach';

/** Files that are read go in now; the others when they are. */
export function attach(house: House): TaskHandler {
  return async (payload) => {
    const depositId = String(payload.depositId);
    const deposit = await house.store.db.selectFrom('deposit').select(['entity_id', 'correlation_id']).where('id', '=', depositId).executeTakeFirstOrThrow();
    await house.store.transaction({ entityId: deposit.entity_id, actor: 'system', correlationId: deposit.correlation_id }, async (tx) => {
      await tx.trx.selectFrom('deposit').select('id').where('id', '=', depositId).forNoKeyUpdate().executeTakeFirstOrThrow();
      await makeMails(house, tx, depositId);
    });
  };
}
