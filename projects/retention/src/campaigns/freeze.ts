import { hasCode } from '@bannette/alfresco';
import { capsOf, type DocumentToDestroy, type EliminationCause, type Settings } from '@bannette/domain';
import { conflict, type Call, type CampaignView, type Contract } from '@bannette/http';
import { heldMails, lockMail, type House } from '@bannette/house';
import { sha256Of, verifyTimestamp, type Timestamp } from '@bannette/seal';
import { newId, tryAdvisoryLock, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { boxesOf } from '../boxes/boxes-of.js';
import { registerDocuments } from '../series/index.js';
import { actOnCampaign, lockCampaign, type CampaignRow } from './act.js';
import { judgeAll, noteFailure } from './analyse.js';
import { metadataDigest } from './description.js';
import { noWork } from './draft.js';
import { factsNow, type CandidateFacts } from './facts.js';
import { listOf } from './lines.js';
import { manifestOf, sha512Of, type BordereauLine } from './manifest.js';
import { totalsOf, viewCampaign } from './view.js';

/** Name of the job that reads every file back and freezes the list. */
export const freezeTask = 'campaign.freeze';
const atOnce = 40;
const hands = 4;

/** Begins to freeze the list, where its bounds allow it. @throws Problem 409 with what keeps it from it */
export async function freezeCampaign(house: House, call: Call<Contract['freezeCampaign']>): Promise<CampaignView> {
  await actOnCampaign(house, call, {
    action: 'freeze',
    change: async (campaign, tx) => {
      const total = (await totalsOf(tx.trx, [campaign.id])).get(campaign.id);
      const items = total?.counts.destroy ?? 0;
      const [refusal] = capsOf({ items, fund: campaign.fund ?? 0 }, { maxItems: campaign.max_items, maxShare: campaign.max_share });
      if (refusal) throw conflict(refusal.code, `The list can't be frozen: ${refusal.code}`, refusal.params);
      await askToFreeze(tx, campaign.id);
      return { set: { ...noWork, work: 'freezing', work_total: items, work_at: house.now(), frozen_by: call.caller.id }, entry: { type: 'campaign.freezingAsked', data: { items } } };
    },
  });
  return viewCampaign(house, call.caller, call.params.id);
}

export const askToFreeze = (tx: Tx, campaignId: string): Promise<void> => tx.enqueue(freezeTask, { campaignId }, { key: `${freezeTask}:${campaignId}`, maxAttempts: 25 });

/** The job: each mail is judged again and its bytes are read back, then the list is written. A killed one goes on with what is left. */
export async function freeze(house: House, campaignId: string, timestamp?: Timestamp): Promise<void> {
  const settings = await house.settings();
  await tryAdvisoryLock(house.store, `${freezeTask}:${campaignId}`, async () => {
    try {
      for (let campaign = await inHand(house, campaignId); campaign; campaign = await inHand(house, campaignId)) {
        const left = await house.store.db.selectFrom('campaign_item').select('subject_id').where('campaign_id', '=', campaignId).where('subject_kind', '=', 'mail').where('verdict', '=', 'destroy').where('read_at', 'is', null).orderBy('mail_id').limit(atOnce).execute();
        if (!left.length) {
          await readRegisters(house, campaignId);
          return await writeList(house, campaign, settings, timestamp);
        }
        await readBack(house, campaign, left.map(({ subject_id }) => subject_id), settings);
      }
    } catch (error) {
      await noteFailure(house, campaignId, 'freezing', error);
      throw error;
    }
  });
}

const inHand = (house: House, id: string): Promise<CampaignRow | undefined> => house.store.db.selectFrom('campaign').selectAll().where('id', '=', id).where('state', '=', 'freezing').where('work', '=', 'freezing').executeTakeFirst();

async function readBack(house: House, campaign: CampaignRow, ids: readonly string[], settings: Settings): Promise<void> {
  const judged = await judgeAll(house, await factsNow(house, campaign.id, ids), campaign.until, settings);
  const waiting = [...judged];
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { facts, judgement } = next;
        if (judgement.verdict !== 'destroy') await leaves(house, campaign.id, facts.id, judgement.verdict, judgement.cause, judgement.params);
        else await keepRead(house, campaign, facts, await documentsOf(house, facts));
      }
    }),
  );
  await house.store.db.updateTable('campaign').set((eb) => ({ work_done: eb('work_done', '+', ids.length), work_at: house.now(), work_failure: null })).where('id', '=', campaign.id).where('work', '=', 'freezing').execute();
}

type Read = { readonly documents: readonly DocumentToDestroy[] } | { readonly cause: EliminationCause; readonly params: { readonly [name: string]: string | number } };

/** Every node's bytes, digested again from Alfresco; bytes that the house has never known take the mail off the list. */
async function documentsOf(house: House, { parts }: CandidateFacts): Promise<Read> {
  const documents: DocumentToDestroy[] = [];
  for (const { node, document, part, digests } of parts) {
    try {
      const [{ name, content }, sha512] = await Promise.all([house.repository.nodes.get(node), house.repository.nodes.digest(node, 'sha512')]);
      if (digests.length && !digests.includes(sha512)) return { cause: 'contentAltered', params: { documents: 1 } };
      documents.push({ node, ...(document ? { document } : {}), part, name, sha512, size: content?.size ?? 0 });
    } catch (error) {
      if (hasCode(error, 'notFound')) return { cause: 'goneFromAlfresco', params: { documents: 1 } };
      if (hasCode(error, 'forbidden')) return { cause: 'unreadable', params: { documents: 1 } };
      throw error;
    }
  }
  return { documents };
}

/** Claims the mail for this list, unless it is in another or was held meanwhile; its lock comes first, as for a hold. */
async function keepRead(house: House, { id: campaignId }: CampaignRow, { id }: CandidateFacts, read: Read): Promise<void> {
  if ('cause' in read) return leaves(house, campaignId, id, 'conflict', read.cause, read.params);
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const mail = await lockMail(tx, id);
    if (!mail || (await heldMails(tx.trx, [id])).size) return leave(tx, campaignId, id, 'keep', 'held', {});
    await tx.trx.insertInto('campaign_claim').values({ subject_kind: 'mail', subject_id: id, campaign_id: campaignId }).onConflict((claimed) => claimed.doNothing()).execute();
    const claim = await tx.trx.selectFrom('campaign_claim').innerJoin('campaign', 'campaign.id', 'campaign_id').select(['campaign_id', 'chrono']).where('subject_kind', '=', 'mail').where('subject_id', '=', id).executeTakeFirst();
    if (claim?.campaign_id !== campaignId) return leave(tx, campaignId, id, 'keep', 'otherCampaign', { campaign: claim?.chrono ?? '' });
    const bytes = read.documents.reduce((sum, { size }) => sum + size, 0);
    await item(tx, campaignId, id).set({ documents: JSON.stringify(read.documents), bytes, metadata_sha512: metadataDigest(mail), read_at: house.now() }).execute();
  });
}

const item = (tx: Tx, campaignId: string, id: string) => tx.trx.updateTable('campaign_item').where('campaign_id', '=', campaignId).where('subject_kind', '=', 'mail').where('subject_id', '=', id);

function leaves(house: House, campaignId: string, id: string, verdict: 'keep' | 'conflict', cause: EliminationCause | undefined, params: { readonly [name: string]: string | number }): Promise<void> {
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => leave(tx, campaignId, id, verdict, cause, params));
}
export async function leave(tx: Tx, campaignId: string, id: string, verdict: 'keep' | 'conflict', cause: EliminationCause | undefined, params: { readonly [name: string]: string | number }): Promise<void> {
  await item(tx, campaignId, id).set({ verdict, cause: cause ?? null, params: JSON.stringify(params), documents: '[]', bytes: 0, metadata_sha512: null, read_at: null, position: null, line: null }).execute();
  await tx.trx.deleteFrom('campaign_claim').where('campaign_id', '=', campaignId).where('subject_kind', '=', 'mail').where('subject_id', '=', id).execute();
}

/** Days of the register of mail lie in the database: their files are digested from there. */
async function readRegisters(house: House, campaignId: string): Promise<void> {
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const of = (day: string) => tx.trx.updateTable('campaign_item').where('campaign_id', '=', campaignId).where('subject_kind', '=', 'register').where('subject_id', '=', day);
    const days = await tx.trx.selectFrom('campaign_item').select('subject_id').where('campaign_id', '=', campaignId).where('subject_kind', '=', 'register').where('verdict', '=', 'destroy').where('read_at', 'is', null).execute();
    for (const { subject_id: day } of days) {
      await tx.trx.insertInto('campaign_claim').values({ subject_kind: 'register', subject_id: day, campaign_id: campaignId }).onConflict((claimed) => claimed.doNothing()).execute();
      const claim = await tx.trx.selectFrom('campaign_claim').innerJoin('campaign', 'campaign.id', 'campaign_id').select(['campaign_id', 'chrono']).where('subject_kind', '=', 'register').where('subject_id', '=', day).executeTakeFirstOrThrow();
      const documents = await registerDocuments(tx.trx, house.entityId, day);
      if (claim.campaign_id !== campaignId) await of(day).set({ verdict: 'keep', cause: 'otherCampaign', params: JSON.stringify({ campaign: claim.chrono }) }).execute();
      else if (!documents.length) await of(day).set({ verdict: 'keep', cause: 'eliminated' }).execute();
      else await of(day).set({ documents: JSON.stringify(documents), bytes: documents.reduce((sum, { size }) => sum + size, 0), read_at: house.now() }).execute();
    }
  });
}

/** Positions, lines, boxes and the manifest, with the timestamp that proves when it was there; then the list is frozen. */
async function writeList(house: House, { id, chrono, until }: CampaignRow, settings: Settings, timestamp: Timestamp | undefined): Promise<void> {
  const { lines, items } = await listOf(house.store.db, id, settings);
  const frozenAt = house.now();
  const manifest = manifestOf({ campaign: chrono, id, entity: house.entityId, authority: settings.authority.name, until, frozenAt: frozenAt.toISOString() }, lines, items);
  const stamp = items.length && timestamp ? await stamped(manifest, timestamp) : undefined;
  const manifestSha512 = sha512Of(manifest);
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const campaign = await lockCampaign(tx, house.entityId, id);
    if (campaign?.state !== 'freezing' || campaign.work !== 'freezing') return;
    const set = (more: object) => tx.trx.updateTable('campaign').set({ ...noWork, ...more, revision: campaign.revision + 1 }).where('id', '=', id).execute();
    await tx.trx.deleteFrom('campaign_line').where('campaign_id', '=', id).execute();
    if (!items.length) {
      await set({ state: 'analysed', work_failure: JSON.stringify({ code: 'nothingToEliminate' }) });
      tx.append({ type: 'campaign.emptied', subjectKind: 'campaign', subjectId: id, data: { chrono } });
      return;
    }
    await tx.trx.insertInto('campaign_line').values(lines.map((line) => columnsOf(id, line))).execute();
    await tx.trx.updateTable('campaign_item').set({ position: null }).where('campaign_id', '=', id).where('position', 'is not', null).execute();
    await number(tx, id, items);
    await boxesOf(tx.trx, id);
    await tx.trx.insertInto('campaign_file').values({ id: newId(), campaign_id: id, kind: 'manifest', name: `${chrono}-manifeste.json`, media_type: 'application/json', bytes: manifest, sha256: sha256Of(manifest), added_by: 'system', added_at: frozenAt }).execute();
    await set({ state: 'frozen', frozen_at: frozenAt, manifest_sha512: manifestSha512, manifest_token: stamp?.token ?? null, manifest_token_at: stamp?.at ?? null, manifest_token_authority: stamp?.authority ?? null });
    tx.append({ type: 'campaign.frozen', subjectKind: 'campaign', subjectId: id, data: { chrono, manifest: manifestSha512, items: items.length, documents: items.reduce((sum, each) => sum + each.documents.length, 0), lines: lines.length } });
  });
}

async function stamped(manifest: Buffer, timestamp: Timestamp): Promise<{ readonly token: Buffer; readonly at: Date | null; readonly authority: string | null }> {
  const digest = sha256Of(manifest);
  const token = Buffer.from(await timestamp(digest));
  const { at, authority } = verifyTimestamp(token, digest);
  return { token, at: at ?? null, authority: authority ?? null };
}

const rowsAtOnce = 1000;
async function number(tx: Tx, campaignId: string, items: readonly { readonly kind: 'mail' | 'register'; readonly id: string; readonly position: number; readonly line: number }[]): Promise<void> {
  for (let index = 0; index < items.length; index += rowsAtOnce) {
    const some = items.slice(index, index + rowsAtOnce);
    await sql`
      UPDATE campaign_item i SET position = place.position, line = place.line
      FROM unnest(${some.map(({ kind }) => kind)}::text[], ${some.map(({ id }) => id)}::text[], ${some.map(({ position }) => position)}::int[], ${some.map(({ line }) => line)}::int[]) AS place(kind, id, position, line)
      WHERE i.campaign_id = ${campaignId} AND i.subject_kind = place.kind AND i.subject_id = place.id`.execute(tx.trx);
  }
}

const columnsOf = (campaign_id: string, { serviceLabel, rowLabel, firstDay, lastDay, boxes, ...line }: BordereauLine) => ({ campaign_id, ...line, service_label: serviceLabel, row_label: rowLabel, first_day: firstDay, last_day: lastDay, boxes: [...boxes] });
