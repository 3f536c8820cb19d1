import { nextState } from '@bannette/domain';
import { serve } from '@bannette/http';
import { act, contextOf, lockMail, requireRevision, requireRight, selectMails, viewMail, type House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { describeWhileQualifying } from './beneficiary/describe.js';
import { documentContent } from './content.js';
import { requireQualified } from './forms/qualified.js';
import { historyOf } from './journal.js';
import { dayOf, keepNumber, refusingTaken } from './paper/endorse.js';
import { passOn } from './pass-on.js';
import { register } from './register.js';

export function registrationRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    mail: ({ params, caller }) => viewMail(house, caller, params.id, 'read'),
    mailJournal: async ({ params, caller }) => {
      const mail = await selectMails(house.store.db).where('mail.id', '=', params.id).executeTakeFirst();
      requireRight(caller, 'readJournal', mail);
      return { items: await historyOf(house, mail) };
    },
    documentContent: (call) => documentContent(house, call),
    qualify: async (call) => {
      const settings = await house.settings();
      await refusingTaken(() => house.store.transaction(contextOf(house, call), async (tx) => {
        const mail = await lockMail(tx, call.params.id);
        requireRight(call.caller, 'qualify', mail);
        requireRevision(mail, call.body.revision);
        requireQualified(mail, call.body, settings);
        const { endorsement } = call.body;
        const numbered = endorsement ? await keepNumber(tx, mail, endorsement, { day: await dayOf(house, mail), person: call.caller }) : mail;
        if (call.body.documents) await describeWhileQualifying(house, tx, call.caller, mail, call.body.documents, settings);
        await register(house, tx, numbered, call.body, { settings, letThrough: false });
      }));
      return viewMail(house, call.caller, call.params.id);
    },
    passOn: (call) => passOn(house, call),
    void: (call) =>
      act(house, call, {
        action: 'void',
        change: (mail) => ({
          set: { state: nextState(mail.state, 'void'), tray: null, service: null, copies: [], closing_reason: call.body.reason, closed_at: house.now() },
          entry: { type: 'mail.voided', data: { ...(mail.chrono ? { chrono: mail.chrono } : {}) }, personal: { reason: call.body.reason } },
        }),
      }),
  });
}
