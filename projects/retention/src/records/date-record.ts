import type { Day } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Said } from '@bannette/store';
import { datePart } from './dating.js';
import { byHouse, type Ending } from './end.js';

/**
 * Dates all nodes of a declared mail from its trigger, reads back what AGS says, and compares. Without a trigger nothing is
 * dated. A trigger that was corrected dates it anew. Two dates that differ are a conflict that nobody here settles.
 */
export async function dateRecord(house: House, { mail, record, reckoned: { trigger, due } }: Ending, lost: AbortSignal): Promise<void> {
  if (!trigger || !due) return;
  const { db } = house.store;
  const parts = await db.selectFrom('record_part').selectAll().where('mail_id', '=', mail.id).where('state', '<>', 'destroyed').orderBy('node_id').execute();
  const again = record.state === 'dated' && record.trigger_day === trigger && record.due === due;
  if (again && parts.every(({ state }) => state === 'dated')) return;
  const told: Day[] = [];
  for (const { node_id } of parts) {
    lost.throwIfAborted();
    const agsDue = await datePart(house, node_id, record.row, trigger, due);
    told.push(agsDue);
    await db.updateTable('record_part').set({ state: 'dated', ags_due: agsDue }).where('node_id', '=', node_id).execute();
  }
  const agsDue = told.find((day) => day !== due) ?? due;
  const conflict = told.length ? datesConflict(due, told) : null;
  await house.store.transaction(byHouse(house), async (tx) => {
    const dated = { state: 'dated' as const, trigger_day: trigger, due, ags_due: told.length ? agsDue : null, compared_at: house.now(), conflict: conflict && JSON.stringify(conflict) };
    await tx.trx.updateTable('mail_record').set(dated).where('mail_id', '=', mail.id).execute();
    const entry = { subjectKind: 'mail', subjectId: mail.id } as const;
    if (again) return;
    if (record.state === 'dated') tx.append({ ...entry, type: 'mail.redated', data: { before: record.due, trigger, due, ags: dated.ags_due } });
    else tx.append({ ...entry, type: 'mail.dated', data: { trigger, due, ags: dated.ags_due } });
    if (conflict) tx.append({ ...entry, type: 'mail.recordConflict', data: { code: conflict.code, due, ags: agsDue } });
  });
}

/** Where AGS says another day than was computed here. */
export function datesConflict(due: Day, ags: readonly Day[]): Said | null {
  const other = ags.find((day) => day !== due);
  return other === undefined ? null : { code: 'datesDiffer', params: { due, ags: other } };
}
