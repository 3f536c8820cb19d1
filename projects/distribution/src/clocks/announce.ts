import { addDays, addWorkingDays, dayIn, type ClockKind } from '@bannette/domain';
import type { House } from '@bannette/house';
import { tryAdvisoryLock, type Tx } from '@bannette/store';

const clocksAtOnce = 500;
/** Working days before the end of a clock when its service is told. */
const soonDays = 3;
type Step = 'soon' | 'passed';

/**
 * Announces, once a clock, due day and step, what ends within three working days and what has ended: a journal entry per
 * service, which those who tell people hear. One instance at a time, by a database lock; a crash announces the rest at the next tick.
 */
export async function announceClocks(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'clocks.announce', async () => {
    for (const step of ['passed', 'soon'] as const) while (await announceSome(house, step)) continue;
  });
}

async function announceSome(house: House, step: Step): Promise<boolean> {
  const { authority, calendar } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  const until = step === 'passed' ? addDays(today, -1) : addWorkingDays(today, soonDays, calendar);
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const due = await ending(tx, house.entityId, step, step === 'passed' ? undefined : today, until);
    for (const service of new Set(due.map((clock) => clock.service ?? ''))) {
      const clocks = due.filter((clock) => (clock.service ?? '') === service);
      const days = clocks.map((clock) => clock.due ?? '').sort();
      const kinds = [...new Set(clocks.map(({ kind }) => kind))] as ClockKind[];
      tx.append({ type: `clock.${step}`, subjectKind: 'clock', subjectId: `${today}:${service}:${clocks[0]?.mail_id ?? ''}`, data: { service, clocks: clocks.length, mails: new Set(clocks.map(({ mail_id }) => mail_id)).size, kinds, first: days[0] ?? '', last: days.at(-1) ?? '' } });
    }
    if (due.length) await tx.trx.insertInto('clock_notice').values(due.map(({ mail_id, code, due: day }) => ({ mail_id, code, due: day ?? '', step }))).onConflict((conflict) => conflict.doNothing()).execute();
    return due.length === clocksAtOnce;
  });
}

function ending(tx: Tx, entityId: string, step: Step, from: string | undefined, until: string) {
  let query = tx.trx
    .selectFrom('mail_clock')
    .innerJoin('mail', 'mail.id', 'mail_clock.mail_id')
    .leftJoin('clock_notice', (join) => join.onRef('clock_notice.mail_id', '=', 'mail_clock.mail_id').onRef('clock_notice.code', '=', 'mail_clock.code').onRef('clock_notice.due', '=', 'mail_clock.due').on('clock_notice.step', '=', step))
    .select(['mail_clock.mail_id', 'mail_clock.code', 'mail_clock.kind', 'mail_clock.due', 'mail.service'])
    .where('mail_clock.entity_id', '=', entityId)
    .where('mail_clock.met_on', 'is', null)
    .where('mail_clock.due', '<=', until)
    .where('mail.state', 'in', ['distributed', 'inProgress'])
    .where('clock_notice.mail_id', 'is', null);
  if (from) query = query.where('mail_clock.due', '>=', from);
  return query.orderBy('mail.service').orderBy('mail_clock.mail_id').limit(clocksAtOnce).execute();
}
