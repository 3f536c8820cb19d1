import { rowMark } from '@bannette/alfresco';
import { dayIn, type Settings } from '@bannette/domain';
import { lockMail, type House } from '@bannette/house';
import { tryAdvisoryLock, type TaskHandler } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { createHash } from 'node:crypto';
import { keepTrue } from '../compute.js';
import { byHouse } from './end.js';
import { rowOf } from './reckon.js';
import { affairTask, enqueueEnd } from './tasks.js';

const mailsAtOnce = 200;
const retriedAtOnce = 2_000;
const tryAgainAfterMs = 20 * 3_600_000;

/**
 * Begins the records of mails whose current use has ended, and tries again what failed yesterday. One process at a time;
 * each slice commits with the jobs that it asks for. What the settings changed is reckoned first.
 */
export async function endCurrentUse(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'retention.currentUse', async () => {
    await reckonAll(house);
    while (await beginSome(house)) continue;
    while (await beginSome(house, 'waiting')) continue;
    await retry(house);
  });
}

/**
 * @param how many at once, leaving those that somebody works on at this moment; or, `waiting` for them, one at a time
 * @returns whether there may be more
 */
async function beginSome(house: House, how: 'atOnce' | 'waiting' = 'atOnce'): Promise<boolean> {
  const most = how === 'atOnce' ? mailsAtOnce : 1;
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  return house.store.transaction(byHouse(house), async (tx) => {
    const mails = await tx.trx.selectFrom('mail').select(['id', 'retention_row', 'service']).where('entity_id', '=', house.entityId).where('current_use_ends', '<', today).orderBy('current_use_ends').orderBy('id').limit(most).forUpdate().$if(how === 'atOnce', (query) => query.skipLocked()).execute();
    for (const { id, retention_row } of mails) {
      const row = rowOf(settings, retention_row);
      const begun = row && { mail_id: id, entity_id: house.entityId, state: 'ending' as const, row: JSON.stringify(row), mark: rowMark(row, false), failure: row.agreed ? null : JSON.stringify({ code: 'notAgreed', params: { row: row.code } }) };
      if (begun) await tx.trx.insertInto('mail_record').values(begun).onConflict((known) => known.doNothing()).execute();
      if (row?.agreed) await enqueueEnd(tx, id);
    }
    if (mails.length) await tx.trx.updateTable('mail').set({ current_use_ends: null }).where('id', 'in', mails.map(({ id }) => id)).execute();
    return mails.length === most;
  });
}

/** Each once a day: those that failed or waited for a hold, where their row is agreed by now, and those whose trigger is known by now. */
async function retry(house: House): Promise<void> {
  const settings = await house.settings();
  const agreed = settings.schedule.rows.filter((row) => row.agreed).map(({ code }) => code);
  const before = new Date(house.now().getTime() - tryAgainAfterMs);
  await house.store.transaction(byHouse(house), async (tx) => {
    const mails = await tx.trx
      .selectFrom('mail_record')
      .innerJoin('mail', 'mail.id', 'mail_record.mail_id')
      .select('mail_record.mail_id')
      .where('mail_record.entity_id', '=', house.entityId)
      .where('mail_record.state', 'in', ['ending', 'declared'])
      .where(sql<SqlBool>`(mail_record.retried_at is null or mail_record.retried_at < ${before})`)
      .where(sql<SqlBool>`(case mail_record.state when 'declared' then mail.retention_trigger is not null else mail.retention_row = any(${sql.val(agreed)}::text[]) end)`)
      .orderBy('mail_record.retried_at', (at) => at.asc().nullsFirst())
      .limit(retriedAtOnce)
      .execute();
    for (const { mail_id } of mails) await enqueueEnd(tx, mail_id);
  });
}

/** What of the settings decides how long mails are kept and in use. */
const decisive = ({ authority, schedule }: Settings): string =>
  createHash('sha256').update(JSON.stringify([authority.reopenDays, authority.timeZone, authority.fiscalYearEnd, schedule.rows.map(({ code, years, trigger, currentUseYears }) => [code, years, trigger, currentUseYears])])).digest('hex');

/** Reckons all mails anew where the settings have changed since, or where they never were; slice by slice, so that a kill loses little. */
async function reckonAll(house: House): Promise<void> {
  const settings = await house.settings();
  const now = decisive(settings);
  const { db } = house.store;
  const known = await db.selectFrom('record_reckoning').selectAll().where('entity_id', '=', house.entityId).executeTakeFirst();
  if (known?.settings === now && known.finished_at) return;
  if (known?.settings !== now) await db.insertInto('record_reckoning').values({ entity_id: house.entityId, settings: now }).onConflict((conflict) => conflict.column('entity_id').doUpdateSet({ settings: now, after_mail: null, finished_at: null })).execute();
  let after = known?.settings === now ? known.after_mail : null;
  for (let more = true; more; ) {
    const ids = await db.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where('state', 'in', ['closed', 'noFollowUp', 'sent']).$if(after !== null, (query) => query.where('id', '>', after)).orderBy('id').limit(mailsAtOnce).execute();
    await reckonThese(house, ids.map(({ id }) => id), settings);
    after = ids.at(-1)?.id ?? after;
    more = ids.length === mailsAtOnce;
    await db.updateTable('record_reckoning').set({ after_mail: after, finished_at: more ? null : house.now() }).where('entity_id', '=', house.entityId).execute();
  }
}

async function reckonThese(house: House, ids: readonly string[], settings: Settings): Promise<void> {
  await house.store.transaction(byHouse(house), async (tx) => {
    for (const id of ids) {
      const mail = await lockMail(tx, id);
      if (mail) await keepTrue(tx, mail, settings);
    }
  });
}

/** The pieces of an affair follow it: its closing, its row, its trigger. */
export function reckonAffair(house: House): TaskHandler {
  return async (payload) => {
    const settings = await house.settings();
    const mails = await house.store.db.selectFrom('mail').select('id').where('affair_id', '=', String(payload.affairId)).orderBy('id').execute();
    for (let from = 0; from < mails.length; from += mailsAtOnce) await reckonThese(house, mails.slice(from, from + mailsAtOnce).map(({ id }) => id), settings);
  };
}

/** Hears what becomes of affairs. */
export const followAffairs = {
  name: 'retention.affairs',
  types: ['affair.closed', 'affair.reopened', 'affair.rowChanged', 'affair.triggerDeclared'],
  handle: async (entry: { readonly subjectId: string }, tx: Parameters<typeof enqueueEnd>[0]): Promise<void> => tx.enqueue(affairTask, { affairId: entry.subjectId }, { key: `${affairTask}:${entry.subjectId}` }),
};
