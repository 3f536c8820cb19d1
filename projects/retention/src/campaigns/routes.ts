import { serve } from '@bannette/http';
import type { House, Sidecar } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { analyse, analyseCampaign, analyseTask } from './analyse.js';
import { keepBordereau, type Seals } from './bordereau.js';
import { approveCampaign, cancelCampaign, submitCampaign, takeOutItem, validateCampaign } from './decide.js';
import { addCampaign, campaignArchivists, campaignBounds, changeCampaign } from './draft.js';
import { freeze, freezeCampaign, freezeTask } from './freeze.js';
import { campaignBordereau, campaignCounts, campaignFile, campaignItems, campaignJournal, campaignLines, listCampaigns } from './list.js';
import { nameSignatory, signatoryCandidates, signCampaign } from './sign.js';
import { viewCampaign } from './view.js';

/** Campaigns of elimination, from a draft until they lie before the archivist. */
export function campaignRoutes(house: House, app: FastifyInstance, seals: Seals): void {
  serve(app, {
    campaigns: (call) => listCampaigns(house, call),
    addCampaign: (call) => addCampaign(house, call),
    campaignBounds: (call) => campaignBounds(house, call),
    campaignArchivists: (call) => campaignArchivists(house, call),
    campaign: ({ caller, params }) => viewCampaign(house, caller, params.id),
    changeCampaign: (call) => changeCampaign(house, call),
    analyseCampaign: (call) => analyseCampaign(house, call),
    campaignCounts: (call) => campaignCounts(house, call),
    campaignItems: (call) => campaignItems(house, call),
    campaignLines: (call) => campaignLines(house, call),
    freezeCampaign: (call) => freezeCampaign(house, call),
    takeOutItem: (call) => takeOutItem(house, call),
    validateCampaign: (call) => validateCampaign(house, call),
    approveCampaign: (call) => approveCampaign(house, call),
    campaignSignatories: (call) => signatoryCandidates(house, call),
    nameSignatory: (call) => nameSignatory(house, call),
    signCampaign: (call) => signCampaign(house, call),
    submitCampaign: (call) => submitCampaign(house, call, (tx, campaign) => keepBordereau(house, tx, campaign, seals)),
    cancelCampaign: (call) => cancelCampaign(house, call),
    campaignBordereau: (call) => campaignBordereau(house, call),
    campaignFile: (call) => campaignFile(house, call),
    campaignJournal: (call) => campaignJournal(house, call),
  });
}

/** What takes minutes: judging what fell due, and reading every file of the list back. */
export const campaignTasks = (house: House, { timestamp }: Seals): NonNullable<Sidecar['tasks']> => ({
  [analyseTask]: ({ campaignId }) => analyse(house, String(campaignId)),
  [freezeTask]: ({ campaignId }) => freeze(house, String(campaignId), timestamp),
});
