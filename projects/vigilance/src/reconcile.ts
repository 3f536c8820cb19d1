import { changesOf, hasCode } from '@bannette/alfresco';
import { faultOf, type House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';
import { sql } from 'kysely';
import { accountsOf } from './own.js';
import { inspectMail } from './inspect.js';

export interface ReconcileOptions {
  /** In how many nights the whole library is gone through. */
  readonly days: number;
}

const atOnce = 20;
const dayMs = 86_400_000;
/** How far clocks may lie apart, and how long an index of the database may lag. */
const marginMs = 15 * 60_000;
/** Longest that a broker keeps what was not acknowledged; ids are known for as long. */
const keepHandledDays = 30;

/**
 * A night's part of going through the library: first what others than the house have changed since the last time, then the
 * next slice, so that all of it is done in `days` nights however many mails there are. One process at a time; each mail that
 * is done moves the cursor, so a kill loses nothing.
 *
 * @returns how many mails were looked at and how many differences found; undefined while another process is at it
 */
export async function reconcile(house: House, options: ReconcileOptions, stopped: () => boolean = () => false): Promise<{ readonly checked: number; readonly found: number } | undefined> {
  const total = { checked: 0, found: 0 };
  const ran = await tryAdvisoryLock(house.store, 'vigilance.reconcile', async (lost) => {
    const over = (): boolean => stopped() || lost.aborted;
    const look = async (mailId: string): Promise<number> => {
      const found = await inspectMail(house, mailId).catch((error: unknown) => {
        // Without Alfresco there is nothing to compare with: the night ends, and the next goes on from here.
        if (hasCode(error, 'unavailable', 'timeout', 'unauthorized')) throw error;
        house.log.warn({ mailId, ...faultOf(error) }, 'A mail could not be compared with Alfresco');
        return 0;
      });
      total.checked += 1;
      total.found += found;
      return found;
    };
    const until = house.now();
    for (const mailId of await changedByOthers(house)) if (!over()) await look(mailId);
    if (!over()) await house.store.db.insertInto('reconciliation').values({ entity_id: house.entityId, changes_until: until }).onConflict((conflict) => conflict.column('entity_id').doUpdateSet({ changes_until: until })).execute();
    await goThrough(house, options, look, over);
    await house.store.db.deleteFrom('alfresco_event').where('handled_at', '<', new Date(house.now().getTime() - keepHandledDays * dayMs)).execute();
  });
  return ran ? total : undefined;
}

async function goThrough(house: House, { days }: ReconcileOptions, look: (mailId: string) => Promise<number>, over: () => boolean): Promise<void> {
  const { db } = house.store;
  const now = house.now();
  await db.insertInto('reconciliation').values({ entity_id: house.entityId, begun_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
  const round = await db.selectFrom('reconciliation').selectAll().where('entity_id', '=', house.entityId).executeTakeFirstOrThrow();
  if (round.after_mail === null) await db.updateTable('reconciliation').set({ begun_at: now, checked: 0, found: 0 }).where('entity_id', '=', house.entityId).execute();
  const begun = round.after_mail === null ? now : (round.begun_at ?? now);
  const nightsLeft = Math.max(1, days - Math.round((now.getTime() - begun.getTime()) / dayMs));
  const after = round.after_mail ?? '00000000-0000-0000-0000-000000000000';
  const remaining = Number((await mailsAfter(house, after).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
  let left = Math.ceil(remaining / nightsLeft);
  for (let cursor = after; !over(); ) {
    const mails = left > 0 ? await mailsAfter(house, cursor).select('id').orderBy('id').limit(Math.min(left, atOnce)).execute() : [];
    if (!mails.length) break;
    for (const { id } of mails) {
      if (over()) return;
      const found = await look(id);
      cursor = id;
      left -= 1;
      await db.updateTable('reconciliation').set((eb) => ({ after_mail: id, checked: eb('checked', '+', 1), found: eb('found', '+', found) })).where('entity_id', '=', house.entityId).execute();
    }
  }
  if (!over() && remaining <= Math.ceil(remaining / nightsLeft)) await db.updateTable('reconciliation').set((eb) => ({ after_mail: null, finished_at: house.now(), last_checked: eb.ref('checked'), last_found: eb.ref('found') })).where('entity_id', '=', house.entityId).execute();
}

const mailsAfter = (house: House, id: string) => house.store.db.selectFrom('mail').where('entity_id', '=', house.entityId).where('node_id', 'is not', null).where('id', '>', id);

/** Mails whose nodes somebody else has changed since the last night, by queries that the database answers. */
async function changedByOthers(house: House): Promise<readonly string[]> {
  const last = await house.store.db.selectFrom('reconciliation').select('changes_until').where('entity_id', '=', house.entityId).executeTakeFirst();
  const since = new Date((last?.changes_until ?? new Date(house.now().getTime() - 2 * dayMs)).getTime() - marginMs).toISOString();
  const nodeIds: string[] = [];
  for (const type of ['gec:correspondence', 'gec:document']) {
    for await (const nodes of changesOf(house.repository.search, { type, since, notBy: accountsOf(house) })) nodeIds.push(...nodes.map(({ id }) => id));
  }
  if (!nodeIds.length) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM mail WHERE entity_id = ${house.entityId} AND node_id = ANY (${nodeIds}::text[])
    UNION SELECT d.mail_id FROM document d JOIN mail m ON m.id = d.mail_id WHERE m.entity_id = ${house.entityId} AND (d.node_id = ANY (${nodeIds}::text[]) OR d.searchable_node_id = ANY (${nodeIds}::text[]))`.execute(house.store.db);
  return rows.map(({ id }) => id);
}
