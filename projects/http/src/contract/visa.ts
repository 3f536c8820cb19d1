import { z } from 'zod';
import { id, limit, page, pageOf } from '../schemas/common.js';
import { campaignSchema } from '../schemas/campaigns.js';
import { campaignBoxSchema, campaignVisaSchema, draftVisaBody, giveVisaBody, paperVisaBody, recordBoxesBody, registerSeriesSchema, sortRegisterBody, visaItemSchema, visaLineSchema, visaSchema } from '../schemas/visa.js';

const tag = 'visas';
const params = z.object({ id });
const afterPosition = z.coerce.number().int().min(0).default(0).meta({ description: 'Position of the last item that was seen' });
const fileBytes = 15 * 1024 * 1024;

/** The visa of a campaign: for the archivist of the State's control, a guest who sees nothing else; and as the records manager copies it from paper. */
export const visaOperations = {
  visas: { method: 'GET', path: '/visas', summary: 'Campaigns of elimination that were sent to you for your visa, newest first', tag, guests: true, query: page.extend({ after: id.optional() }), response: pageOf(visaLineSchema) },
  visa: { method: 'GET', path: '/visas/{id}', summary: 'A campaign that was sent to you: its bordereau, who answers for it, what you noted', tag, guests: true, params, response: visaSchema },
  visaItems: { method: 'GET', path: '/visas/{id}/lines/{line}/items', summary: 'What a line stands for: numbers, kinds and days', tag, guests: true, params: z.object({ id, line: z.coerce.number().int().min(1) }), query: z.object({ limit, after: afterPosition }), response: z.object({ items: z.array(visaItemSchema), next: z.int().optional() }) },
  visaDocument: { method: 'GET', path: '/visas/{id}/items/{position}/documents/{node}', summary: 'A document of an item, while the visa is to be given; each opening is journaled', tag, guests: true, params: z.object({ id, position: z.coerce.number().int().min(1), node: z.string().regex(/^[\w:.-]{1,80}$/) }), stream: 'download' },
  visaFile: { method: 'GET', path: '/visas/{id}/files/{file}', summary: 'Bordereau or manifest, its digest compared before it is given out', tag, guests: true, params: z.object({ id, file: id }), stream: 'download' },
  noteVisa: { method: 'PUT', path: '/visas/{id}/notes', summary: 'Note what you decide of lines; it counts once the visa is given', tag, guests: true, params, body: draftVisaBody, response: visaSchema },
  giveVisa: { method: 'POST', path: '/visas/{id}/give', summary: 'Give the visa for exactly this list, as it was noted line by line', tag, guests: true, params, body: giveVisaBody, response: visaSchema },

  campaignVisa: { method: 'GET', path: '/campaigns/{id}/visa', summary: 'The visa of a campaign', tag, params, response: campaignVisaSchema },
  recordPaperVisa: { method: 'POST', path: '/campaigns/{id}/paper-visa', summary: 'Record a visa that came on paper, with its file', tag, params, body: paperVisaBody, bodyBytes: fileBytes, response: campaignSchema },
} as const;

const boxCode = z.string().regex(/^B-\d{4}-\d{5,9}$/, { error: 'boxCode' });

/** Paper of a campaign's mails, and the register of mail as a series of records. */
export const paperTwinOperations = {
  campaignBoxes: { method: 'GET', path: '/campaigns/{id}/boxes', summary: 'Boxes in which its paper lies', tag: 'campaigns', params, response: z.object({ items: z.array(campaignBoxSchema), settled: z.boolean().meta({ description: 'Every box with paper that goes has its certificate' }) }) },
  campaignBoxSheets: { method: 'GET', path: '/campaigns/{id}/boxes/{code}/sheets', summary: 'Numbers of the sheets of a box that go', tag: 'campaigns', params: params.extend({ code: boxCode }), response: z.object({ items: z.array(z.object({ chrono: z.string().optional(), endorsement: z.string().optional() })) }) },
  boxSlip: { method: 'GET', path: '/campaigns/{id}/box-slip', summary: 'Slip for the contractor, as a PDF: the boxes whose paper may be destroyed now', tag: 'campaigns', params, stream: 'download' },
  boxWithdrawals: { method: 'GET', path: '/campaigns/{id}/box-withdrawals', summary: 'Sheets to be taken out of boxes that stay, as a PDF', tag: 'campaigns', params, stream: 'download' },
  recordBoxes: { method: 'POST', path: '/campaigns/{id}/boxes-destroyed', summary: 'Record that boxes were destroyed, with the contractor’s certificate', tag: 'campaigns', params, body: recordBoxesBody, bodyBytes: fileBytes, response: campaignSchema },

  registerSeries: { method: 'GET', path: '/register-series', summary: 'Years of the daily register as a series of records', tag: 'registers', response: registerSeriesSchema },
  sortRegister: { method: 'POST', path: '/register-series/{year}/sorting', summary: 'Decide whether a year of the register that is to be sorted is kept', tag: 'registers', params: z.object({ year: z.coerce.number().int().min(1900).max(9999) }), body: sortRegisterBody, response: registerSeriesSchema },
} as const;
