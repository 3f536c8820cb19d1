import { headGroup, houseGroups, secretariatGroup, type Settings } from '@bannette/domain';
import type { House, Listening } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { spreadNoticeTask } from './post/plan.js';

/** Name of the job that sends a notice to the functional mailbox of its audience. */
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
      for (const audience of audiences(service)) await notify(tx, { audience, kind: entry.type, key: String(entry.seq), params: { service: label, count: mails, first, last }, link: '/retention' });
    },
  };
}

/** Hears that clocks of the law end soon, and tells the secretaries of the service; that they have ended, and tells its heads too. */
export function tellOfClocks(house: House): Listening {
  return {
    name: 'rgpd.clocks',
    types: ['clock.soon', 'clock.passed'],
    handle: async (entry, tx) => {
      const settings = await house.settings();
      const { service, clocks, first, last } = entry.data as { service: string; clocks: number; first: string; last: string };
      if (!service) return;
      const label = settings.services.find(({ code }) => code === service)?.label ?? service;
      const told = entry.type === 'clock.passed' ? [secretariatGroup(service), headGroup(service)] : [secretariatGroup(service)];
      for (const audience of told) await notify(tx, { audience, kind: entry.type, key: String(entry.seq), params: { service: label, count: clocks, first, last }, link: '/clocks' });
    },
  };
}

function audiences(service: string): string[] {
  return service ? [headGroup(service), houseGroups.dpo] : [houseGroups.dpo];
}

/**
 * Puts a notice into the workspace, once per audience, kind and key; open pages are told at once, and it is sent by e-mail to
 * the audience's functional mailbox and to whoever chose so.
 *
 * @param notice to a group, or to one person by their user name
 */
export async function notify(tx: Tx, notice: { readonly audience: string; readonly kind: string; readonly key: string; readonly params: { [name: string]: string | number }; readonly link: string }): Promise<void> {
  const id = newId();
  const made = await tx.trx
    .insertInto('notice')
    .values({ id, entity_id: tx.context.entityId, audience: notice.audience, kind: notice.kind, key: notice.key, params: JSON.stringify(notice.params), link: notice.link })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!made.numInsertedOrUpdatedRows) return;
  await tx.enqueue(mailNoticeTask, { noticeId: id }, { key: `${mailNoticeTask}:${id}` });
  await tx.enqueue(spreadNoticeTask, { noticeId: id }, { key: `${spreadNoticeTask}:${id}` });
}

/** Functional mailbox of an audience: a service's, the mail room's, or the DPO's. Never a person's. */
export function mailboxOf(audience: string, settings: Settings): string | undefined {
  if (audience === houseGroups.dpo) return settings.authority.dpoEmail;
  if (audience === houseGroups.mailRoom) return settings.authority.mailRoomEmail;
  return settings.services.find(({ code }) => headGroup(code) === audience || secretariatGroup(code) === audience)?.email;
}
