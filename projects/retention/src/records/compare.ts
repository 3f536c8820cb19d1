import { hasCode } from '@bannette/alfresco';
import type { Day } from '@bannette/domain';
import { faultOf, type House } from '@bannette/house';
import { tryAdvisoryLock, withAdvisoryLock, type Said } from '@bannette/store';
import { datesConflict } from './date-record.js';
import { readDue } from './dating.js';
import { byHouse, endingOf, type Ending } from './end.js';
import { contentBelow, type PartRow } from './parts.js';
import { enqueueEnd } from './tasks.js';

/** Each record is compared once in as many hours at least; of a small archive all are, every day. */
const hoursForAll = 720;
const fewest = 100;
const notAgainBeforeMs = 20 * 3_600_000;

/** Compares a slice of what was dated with Governance Services, what was compared longest ago first. One process at a time. */
export async function compareRecords(house: House, stopped: () => boolean = () => false): Promise<number> {
  let compared = 0;
  await tryAdvisoryLock(house.store, 'retention.compare', async (lost) => {
    const { db } = house.store;
    const before = new Date(house.now().getTime() - notAgainBeforeMs);
    const dated = db.selectFrom('mail_record').where('entity_id', '=', house.entityId).where('state', '=', 'dated');
    const all = Number((await dated.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
    const slice = await dated.select('mail_id').where((eb) => eb.or([eb('compared_at', 'is', null), eb('compared_at', '<', before)])).orderBy('compared_at', (at) => at.asc().nullsFirst()).limit(Math.max(fewest, Math.ceil(all / hoursForAll))).execute();
    for (const { mail_id } of slice) {
      if (stopped() || lost.aborted) return;
      await compareMail(house, mail_id).catch((error: unknown) => {
        // Without Alfresco there is nothing to compare with.
        if (hasCode(error, 'unavailable', 'timeout', 'unauthorized')) throw error;
        house.log.warn({ mailId: mail_id, ...faultOf(error) }, 'A record could not be compared with Governance Services');
      });
      compared += 1;
    }
  });
  return compared;
}

/** Compares one dated record now; what differs is its conflict from then on, until it no longer does. Content that people added becomes part of the record. */
export function compareMail(house: House, mailId: string): Promise<Said | null> {
  return withAdvisoryLock(house.store, `mail:${mailId}`, async () => {
    const ending = await endingOf(house, mailId);
    if (ending?.record.state !== 'dated') return null;
    const { db } = house.store;
    const parts = await db.selectFrom('record_part').selectAll().where('mail_id', '=', mailId).where('state', '<>', 'destroyed').execute();
    const { conflict, ags } = await look(house, ending, parts);
    const added = await hasAdditions(house, ending, parts);
    await house.store.transaction(byHouse(house), async (tx) => {
      const before = ending.record.conflict;
      await tx.trx.updateTable('mail_record').set({ compared_at: house.now(), conflict: conflict && JSON.stringify(conflict), ags_due: ags ?? ending.record.ags_due }).where('mail_id', '=', mailId).where('state', '=', 'dated').execute();
      if (conflict && conflict.code !== before?.code) tx.append({ type: 'mail.recordConflict', subjectKind: 'mail', subjectId: mailId, data: { code: conflict.code, ...conflict.params } });
      if (added) await enqueueEnd(tx, mailId);
    });
    return conflict;
  });
}

async function look(house: House, { record, reckoned }: Ending, parts: readonly PartRow[]): Promise<{ readonly conflict: Said | null; readonly ags?: Day }> {
  const { nodes } = house.repository;
  const due = reckoned.due ?? record.due ?? '';
  const told: Day[] = [];
  let changed: Said | null = null;
  for (const part of parts) {
    const node = await nodes.get(part.node_id).catch((error: unknown) => (hasCode(error, 'notFound') ? undefined : Promise.reject(error)));
    if (!node) return { conflict: { code: 'goneFromAlfresco' } };
    const sound = ['rma:record', 'rma:declaredRecord', ...(record.row.finalSort === 'D' ? ['rma:cutOff'] : [])].every((aspect) => node.aspects.includes(aspect)) && !node.aspects.includes('rma:ghosted') && node.parentId === record.folder_id;
    if (!sound) changed = { code: 'recordChanged' };
    else if ((await nodes.versions(part.node_id)).length > 1) changed = { code: 'olderVersions' };
    const day = await readDue(house, part.node_id, record.row, part.ags_due);
    if (day) told.push(day.due);
    else changed ??= { code: 'recordChanged' };
    if (day && day.due !== part.ags_due) await house.store.db.updateTable('record_part').set({ ags_due: day.due }).where('node_id', '=', part.node_id).execute();
  }
  return { conflict: changed ?? datesConflict(due, told), ags: told.find((day) => day !== due) ?? told[0] };
}

async function hasAdditions(house: House, { mail }: Ending, parts: readonly PartRow[]): Promise<boolean> {
  if (!mail.node_id) return false;
  const known = new Set(parts.map(({ node_id }) => node_id));
  const below = await contentBelow(house, mail.node_id).catch((error: unknown) => (hasCode(error, 'notFound') ? [] : Promise.reject(error)));
  return below.some(({ id }) => !known.has(id));
}
