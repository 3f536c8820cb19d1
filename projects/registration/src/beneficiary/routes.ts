import { belongs, houseGroups } from '@bannette/domain';
import { forbidden, serve } from '@bannette/http';
import { contextOf, lockMail, requireOutsideLists, requireRevision, requireRight, viewMail, type House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { tellDescribed, writeDescriptions } from './describe.js';
import { addBeneficiary, alikeBeneficiaries, changeBeneficiary, findBeneficiaries, guardsFor } from './directory.js';
import { naturesCrossed } from './crossing.js';
import { beneficiaryMerges, mergeBeneficiaries, previewBeneficiaryMerge, undoBeneficiaryMerge } from './merge.js';
import { beneficiaryFile, filedDocuments } from './file.js';
import { identify, unidentifiedPage } from './queue.js';

/** For whom documents are, and what they are. */
export function beneficiaryRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    beneficiaries: (call) => findBeneficiaries(house, call),
    alikeBeneficiaries: (call) => alikeBeneficiaries(house, call),
    beneficiaryGuards: (call) => guardsFor(house, call),
    addBeneficiary: (call) => addBeneficiary(house, call),
    changeBeneficiary: (call) => changeBeneficiary(house, call),
    beneficiary: (call) => beneficiaryFile(house, call),
    previewBeneficiaryMerge: (call) => previewBeneficiaryMerge(house, call),
    mergeBeneficiaries: (call) => mergeBeneficiaries(house, call),
    beneficiaryMerges: (call) => beneficiaryMerges(house, call),
    undoBeneficiaryMerge: (call) => undoBeneficiaryMerge(house, call),
    naturesCrossed: (call) => naturesCrossed(house, call),
    filedDocuments: (call) => filedDocuments(house, call),
    unidentified: (call) => unidentifiedPage(house, call),
    identify: (call) => identify(house, call),
    describe: async (call) => {
      const settings = await house.settings();
      await house.store.transaction(contextOf(house, call), async (tx) => {
        const mail = await lockMail(tx, call.params.id);
        requireRight(call.caller, 'describe', mail);
        await requireOutsideLists(tx.trx, [mail.id]);
        requireRevision(mail, call.body.revision);
        const described = await writeDescriptions(house, tx, call.caller, mail, call.body.documents, settings);
        if (described.length) await tellDescribed(tx, mail, described, settings);
      });
      return viewMail(house, call.caller, call.params.id);
    },
    termUse: async ({ caller }) => {
      if (!belongs(caller, houseGroups.administrators)) throw forbidden('termUse');
      const rows = await house.store.db.selectFrom('document').innerJoin('mail', 'mail.id', 'mail_id').where('mail.entity_id', '=', house.entityId).where('nature', 'is not', null).select((eb) => ['nature', eb.fn.countAll<number>().as('documents')]).groupBy('nature').execute();
      return { items: rows.map(({ nature, documents }) => ({ code: nature ?? '', documents: Number(documents) })) };
    },
  });
}
