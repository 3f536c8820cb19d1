import type { House } from '@bannette/house';
import { lockMail } from '@bannette/house';
import type { JobInfo, Tx } from '@bannette/store';
import { sql } from 'kysely';
import { keepTrue } from '../compute.js';
import { mailInFile, sqlDue, sqlTrigger } from './due-in-sql.js';
import { filedUnder } from './uses.js';

export const recomputeTask = 'schedule.recompute';
const mailsAtOnce = 200;
/** Slices that one job does before others have their turn. */
const slicesAtOnce = 10;

interface Recompute {
  /** Published version of the schedule that days follow. */
  readonly version: number;
  readonly row?: string;
  readonly after?: string;
}

export const askRecompute = (tx: Tx, payload: Recompute, runAt?: Date): Promise<void> => tx.enqueue(recomputeTask, { ...payload }, { key: recomputeTask, priority: 10, maxAttempts: 10, ...(runAt ? { runAt } : {}) });

/**
 * Makes trigger and due day of closed mail what the schedule in force says, in slices; a mail that is a record keeps the row
 * that it was filed under. Broken off and begun again, it finds what is left by itself.
 */
export function recompute(house: House) {
  return async (payload: Recompute, { signal }: JobInfo): Promise<void> => {
    const inName = { entityId: house.entityId, actor: 'system' };
    const version = (await house.settingVersions()).schedule ?? 0;
    // What was just published is in force here within a second.
    if (version < payload.version) return house.store.transaction(inName, (tx) => askRecompute(tx, payload, new Date(Date.now() + 1000)));
    const { schedule } = await house.settings();
    const codes = (await filedUnder(house, schedule.rows.map(({ code }) => code))).filter((code) => code >= (payload.row ?? '')).sort();
    let left = slicesAtOnce;
    for (const code of codes) {
      let after = code === payload.row ? payload.after : undefined;
      do {
        signal.throwIfAborted();
        if (left-- === 0) return house.store.transaction(inName, (tx) => askRecompute(tx, { version: payload.version, row: code, after }));
        after = await house.store.transaction(inName, (tx) => slice(house, tx, code, after));
      } while (after);
    }
  };
}

/** Answers the last mail of the slice, or undefined when there is no other. */
async function slice(house: House, tx: Tx, code: string, after: string | undefined): Promise<string | undefined> {
  const settings = await house.settings();
  const row = settings.schedule.rows.find((each) => each.code === code);
  if (!row) return undefined;
  const { rows } = await sql<{ id: string }>`
    select mail.id from ${mailInFile}
    where mail.entity_id = ${house.entityId} and coalesce(mail.retention_row, mail.schedule_row) = ${code} and mail.eliminated_at is null and mail.state in ('closed', 'noFollowUp', 'sent')
      and mail.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      and (mail.retention_trigger is distinct from ${sqlTrigger(row.trigger, settings.authority)} or mail.retention_due is distinct from ${sqlDue(row, settings.authority)})
      and mail.intermediate_at is null
    order by mail.id limit ${mailsAtOnce}`.execute(tx.trx);
  for (const { id } of rows) {
    const mail = await lockMail(tx, id);
    if (mail) await keepTrue(tx, mail, settings);
  }
  return rows.length === mailsAtOnce ? rows.at(-1)?.id : undefined;
}
