import { belongs, fromRefused, hadPart, houseGroups, type LineDecision } from '@bannette/domain';
import { conflict, forbidden, invalid, type Call, type Contract, type VisaView } from '@bannette/http';
import { attachedBytes, contextOf, type House, type LooksAtFiles } from '@bannette/house';
import { actOnCampaign, lockCampaign, type CampaignRow } from '../campaigns/act.js';
import { decide } from './decide.js';
import { keepFile, signaturesIn } from './files.js';
import { sentCampaign, viewVisa } from './seen.js';
import { campaignVisa } from './view.js';

/** What an archivist decides of lines, kept as they go; nothing of it counts before the visa is given. */
export async function noteVisa(house: House, call: Call<Contract['noteVisa']>): Promise<VisaView> {
  const { caller, params: { id }, body: { decisions } } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await sentCampaign(house, tx.trx, caller, id);
    const campaign = await lockCampaign(tx, house.entityId, id);
    if (campaign?.state !== 'submitted') throw conflict('visaGiven', 'The visa was given', { state: campaign?.state ?? '' });
    const lines = new Set((await tx.trx.selectFrom('campaign_line').select('line').where('campaign_id', '=', id).execute()).map(({ line }) => line));
    const unknown = decisions.find(({ line }) => !lines.has(line));
    if (unknown) throw invalid('visaUnknownLine', 'The bordereau has no such line', { line: unknown.line });
    for (const { line, visa, reason } of decisions) {
      if (!visa) await tx.trx.deleteFrom('visa_draft').where('campaign_id', '=', id).where('line', '=', line).execute();
      else {
        const values = { visa, reason: visa === 'refused' ? reason || null : null, saved_by: caller.id, saved_at: house.now() };
        await tx.trx.insertInto('visa_draft').values({ campaign_id: id, line, ...values }).onConflict((on) => on.columns(['campaign_id', 'line']).doUpdateSet(values)).execute();
      }
    }
  });
  return viewVisa(house, caller, id);
}

/** The archivist's own visa, for exactly the list whose digest they were shown, as it was noted line by line. */
export async function giveVisa(house: House, call: Call<Contract['giveVisa']>): Promise<VisaView> {
  const { caller, params: { id }, body } = call;
  const settings = await house.settings();
  await sentCampaign(house, house.store.db, caller, id);
  await actOnCampaign(house, call, {
    action: 'recordVisa',
    change: async (campaign, tx) => {
      await sentCampaign(house, tx.trx, caller, id);
      const signed = await tx.trx.selectFrom('campaign_signature').select('person').where('campaign_id', '=', id).execute();
      if (hadPart(caller.id, { ...personsOf(campaign), signedBy: signed.map(({ person }) => person) })) throw forbidden('giveVisa');
      const drafts = await tx.trx.selectFrom('visa_draft').select(['line', 'visa', 'reason']).where('campaign_id', '=', id).orderBy('line').execute();
      const decisions = drafts.map(({ line, visa, reason }): LineDecision => ({ line, visa, ...(reason ? { reason } : {}) }));
      return decide(tx, campaign, { decisions, digest: body.manifestSha512, on: body.on, name: body.name, reference: body.reference, how: 'online' }, settings, house.now());
    },
  });
  return viewVisa(house, caller, id);
}

const personsOf = ({ created_by, validated_by, approved_by, submitted_by }: CampaignRow) => ({ createdBy: created_by, validatedBy: validated_by, approvedBy: approved_by, submittedBy: submitted_by });

/** A visa that came on paper, as the records manager copies it: its file is kept with it, and the digest printed on it ties it to the list. */
export async function recordPaperVisa(house: House, call: Call<Contract['recordPaperVisa']>, antivirus: LooksAtFiles | undefined): Promise<void> {
  const { caller, params: { id }, body } = call;
  await campaignVisa(house, caller, id);
  if (!belongs(caller, houseGroups.archives)) throw forbidden('recordPaperVisa');
  const settings = await house.settings();
  const { bytes, mediaType } = await attachedBytes(body.file.content, antivirus, ['application/pdf']);
  const signatures = await signaturesIn(bytes);
  await actOnCampaign(house, call, {
    action: 'recordVisa',
    change: async (campaign, tx) => {
      const lines = await tx.trx.selectFrom('campaign_line').select('line').where('campaign_id', '=', id).orderBy('line').execute();
      const decided = { decisions: fromRefused(lines.map(({ line }) => line), body.refused), digest: body.digest, on: body.on, name: body.name, reference: body.reference, how: 'paper' as const };
      const change = await decide(tx, campaign, decided, settings, house.now());
      const file = await keepFile(tx, id, { kind: 'visa', name: body.file.name, mediaType, bytes });
      return { ...change, set: { ...change.set, visa_file: file, visa_signatures: JSON.stringify(signatures) } };
    },
  });
}
