import { isCleared } from '@bannette/domain';
import { forRights, lockMail, type Listening } from '@bannette/house';
import { notify } from './tell.js';

/** What changes a mail's state, or who treats it. */
const heard = ['mail.distributed', 'mail.unrouted', 'mail.taken', 'mail.released', 'mail.assigned', 'mail.rerouted', 'mail.answered', 'mail.transmitted', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.reopened', 'mail.voided', 'mail.restored', 'mail.undone'];

/** Hears that a mail changed its state, and tells those who follow it: each for themselves, as long as they may open it, and never who did it. */
export function tellFollowers(): Listening {
  return {
    name: 'rgpd.followers',
    types: heard,
    swift: true,
    handle: async (entry, tx) => {
      const followers = await tx.trx.selectFrom('mail_person').leftJoin('person', 'person.id', 'person_id').select(['person_id', 'groups', 'display_name']).where('mail_id', '=', entry.subjectId).where('followed_at', 'is not', null).where('person_id', '<>', entry.actor).orderBy('person_id').execute();
      if (!followers.length) return;
      const mail = await lockMail(tx, entry.subjectId);
      if (!mail) return;
      for (const { person_id: id, groups, display_name } of followers) {
        if (!groups || !isCleared({ id, displayName: display_name ?? id, groups }, forRights(mail))) continue;
        await notify(tx, { audience: id, kind: 'mail.followed', key: String(entry.seq), params: { chrono: mail.chrono ?? '', event: entry.type.slice('mail.'.length) }, link: `/mails/${mail.id}` });
      }
    },
  };
}
