import { bulkUndoSeconds, isPersonal, type BulkAction, type PersonalAction } from '@bannette/domain';
import { conflict, type Caller } from '@bannette/http';
import { contextOf, type Among, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { assign, close, closeWithoutAnswer, copy, release, reroute, take } from '../actions.js';
import { setMarks, type Marks } from '../marks.js';
import { undo } from '../undo.js';

export interface BulkRow {
  readonly id: string;
  readonly action: string;
  readonly body: { readonly [name: string]: unknown };
}
export interface BulkItemRow {
  readonly position: number;
  readonly mail_id: string;
  readonly revision: number | null;
  readonly undo_token: string | null;
  readonly code: string | null;
}

/** Longer than all of them can be undone: the first are done while the last still wait. */
const eachUndoSeconds = 2 * bulkUndoSeconds;
const marks: { readonly [action in PersonalAction]: Marks } = { markRead: { read: true }, markUnread: { read: false }, follow: { followed: true }, unfollow: { followed: false } };
const inverse: { readonly [action in PersonalAction]: PersonalAction } = { markRead: 'markUnread', markUnread: 'markRead', follow: 'unfollow', unfollow: 'follow' };
type Deed = (house: House, call: never) => Promise<unknown>;
const deeds: { readonly [action in Exclude<BulkAction, PersonalAction>]: Deed } = { take, release, assign, copy, reroute, close, closeWithoutAnswer };

/** Does one of many as it is done alone: the same rights, refusals, history and undo; what came of it is noted in the same transaction. */
export async function perform(house: House, caller: Caller, { id, action, body }: BulkRow, item: BulkItemRow): Promise<void> {
  const doing = action as BulkAction;
  if (isPersonal(doing)) {
    return house.store.transaction(contextOf(house, { caller, correlationId: id }), async (tx) => {
      const changed = await setMarks(house, tx, caller, item.mail_id, marks[doing]);
      await noteOutcome(tx, id, item.position, { outcome: 'done', code: changed ? null : 'already' });
    });
  }
  const among: Among = { undoSeconds: eachUndoSeconds, note: (tx, token) => noteOutcome(tx, id, item.position, { outcome: 'done', undo_token: token ?? null }) };
  const call = { params: { id: item.mail_id }, body: { ...body, revision: item.revision ?? undefined }, caller, correlationId: id, among };
  await deeds[doing](house, call as never);
}

/** Takes back one of many. */
export async function takeBack(house: House, caller: Caller, { id, action }: BulkRow, item: BulkItemRow): Promise<void> {
  const done = action as BulkAction;
  if (isPersonal(done)) {
    return house.store.transaction(contextOf(house, { caller, correlationId: id }), async (tx) => {
      if (item.code !== 'already') await setMarks(house, tx, caller, item.mail_id, marks[inverse[done]]);
      await noteOutcome(tx, id, item.position, { outcome: 'undone' }, 'done');
    });
  }
  const among: Among = { undoSeconds: 0, note: (tx) => noteOutcome(tx, id, item.position, { outcome: 'undone' }, 'done') };
  const call = { params: { id: item.mail_id }, body: { token: item.undo_token ?? '' }, caller, correlationId: id, among };
  await undo(house, call as never);
}

interface Noted {
  readonly outcome: 'done' | 'refused' | 'moved' | 'undone' | 'kept';
  readonly code?: string | null;
  readonly params?: { readonly [name: string]: string | number };
  readonly undo_token?: string | null;
}

/** Notes what came of one, once: who comes second undoes what they did. */
export async function noteOutcome({ trx }: Pick<Tx, 'trx'>, bulkId: string, position: number, { params, ...noted }: Noted, was: 'done' | null = null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('bulk_item')
    .set({ ...noted, ...(params ? { params: JSON.stringify(params) } : {}) })
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .where('outcome', was === null ? 'is' : '=', was)
    .executeTakeFirst();
  if (!numUpdatedRows) throw conflict('alreadyNoted', 'What came of it is noted already');
}
