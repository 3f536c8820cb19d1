import { dayIn, type Settings } from '@bannette/domain';
import { clockFactsOf, lockMail, type House, type Listening } from '@bannette/house';
import type { TaskHandler } from '@bannette/store';
import { computeClocks, moveDueDay } from '../clocks/keep.js';

/** Name of the job that computes clocks and due days of open mails anew. */
export const recomputeTask = 'clocks.recompute';
/** Kinds of settings that clocks and due days depend on. */
const kinds: readonly string[] = ['calendar', 'types', 'clocks', 'unscanned', 'commitments'];
const mailsAtOnce = 100;
/** Longer than settings may be known to a process after another has published. */
const settledMs = 2000;

/** Hears that what clocks depend on was published, and has all open mails computed anew. */
export function followCalendar(): Listening {
  return {
    name: 'distribution.followCalendar',
    types: ['settings.published'],
    handle: async ({ subjectId, data }, tx) => {
      if (!kinds.includes(subjectId) || !(Number(data.version) > 1)) return;
      await tx.enqueue(recomputeTask, { kind: subjectId, version: Number(data.version) }, { key: `${recomputeTask}:${subjectId}`, runAt: new Date(Date.now() + settledMs) });
    },
  };
}

/**
 * Computes clocks and due days of all open mails by the settings in force. A mail whose due day moves has it in its history;
 * the journal tells how many did. Some at a time; a job that is run again finds those done that were.
 */
export function recomputeClocks(house: House): TaskHandler {
  return async ({ kind, version }: { kind?: string; version?: number }) => {
    let [mails, moved] = [0, 0];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const ids: string[] = await nextMails(house, after);
      const settings = await house.settings();
      for (const id of ids) if (await recomputeOne(house, id, settings)) moved++;
      mails += ids.length;
      after = ids.length === mailsAtOnce ? ids.at(-1) : undefined;
    }
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => void tx.append({ type: 'clock.recomputed', subjectKind: 'clock', subjectId: kind ?? '', data: { kind: kind ?? '', version: version ?? 0, mails, moved } }));
  };
}

async function nextMails(house: House, after: string): Promise<string[]> {
  let query = house.store.db.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where('category', '=', 'incoming').where('service', 'is not', null).where('state', 'in', ['distributed', 'inProgress']);
  if (after) query = query.where('id', '>', after);
  return (await query.orderBy('id').limit(mailsAtOnce).execute()).map(({ id }) => id);
}

function recomputeOne(house: House, id: string, settings: Settings): Promise<boolean> {
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const mail = await lockMail(tx, id);
    if (!mail || (mail.state !== 'distributed' && mail.state !== 'inProgress')) return false;
    const today = dayIn(settings.authority.timeZone, house.now());
    await computeClocks(tx, mail, settings, today);
    const now = await tx.trx.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await moveDueDay(tx, now, settings, (await clockFactsOf(tx.trx, now, settings)).facts);
    const after = await tx.trx.selectFrom('mail').select('due_date').where('id', '=', id).executeTakeFirstOrThrow();
    if (after.due_date === mail.due_date) return false;
    tx.append({ type: 'mail.dueMoved', subjectKind: 'mail', subjectId: id, data: { dueDate: after.due_date ?? '', dueBefore: mail.due_date ?? '' } });
    return true;
  });
}
