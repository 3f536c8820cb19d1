import { everWithCampaign, mayWithCampaign, nextCampaignState, type CampaignAction, type CampaignDeed, type CampaignForRights } from '@bannette/domain';
import { conflict, forbidden, notFound, type Caller } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { Database, JsonObject, Tx } from '@bannette/store';
import type { Kysely, Selectable, Updateable } from 'kysely';
import { standInsOf } from './signatories.js';

export type CampaignRow = Selectable<Database['campaign']>;
export type CampaignPatch = Omit<Updateable<Database['campaign']>, 'revision'>;

/** What changes beside the state, and what the journal tells of it. */
export interface CampaignChange {
  readonly set?: CampaignPatch;
  readonly entry: { readonly type: `campaign.${string}`; readonly data?: JsonObject; readonly personal?: JsonObject };
}

interface CampaignCall {
  readonly caller: Caller;
  readonly correlationId: string;
  readonly params: { readonly id: string };
  readonly body?: unknown;
}

export interface CampaignDoing {
  readonly action: CampaignAction;
  /** Given the campaign as it is under lock; may refuse by throwing. A state of its own replaces the circuit's. */
  change(campaign: CampaignRow, tx: Tx): Promise<CampaignChange> | CampaignChange;
}

/**
 * A person's action on a campaign: its row locked, rights by `campaignRights`, the revision that they saw, the state by
 * `nextCampaignState`, and the journal's entry, all in one transaction. Answers the campaign as it then is.
 */
export async function actOnCampaign(house: House, call: CampaignCall, { action, change }: CampaignDoing): Promise<CampaignRow> {
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const campaign = await lockCampaign(tx, house.entityId, call.params.id);
    requireDeed(call.caller, action, campaign, campaign && (await forRightsOf(house, tx.trx, campaign)));
    const seen = revisionOf(call.body);
    if (seen !== undefined && seen !== campaign.revision) throw conflict('staleCampaign', 'The campaign has changed since you saw it', { revision: campaign.revision });
    return writeChange(tx, campaign, { state: nextCampaignState(campaign.state, action) ?? campaign.state }, await change(campaign, tx));
  });
}

/** What the house does to a campaign by itself, its row locked; nothing where `change` answers nothing. */
export async function moveCampaign(house: House, id: string, change: (campaign: CampaignRow, tx: Tx) => Promise<CampaignChange | undefined>): Promise<void> {
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const campaign = await lockCampaign(tx, house.entityId, id);
    const wanted = campaign && (await change(campaign, tx));
    if (campaign && wanted) await writeChange(tx, campaign, {}, wanted);
  });
}

export function lockCampaign(tx: Tx, entityId: string, id: string): Promise<CampaignRow | undefined> {
  return tx.trx.selectFrom('campaign').selectAll().where('id', '=', id).where('entity_id', '=', entityId).forUpdate().executeTakeFirst();
}

async function writeChange(tx: Tx, campaign: CampaignRow, state: CampaignPatch, { set, entry }: CampaignChange): Promise<CampaignRow> {
  const changed = await tx.trx.updateTable('campaign').set({ ...state, ...set, revision: campaign.revision + 1 }).where('id', '=', campaign.id).returningAll().executeTakeFirstOrThrow();
  tx.append({ ...entry, data: { chrono: campaign.chrono, ...entry.data }, subjectKind: 'campaign', subjectId: campaign.id });
  return changed;
}

/**
 * Refuses what the person may not do with it, in the order in which it gives least away: who may never see it is told that
 * there is none (404), who may never do that is forbidden (403), what its state doesn't offer is a conflict (409).
 */
export function requireDeed(person: Caller, deed: CampaignDeed, campaign: CampaignRow | undefined, rights: CampaignForRights | undefined): asserts campaign is CampaignRow {
  if (!campaign || !rights) throw notFound('campaign');
  if (mayWithCampaign(person, deed, rights)) return;
  if (!mayWithCampaign(person, 'read', rights)) throw notFound('campaign');
  if (everWithCampaign(person, deed, rights)) throw conflict('notInCampaignState', `A campaign that is ${campaign.state} does not allow: ${deed}`, { action: deed, state: campaign.state });
  throw forbidden(deed);
}

/** What its rights depend on: its state, the services in its frozen list and who signs for them, and to whom it was sent. */
export async function forRightsOf(house: House, db: Kysely<Database>, { id, state, archivists }: Pick<CampaignRow, 'id' | 'state' | 'archivists'>): Promise<CampaignForRights> {
  const lines = await db.selectFrom('campaign_line').select('service').distinct().where('campaign_id', '=', id).orderBy('service').execute();
  const services = lines.map(({ service }) => service);
  return { state, archivists, services, standIns: await standInsOf(house, db, id, services) };
}

const revisionOf = (body: unknown): number | undefined => (typeof body === 'object' && body !== null && 'revision' in body && typeof body.revision === 'number' ? body.revision : undefined);
