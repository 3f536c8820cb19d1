import { dayIn, legLimit, type Settings } from '@bannette/domain';
import type { House, Listening } from '@bannette/house';
import type { Tx } from '@bannette/store';

/** Hears of each station of a mail's way in the house, and keeps when it got there and by when it was to. */
export function keepDeliveries(house: House): Listening {
  return {
    name: 'distribution.deliveries',
    types: ['mail.distributed', 'mail.handedOver', 'mail.trayMoved', 'mail.taken', 'mail.assigned', 'mail.answered', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.transmitted', 'mail.voided'],
    swift: true,
    locks: false,
    handle: async ({ type, at, subjectId }, tx) => {
      if (type === 'mail.voided') await tx.trx.deleteFrom('delivery').where('mail_id', '=', subjectId).execute();
      else if (type === 'mail.distributed' || type === 'mail.handedOver' || type === 'mail.trayMoved') await atService(tx, subjectId, type, at, await house.settings());
      else await tx.trx.updateTable('delivery').set({ person_at: at }).where('mail_id', '=', subjectId).where('person_at', 'is', null).execute();
    },
  };
}

/** A scan is at its service once it is distributed; paper, once it was handed over. A service that it came to by a detour gets it later, from the same hour on. */
async function atService(tx: Tx, id: string, type: string, at: Date, settings: Settings): Promise<void> {
  const mail = await tx.trx.selectFrom('mail').leftJoin('deposit', 'deposit.id', 'mail.deposit_id').leftJoin('delivery', 'delivery.mail_id', 'mail.id').select(['delivery.mail_id as known', 'delivery.service as at_service', 'delivery.service_at', 'mail.entity_id', 'mail.service', 'mail.unscanned', 'mail.category', 'mail.handed_over', 'mail.created_at', 'deposit.created_at as deposited_at']).where('mail.id', '=', id).executeTakeFirst();
  if (!mail?.service || mail.category !== 'incoming') return;
  const there = mail.unscanned ? (mail.handed_over?.service === mail.service ? new Date(mail.handed_over.at) : undefined) : at;
  if (mail.at_service === mail.service && (mail.service_at || !there)) return;
  if (!mail.known && type !== 'mail.distributed') return;
  const { delivery } = settings.commitments;
  const takenIn = mail.deposited_at ?? mail.created_at;
  const row = {
    service: mail.service,
    taken_in_at: takenIn,
    day: dayIn(settings.authority.timeZone, takenIn),
    service_limit: legLimit(takenIn, delivery.toService.within, settings),
    service_at: there ?? null,
    person_limit: there ? legLimit(there, delivery.toPerson.within, settings) : null,
    person_at: null,
  };
  await tx.trx.insertInto('delivery').values({ mail_id: id, entity_id: mail.entity_id, ...row }).onConflict((conflict) => conflict.column('mail_id').doUpdateSet(row)).execute();
}
