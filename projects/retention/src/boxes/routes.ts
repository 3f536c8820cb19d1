import { Readable } from 'node:stream';
import { belongs, dayIn, houseGroups, mayWithCampaign } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, serve, type Call, type Caller, type CampaignBoxView, type Contract } from '@bannette/http';
import { attachedBytes, type House, type LooksAtFiles } from '@bannette/house';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { actOnCampaign, forRightsOf, type CampaignRow } from '../campaigns/act.js';
import { viewCampaign } from '../campaigns/view.js';
import { keepFile } from '../visa/files.js';
import { slipPdf, withdrawalsPdf, type SlipHead } from './slip-pdf.js';
import { boxesNow, sheetsGoing, type BoxNow } from './state.js';

/** Paper of a campaign's mails: for the archives, who have it destroyed, and for who approves. */
export function boxRoutes(house: House, app: FastifyInstance, antivirus: LooksAtFiles | undefined): void {
  const { db } = house.store;
  serve(app, {
    campaignBoxes: async ({ caller, params: { id } }) => {
      await campaignFor(house, caller, id);
      const boxes = await boxesNow(db, id);
      return { items: boxes.map(view), settled: boxes.every(({ going, certificate }) => going === 0 || certificate !== null) };
    },
    campaignBoxSheets: async ({ caller, params: { id, code } }) => {
      await campaignFor(house, caller, id);
      return { items: (await sheetsGoing(db, id, code)).map(({ chrono, endorsement }) => ({ chrono: chrono ?? undefined, endorsement: endorsement ?? undefined })) };
    },
    boxSlip: async ({ caller, params: { id }, reply }) => {
      const campaign = await campaignFor(house, caller, id);
      const ready = (await boxesNow(db, id)).filter((box) => isReady(box) && box.whole);
      if (!ready.length) throw conflict('noBoxReady', 'No box may be destroyed now');
      return pdf(reply, `boites-a-detruire-${campaign.chrono}.pdf`, await slipPdf(await headOf(house, campaign), ready));
    },
    boxWithdrawals: async ({ caller, params: { id }, reply }) => {
      const campaign = await campaignFor(house, caller, id);
      const partly = (await boxesNow(db, id)).filter((box) => isReady(box) && !box.whole);
      if (!partly.length) throw conflict('noBoxReady', 'Nothing is to be taken out of a box now');
      const sheets = await Promise.all(partly.map(async ({ box, location }) => (await sheetsGoing(db, id, box)).map((sheet) => ({ box, location, ...sheet }))));
      return pdf(reply, `pieces-a-retirer-${campaign.chrono}.pdf`, await withdrawalsPdf(await headOf(house, campaign), sheets.flat()));
    },
    recordBoxes: async (call) => {
      await recordBoxes(house, call, antivirus);
      return viewCampaign(house, call.caller, call.params.id);
    },
  });
}

/** Its paper may go: each of its sheets that goes is destroyed in Alfresco, and nobody has recorded it yet. */
const isReady = ({ going, waiting, certificate }: BoxNow): boolean => going > 0 && waiting === 0 && certificate === null;

const view = (box: BoxNow): CampaignBoxView => ({ box: box.box, label: box.label ?? undefined, location: box.location ?? undefined, sheets: box.sheets, going: box.going, waiting: box.waiting, whole: box.whole, destroyedOn: box.destroyed_on ?? undefined, contractor: box.contractor ?? undefined, certificate: box.certificate ?? undefined });

async function campaignFor(house: House, caller: Caller, id: string): Promise<CampaignRow> {
  const { db } = house.store;
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!campaign || !mayWithCampaign(caller, 'read', await forRightsOf(house, db, campaign))) throw notFound('campaign');
  if (![houseGroups.archives, houseGroups.approvers, houseGroups.dpo].some((group) => belongs(caller, group))) throw forbidden('campaignBoxes');
  return campaign;
}

async function headOf(house: House, { chrono, title, visa_by, visa_on, visa_reference, manifest_sha512 }: CampaignRow): Promise<SlipHead> {
  return { authority: (await house.settings()).authority.name, chrono, title, visa: { by: visa_by ?? '', on: visa_on ?? '', reference: visa_reference ?? '' }, manifest: manifest_sha512 ?? '' };
}

async function pdf(reply: FastifyReply, name: string, bytes: Buffer): Promise<Readable> {
  reply.header('content-type', 'application/pdf').header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'private, no-store');
  return Readable.from([bytes]);
}

/** Boxes that a contractor destroyed, under one certificate; none before all of its mails that go are gone. */
async function recordBoxes(house: House, call: Call<Contract['recordBoxes']>, antivirus: LooksAtFiles | undefined): Promise<void> {
  const { params: { id }, body } = call;
  await campaignFor(house, call.caller, id);
  const { timeZone } = (await house.settings()).authority;
  if (body.destroyedOn > dayIn(timeZone, house.now())) throw invalid('dayInFuture', `${body.destroyedOn} is in the future`, { day: body.destroyedOn });
  const { bytes, mediaType } = await attachedBytes(body.file.content, antivirus);
  await actOnCampaign(house, call, {
    action: 'recordBox',
    change: async (campaign, tx) => {
      const started = dayIn(timeZone, campaign.started_at ?? house.now());
      if (body.destroyedOn < started) throw invalid('boxBeforeStart', 'Nothing was destroyed before the campaign began', { day: started });
      const known = new Map((await boxesNow(tx.trx, id)).map((box) => [box.box, box]));
      const boxes = [...new Set(body.boxes)].map((code) => known.get(code) ?? { box: code, going: 0, waiting: 0, certificate: null, whole: false });
      for (const { box, going, waiting, certificate } of boxes) {
        if (certificate) throw conflict('boxRecorded', `Box ${box} has its certificate`, { box });
        if (!going || waiting) throw conflict('boxNotReady', `Paper of box ${box} must stay`, { box });
      }
      const file = await keepFile(tx, id, { kind: 'boxCertificate', name: body.file.name, mediaType, bytes });
      for (const { box, whole } of boxes) await tx.trx.updateTable('campaign_box').set({ whole, destroyed_on: body.destroyedOn, contractor: body.contractor, certificate: file, recorded_by: call.caller.id, recorded_at: house.now() }).where('campaign_id', '=', id).where('box', '=', box).execute();
      return { entry: { type: 'campaign.boxRecorded', data: { boxes: boxes.map(({ box }) => box), whole: boxes.filter(({ whole }) => whole).length, on: body.destroyedOn, contractor: body.contractor } } };
    },
  });
}
