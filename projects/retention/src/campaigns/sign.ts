import { belongs, houseGroups, mayStandIn, signsFor } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type CampaignView, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { actOnCampaign, forRightsOf, requireDeed } from './act.js';
import { partsIn, viewCampaign } from './view.js';

/** A producing service's part of exactly this list is signed: by its head, or by who stands in (`signsFor`). */
export async function signCampaign(house: House, call: Call<Contract['signCampaign']>): Promise<CampaignView> {
  const { caller, body } = call;
  await actOnCampaign(house, call, {
    action: 'sign',
    change: async (campaign, tx) => {
      const { services, standIns } = await forRightsOf(house, tx.trx, campaign);
      if (!services.includes(body.service)) throw notFound('line');
      const standIn = standIns?.[body.service];
      const signing = signsFor(caller, body.service, standIn);
      if (!signing) throw forbidden('sign');
      const standsIn = signing.capacity === 'above' || signing.capacity === 'named';
      if (standsIn && !mayStandIn(caller.id, partsIn(campaign))) throw conflict('ownList', 'Who made, validated or approved a list does not sign it for want of a head');
      if (body.manifestSha512 !== campaign.manifest_sha512) throw conflict('otherList', 'The list is another than the one you sign');
      const replaced = signing.onBehalfOf;
      if (replaced) tx.actFor(replaced);
      const signed = await tx.trx
        .insertInto('campaign_signature')
        .values({
          campaign_id: campaign.id,
          service: body.service,
          person: caller.id,
          person_name: caller.displayName,
          signed_at: house.now(),
          manifest_sha512: body.manifestSha512,
          capacity: signing.capacity,
          replaces: replaced ?? null,
          replaces_name: replaced ? (caller.replaces?.find(({ person }) => person.id === replaced)?.person.displayName ?? replaced) : null,
          above: signing.capacity === 'above' ? (standIn?.above ?? null) : null,
        })
        .onConflict((conflicting) => conflicting.doNothing())
        .executeTakeFirst();
      if (!signed.numInsertedOrUpdatedRows) throw conflict('alreadySigned', 'It is signed for this service');
      return { entry: { type: 'campaign.signed', data: { service: body.service, manifest: body.manifestSha512, capacity: signing.capacity } } };
    },
  });
  return viewCampaign(house, caller, call.params.id);
}

/** The records manager names who signs for a service whose head can't, with a reason; another can be named until it is signed. */
export async function nameSignatory(house: House, call: Call<Contract['nameSignatory']>): Promise<CampaignView> {
  const { caller, body } = call;
  await actOnCampaign(house, call, {
    action: 'nameSignatory',
    change: async (campaign, tx) => {
      const { services } = await forRightsOf(house, tx.trx, campaign);
      if (!services.includes(body.service)) throw notFound('line');
      if (await tx.trx.selectFrom('campaign_signature').select('person').where('campaign_id', '=', campaign.id).where('service', '=', body.service).executeTakeFirst()) throw conflict('alreadySigned', 'It is signed for this service');
      const named = await tx.trx.selectFrom('person').select(['id', 'display_name', 'groups']).where('id', '=', body.person).executeTakeFirst();
      if (!named || belongs({ id: named.id, displayName: named.display_name, groups: named.groups }, houseGroups.archivists)) throw invalid('notASignatory', 'Nobody of the house who has signed in', { field: 'person' });
      if (!mayStandIn(named.id, { ...partsIn(campaign), namedBy: caller.id })) throw conflict('ownList', 'Who made, validated or approved a list, or names the person, does not sign it for want of a head');
      const chosen = { person: named.id, person_name: named.display_name, reason: body.reason, named_by: caller.id, named_by_name: caller.displayName, named_at: house.now() };
      await tx.trx.insertInto('campaign_signatory').values({ campaign_id: campaign.id, service: body.service, ...chosen }).onConflict((conflicting) => conflicting.columns(['campaign_id', 'service']).doUpdateSet(chosen)).execute();
      return { entry: { type: 'campaign.signatoryNamed', data: { service: body.service, person: named.id }, personal: { reason: body.reason } } };
    },
  });
  return viewCampaign(house, caller, call.params.id);
}

/** People of the house who had no part in the list, by the beginning of a word of their name. */
export async function signatoryCandidates(house: House, { caller, params, query }: Call<Contract['campaignSignatories']>) {
  const { db } = house.store;
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  requireDeed(caller, 'nameSignatory', campaign, campaign && (await forRightsOf(house, db, campaign)));
  const people = await db.selectFrom('person').select(['id', 'display_name', 'groups']).where('display_name', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`).orderBy('display_name').limit(200).execute();
  const able = people.filter(({ id, groups }) => groups.some((group) => group.startsWith('GROUP_GEC_S_')) && !groups.includes(houseGroups.archivists) && mayStandIn(id, { ...partsIn(campaign), namedBy: caller.id }));
  return { items: able.slice(0, 20).map(({ id, display_name }) => ({ id, displayName: display_name })) };
}
