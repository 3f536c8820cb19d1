import { serve } from '@bannette/http';
import type { House, LooksAtFiles } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { viewCampaign } from '../campaigns/view.js';
import { giveVisa, noteVisa, recordPaperVisa } from './give.js';
import { visaDocument, visaItems } from './items.js';
import { sendFile } from './files.js';
import { sentCampaign, viewVisa, visaPage } from './seen.js';
import { campaignVisa } from './view.js';

export function visaRoutes(house: House, app: FastifyInstance, antivirus: LooksAtFiles | undefined): void {
  serve(app, {
    visas: ({ caller, query }) => visaPage(house, caller, query),
    visa: ({ caller, params }) => viewVisa(house, caller, params.id),
    visaItems: (call) => visaItems(house, call),
    visaDocument: (call) => visaDocument(house, call),
    visaFile: async ({ caller, params, reply }) => {
      await sentCampaign(house, house.store.db, caller, params.id);
      return sendFile(house.store.db, params.id, params.file, ['manifest', 'bordereauPdf', 'bordereauCsv', 'visa'], reply);
    },
    noteVisa: (call) => noteVisa(house, call),
    giveVisa: (call) => giveVisa(house, call),
    campaignVisa: ({ caller, params }) => campaignVisa(house, caller, params.id),
    recordPaperVisa: async (call) => {
      await recordPaperVisa(house, call, antivirus);
      return viewCampaign(house, call.caller, call.params.id);
    },
  });
}
