import type { Confidentiality } from '@bannette/domain';
import { changeMail, lockMail, type House, type Listening } from '@bannette/house';
import { recogniseCorrespondent } from './correspondent.js';
import { nameDocuments } from './register.js';

/** Hears of captured mails that come from an older register, and takes them over closed, under the number they had. */
export function takeOver(house: House): Listening {
  return {
    name: 'registration.takeOver',
    types: ['mail.captured'],
    handle: async (entry, tx) => {
      const mail = await lockMail(tx, entry.subjectId);
      if (mail?.state !== 'toQualify' || !mail.deposit_id) return;
      const deposit = await tx.trx.selectFrom('deposit').select('imported').where('id', '=', mail.deposit_id).executeTakeFirst();
      const facts = deposit?.imported;
      if (!facts) return;
      const settings = await house.settings();
      const type = settings.types.find(({ code }) => code === facts.type);
      const correspondent = await recogniseCorrespondent(tx, facts.sender);
      const taken = await changeMail(tx, mail, {
        set: {
          state: 'closed',
          register: 'import',
          year: Number(facts.receivedAt.slice(0, 4)),
          chrono: facts.chrono,
          node_name: facts.chrono,
          node_path: facts.receivedAt.replaceAll('-', '/'),
          type: facts.type,
          subject: facts.subject,
          correspondent_id: correspondent.id ?? null,
          correspondent: JSON.stringify(correspondent),
          service: facts.service,
          tray: settings.trays.find(({ service }) => service === facts.service)?.id ?? null,
          received_at: facts.receivedAt,
          document_date: facts.documentDate ?? null,
          confidentiality: type?.confidentiality ?? (0 as Confidentiality),
          compartment: type?.compartment ?? null,
          schedule_row: type?.scheduleRow ?? null,
          declared_trigger: facts.retentionTrigger ?? null,
          registered_at: new Date(`${facts.receivedAt}T12:00:00Z`),
          closed_at: new Date(`${facts.closedOn}T12:00:00Z`),
        },
        entry: { type: 'mail.imported', data: { chrono: facts.chrono, type: facts.type, service: facts.service, receivedAt: facts.receivedAt, closedOn: facts.closedOn } },
      });
      await nameDocuments(tx, taken, await tx.trx.selectFrom('document').select(['id', 'position', 'media_type']).where('mail_id', '=', taken.id).execute());
    },
  };
}
