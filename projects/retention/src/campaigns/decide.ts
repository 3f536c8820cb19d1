import { houseGroups, isSecondPerson } from '@bannette/domain';
import { conflict, invalid, notFound, type Call, type CampaignView, type Contract } from '@bannette/http';
import { peopleIn, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { actOnCampaign, type CampaignRow } from './act.js';
import { noWork } from './draft.js';
import { askToFreeze } from './freeze.js';
import { signaturesOf, totalsOf, viewCampaign } from './view.js';

/** Takes a mail out of the frozen list, with a reason; the list is frozen anew, from what was read of the others. */
export async function takeOutItem(house: House, call: Call<Contract['takeOutItem']>): Promise<CampaignView> {
  const { kind, subject } = call.params;
  await actOnCampaign(house, call, {
    action: 'takeOut',
    change: async ({ id }, tx) => {
      const of = { campaign_id: id, subject_kind: kind, subject_id: subject };
      const taken = await tx.trx.updateTable('campaign_item').set({ verdict: 'keep', cause: 'takenOut', position: null, line: null, taken_out_by: call.caller.displayName, taken_out_because: call.body.reason }).where((eb) => eb.and(of)).where('verdict', '=', 'destroy').executeTakeFirst();
      if (!taken.numUpdatedRows) throw notFound('item');
      await tx.trx.deleteFrom('campaign_claim').where((eb) => eb.and(of)).execute();
      await askToFreeze(tx, id);
      const left = (await totalsOf(tx.trx, [id])).get(id)?.counts.destroy ?? 0;
      return { set: { ...noWork, work: 'freezing', work_done: left, work_total: left, work_at: house.now(), manifest_sha512: null, manifest_token: null, manifest_token_at: null, manifest_token_authority: null }, entry: { type: 'campaign.itemTakenOut', data: { kind, subject }, personal: { reason: call.body.reason } } };
    },
  });
  return viewCampaign(house, call.caller, call.params.id);
}

/** The records manager answers for the list by its numbers. */
export async function validateCampaign(house: House, call: Call<Contract['validateCampaign']>): Promise<CampaignView> {
  const { caller, body } = call;
  await actOnCampaign(house, call, {
    action: 'validate',
    change: async (campaign, tx) => {
      await requireNumbers(tx, campaign, body);
      return { set: { validated_by: caller.id, validated_by_name: caller.displayName, validated_at: house.now() }, entry: { type: 'campaign.validated', data: { items: body.items, documents: body.documents, manifest: body.manifestSha512 } } };
    },
  });
  return viewCampaign(house, caller, call.params.id);
}

/** Another person than those before. The database holds it too (`campaign_two_persons`). */
export async function approveCampaign(house: House, call: Call<Contract['approveCampaign']>): Promise<CampaignView> {
  const { caller, body } = call;
  await actOnCampaign(house, call, {
    action: 'approve',
    change: async (campaign, tx) => {
      if (!isSecondPerson(caller, { createdBy: campaign.created_by, validatedBy: campaign.validated_by })) throw conflict('secondPerson', 'Who asked for it, or validated it, does not approve it');
      await requireNumbers(tx, campaign, body);
      return { set: { approved_by: caller.id, approved_by_name: caller.displayName, approved_at: house.now() }, entry: { type: 'campaign.approved', data: { items: body.items, manifest: body.manifestSha512 } } };
    },
  });
  return viewCampaign(house, caller, call.params.id);
}

async function requireNumbers(tx: Tx, campaign: CampaignRow, seen: { readonly items: number; readonly documents?: number; readonly manifestSha512: string }): Promise<void> {
  const total = (await totalsOf(tx.trx, [campaign.id])).get(campaign.id);
  if (seen.items !== total?.counts.destroy || (seen.documents !== undefined && seen.documents !== total.documents) || seen.manifestSha512 !== campaign.manifest_sha512) throw conflict('otherList', 'The list is another than the one you confirm', { items: total?.counts.destroy ?? 0, documents: total?.documents ?? 0 });
}

/** Sends it to archivists, once each producing service has signed; its bordereau is written for good. */
export async function submitCampaign(house: House, call: Call<Contract['submitCampaign']>, write: (tx: Tx, campaign: CampaignRow) => Promise<void>): Promise<CampaignView> {
  const { caller, body } = call;
  await actOnCampaign(house, call, {
    action: 'submit',
    change: async (campaign, tx) => {
      const archivists = [...new Set(body.archivists)];
      const known = new Set((await peopleIn(tx.trx, houseGroups.archivists)).map(({ id }) => id));
      const stranger = archivists.find((id) => !known.has(id));
      if (stranger) throw invalid('notAnArchivist', `${stranger} is no archivist who has signed in`, { person: stranger });
      const unsigned = await unsignedServices(tx, campaign.id);
      if (unsigned.length) throw conflict('unsigned', 'Heads of producing services have not signed', { services: unsigned.join(', ') });
      await write(tx, campaign);
      return { set: { archivists, submitted_by: caller.id, submitted_by_name: caller.displayName, submitted_at: house.now() }, entry: { type: 'campaign.submitted', data: { archivists: archivists.length, manifest: campaign.manifest_sha512 ?? '' }, personal: { archivists } } };
    },
  });
  return viewCampaign(house, caller, call.params.id);
}

async function unsignedServices(tx: Tx, id: string): Promise<string[]> {
  const [lines, signed] = [await tx.trx.selectFrom('campaign_line').select('service').distinct().where('campaign_id', '=', id).orderBy('service').execute(), await signaturesOf(tx.trx, id)];
  return lines.map(({ service }) => service).filter((service) => !signed.some((signature) => signature.service === service));
}

/** Ends it for good; what it had claimed is free. */
export async function cancelCampaign(house: House, call: Call<Contract['cancelCampaign']>): Promise<CampaignView> {
  const { caller, body } = call;
  await actOnCampaign(house, call, {
    action: 'cancel',
    change: async ({ id, state }, tx) => {
      await tx.trx.deleteFrom('campaign_claim').where('campaign_id', '=', id).execute();
      return { set: { ...noWork, cancelled_by: caller.id, cancelled_by_name: caller.displayName, cancelled_at: house.now(), cancelled_because: body.reason }, entry: { type: 'campaign.cancelled', data: { from: state }, personal: { reason: body.reason } } };
    },
  });
  return viewCampaign(house, caller, call.params.id);
}
