import { mayHandle, type Person } from '@bannette/domain';
import { conflict, notFound, type Call, type Contract, type LeavingLine } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { isAdministrator, leavingFiles, mayRelease, type LeavingFile } from './file.js';
import { toLine } from './list.js';

/** The file, for the mail rooms that handle it and administrators; for others there is none. */
async function find(house: House, person: Person, id: string): Promise<LeavingFile> {
  const file = await leavingFiles(house.store.db, house).where('deposit_file.id', '=', id).executeTakeFirst();
  if (!file || !(mayHandle(person, file.mail_rooms) || isAdministrator(person))) throw notFound('file');
  return file;
}

/** Keeps the bytes beyond their days: for the mail rooms that handle them, and administrators. */
export async function holdFile(house: House, call: Call<Contract['holdFile']>): Promise<LeavingLine> {
  return change(house, call, (file) => {
    if (file.held_at) throw conflict('alreadyHeld', 'It is held already', { by: file.held_by ?? '' });
    return { set: { held_by: call.caller.id, held_at: house.now(), held_because: call.body.reason }, type: 'file.held', personal: { reason: call.body.reason } };
  });
}

/** Lets it go when its days are over. */
export async function releaseFile(house: House, call: Call<Contract['releaseFile']>): Promise<LeavingLine> {
  return change(house, call, (file) => {
    if (!file.held_at) throw conflict('notHeld', 'Nobody holds it', {});
    if (!mayRelease(call.caller, file)) throw conflict('heldByOther', 'Only who holds it, or an administrator, lets it go', { by: file.held_by ?? '' });
    return { set: { held_by: null, held_at: null, held_because: null }, type: 'file.released' };
  });
}

interface Change {
  readonly set: Pick<LeavingFile, 'held_by' | 'held_at' | 'held_because'>;
  readonly type: string;
  readonly personal?: { readonly reason: string };
}

async function change(house: House, call: Call<Contract['holdFile']> | Call<Contract['releaseFile']>, decide: (file: LeavingFile) => Change): Promise<LeavingLine> {
  const { id } = call.params;
  await find(house, call.caller, id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const file = await leavingFiles(tx.trx, house).where('deposit_file.id', '=', id).forUpdate('deposit_file').executeTakeFirst();
    if (!file) throw notFound('file');
    if (file.leaving_at) throw conflict('fileLeft', 'Its bytes have left', {});
    const { set, type, personal } = decide(file);
    await tx.trx.updateTable('deposit_file').set(set).where('id', '=', id).execute();
    tx.append({ type, subjectKind: 'deposit', subjectId: file.deposit_id, data: { file: id, sha512: file.sha512 }, ...(personal ? { personal } : {}) });
  });
  return toLine(await find(house, call.caller, id), call.caller, (await house.settings()).authority);
}
