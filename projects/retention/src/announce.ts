import { addDays, dayIn } from '@bannette/domain';
import type { House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';

const mailsAtOnce = 500;

/**
 * Announces, once a mail, what falls due within the authority's notice time: a journal entry per service and day, which
 * those who tell people hear. One instance at a time, by a database lock; a crash announces the rest at the next tick.
 */
export async function announceDue(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'retention.announce', async () => {
    while (await announceSome(house)) continue;
  });
}

async function announceSome(house: House): Promise<boolean> {
  const { authority } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const due = await tx.trx
      .selectFrom('mail')
      .leftJoin('retention_notice', (join) => join.onRef('retention_notice.mail_id', '=', 'mail.id').onRef('retention_notice.due', '=', 'mail.retention_due'))
      .select(['mail.id', 'mail.service', 'mail.retention_due'])
      .where('mail.entity_id', '=', house.entityId)
      .where('mail.retention_due', '<=', addDays(today, authority.noticeDays))
      .where('retention_notice.mail_id', 'is', null)
      .orderBy('mail.service')
      .orderBy('mail.id')
      .limit(mailsAtOnce)
      .execute();
    for (const service of new Set(due.map((mail) => mail.service ?? ''))) {
      const mails = due.filter((mail) => (mail.service ?? '') === service);
      const days = mails.map(({ retention_due }) => retention_due ?? '').sort();
      tx.append({ type: 'retention.dueSoon', subjectKind: 'retention', subjectId: `${today}:${service}:${mails[0]?.id ?? ''}`, data: { service, mails: mails.length, first: days[0] ?? '', last: days.at(-1) ?? '' } });
    }
    if (due.length) await tx.trx.insertInto('retention_notice').values(due.map(({ id, retention_due }) => ({ mail_id: id, due: retention_due ?? '' }))).onConflict((conflict) => conflict.column('mail_id').doUpdateSet((eb) => ({ due: eb.ref('excluded.due'), noticed_at: new Date() }))).execute();
    return due.length === mailsAtOnce;
  });
}
