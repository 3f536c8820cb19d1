import { headGroup, houseGroups, type Settings } from '@bannette/domain';
import type { House, Listening } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';

/** Name of the job that sends a notice by e-mail. */
export const mailNoticeTask = 'notice.mail';

/** Hears that something falls due, and tells the heads of the service and the DPO, in the workspace and by e-mail. */
export function tellWhatFallsDue(house: House): Listening {
  return {
    name: 'rgpd.tell',
    types: ['retention.dueSoon'],
    handle: async (entry, tx) => {
      const settings = await house.settings();
      const { service, mails, first, last } = entry.data as { service: string; mails: number; first: string; last: string };
      const label = settings.services.find(({ code }) => code === service)?.label ?? service;
      for (const audience of audiences(service)) await notify(tx, { audience, key: String(entry.seq), params: { service: label, count: mails, first, last } });
    },
  };
}

function audiences(service: string): string[] {
  return service ? [headGroup(service), houseGroups.dpo] : [houseGroups.dpo];
}

async function notify(tx: Tx, notice: { audience: string; key: string; params: { [name: string]: string | number } }): Promise<void> {
  const id = newId();
  const made = await tx.trx
    .insertInto('notice')
    .values({ id, entity_id: tx.context.entityId, audience: notice.audience, kind: 'retention.dueSoon', key: notice.key, params: JSON.stringify(notice.params), link: '/retention' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows) await tx.enqueue(mailNoticeTask, { noticeId: id }, { key: `${mailNoticeTask}:${id}` });
}

/** Functional mailbox of an audience: a service's, or the DPO's. Never a person's. */
export function mailboxOf(audience: string, settings: Settings): string | undefined {
  if (audience === houseGroups.dpo) return settings.authority.dpoEmail;
  return settings.services.find(({ code }) => headGroup(code) === audience)?.email;
}
