import { serviceGroup } from '@bannette/domain';
import { changeMail, lockedAhead, lockMail, type Listening, type MailPatch } from '@bannette/house';

/** Hears that a mail has its service: whom it is for in that service has it, and the day that its form asked for is its due day. */
export function address(): Listening {
  return {
    name: 'registration.address',
    types: ['mail.distributed'],
    swift: true,
    handle: async ({ subjectId }, tx) => {
      // A letter that came in by post was entered by no form: its row is not fetched to find that out.
      const known = lockedAhead(tx, subjectId);
      const entered = known ? known.entry && known : await tx.trx.selectFrom('mail').select('id').where('id', '=', subjectId).where('entry', 'is not', null).executeTakeFirst();
      const mail = entered && (await lockMail(tx, subjectId));
      if (mail?.state !== 'distributed' || !mail.entry || !mail.service) return;
      const { person, signBy, callBack } = mail.entry;
      const groups = person && !mail.assignee ? (await tx.trx.selectFrom('person').select('groups').where('id', '=', person.id).executeTakeFirst())?.groups : undefined;
      const assigned: MailPatch = person && groups?.includes(serviceGroup(mail.service)) ? { assignee: person.id, assignee_name: person.name } : {};
      const due = signBy ?? callBack?.on;
      const set: MailPatch = { ...assigned, ...(due && due !== mail.due_date ? { due_date: due, due_because: JSON.stringify({ code: 'due.wanted', params: {} }) } : {}) };
      if (!Object.keys(set).length) return;
      await changeMail(tx, mail, { set, entry: { type: 'mail.addressed', data: { ...(assigned.assignee ? { assignee: assigned.assignee } : {}), ...(set.due_date ? { dueDate: set.due_date } : {}) }, ...(person && assigned.assignee ? { personal: { assigneeName: person.name } } : {}) } });
    },
  };
}
