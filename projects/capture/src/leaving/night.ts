import { dayIn, leavesOn, type AuthoritySetting } from '@bannette/domain';
import { faultOf, type House } from '@bannette/house';
import { kindOf, leavingFiles, type LeavingFile } from './file.js';
import { leaveTask } from './leave.js';
import { isReadBack } from './read-back.js';
import { lookAt } from './standing.js';

const atOnce = 200;

/**
 * Looks at every file whose bytes may leave one day: since when its days are counted, or why it stays; those whose day has
 * come, that nobody holds and that Alfresco was read back for once more, are told to go. May run anywhere at any time, and
 * at once in several processes.
 *
 * @returns how many were told to go
 */
export async function lookAtLeaving(house: House, stopped: () => boolean = () => false): Promise<number> {
  const { authority } = await house.settings();
  let told = 0;
  let after: string | undefined;
  for (;;) {
    let selection = leavingFiles(house.store.db, house).where('leaving_at', 'is', null).orderBy('deposit_file.id').limit(atOnce);
    if (after) selection = selection.where('deposit_file.id', '>', after);
    const files = await selection.execute();
    for (const file of files) {
      if (stopped()) return told;
      // One that can't be looked at keeps none of the others.
      if (await lookAtOne(house, file, authority).catch((error: unknown) => void house.log.error({ file: file.id, ...faultOf(error) }, 'A file could not be looked at, whether its bytes may leave'))) told++;
    }
    after = files.at(-1)?.id;
    if (files.length < atOnce) return told;
  }
}

async function lookAtOne(house: House, file: LeavingFile, authority: AuthoritySetting): Promise<boolean> {
  const { db } = house.store;
  const now = house.now();
  const found = await lookAt(db, file, now);
  const since = 'since' in found ? found.since : null;
  await note(house, file, { due_since: since, stays_because: 'stays' in found ? found.stays : null });
  if (!since || file.held_at || leavesOn(since, kindOf(file), authority) > dayIn(authority.timeZone, now)) return false;
  if (kindOf(file) === 'batch' && !(await isReadBack(house, file.id))) {
    await note(house, file, { due_since: since, stays_because: 'otherBytes' });
    return false;
  }
  return tellToGo(house, file, since);
}

async function note({ store: { db } }: House, file: LeavingFile, found: Pick<LeavingFile, 'due_since' | 'stays_because'>): Promise<void> {
  await db.updateTable('deposit_file').set(found).where('id', '=', file.id).where('leaving_at', 'is', null).execute();
}

/** The intent comes first, and with it the job: whatever is killed in between, the bytes go and the journal says so once. */
async function tellToGo(house: House, file: LeavingFile, since: Date): Promise<boolean> {
  return house.store.transaction({ entityId: file.entity_id, actor: 'system', correlationId: file.correlation_id }, async (tx) => {
    // In the order in which everybody locks them: the batch, the deposit, the file.
    if (file.scanned_in) await tx.trx.selectFrom('batch').select('id').where('id', '=', file.scanned_in).forNoKeyUpdate().execute();
    await tx.trx.selectFrom('deposit').select('id').where('id', '=', file.deposit_id).forNoKeyUpdate().execute();
    const now = await leavingFiles(tx.trx, house).where('deposit_file.id', '=', file.id).forUpdate('deposit_file').executeTakeFirst();
    const found = now && !now.leaving_at && !now.held_at && (await lookAt(tx.trx, now, house.now()));
    if (!found || !('since' in found) || found.since.getTime() > since.getTime()) return false;
    await tx.trx.updateTable('deposit_file').set({ leaving_at: house.now(), due_since: since, stays_because: null }).where('id', '=', file.id).execute();
    await tx.enqueue(leaveTask, { fileId: file.id }, { key: `${leaveTask}:${file.id}` });
    return true;
  });
}
