import { campaignStates, eliminationCauses, verdicts } from '@bannette/domain';
import { z } from 'zod';
import { addCampaignBody, approveCampaignBody, campaignCountSchema, campaignItemSchema, campaignLineSchema, campaignSchema, campaignStepBody, cancelCampaignBody, changeCampaignBody, eliminationLineSchema, nameSignatoryBody, signCampaignBody, submitCampaignBody, takeOutBody, validateCampaignBody } from '../schemas/campaigns.js';
import { after, id, limit, pageById, pageOf } from '../schemas/common.js';
import { journalEntrySchema } from '../schemas/mail.js';

const tag = 'campaigns';
const params = z.object({ id });
const item = z.object({ id, kind: z.enum(['mail', 'register']), subject: z.string().regex(/^[0-9a-f-]{10,36}$/) });
const step = { tag, params, response: campaignSchema } as const;
const itemsQuery = z.object({
  limit,
  after,
  verdict: z.enum(verdicts).optional(),
  cause: z.enum(eliminationCauses).optional(),
  service: z.string().max(60).optional(),
  row: z.string().max(60).optional(),
  year: z.coerce.number().int().min(1000).max(9999).optional(),
  line: z.coerce.number().int().min(1).optional(),
  listed: z.stringbool().optional().meta({ description: 'Those of the frozen list, in its order' }),
  q: z.string().trim().max(60).optional().meta({ description: 'Beginning of the number' }),
});

/** Campaigns of elimination, from a draft until they lie before the archivist of the State's control. */
export const campaignOperations = {
  campaigns: { method: 'GET', path: '/campaigns', summary: 'Campaigns that you may see, newest first', tag, query: pageById.extend({ state: z.enum(campaignStates).optional() }), response: pageOf(campaignLineSchema) },
  addCampaign: { method: 'POST', path: '/campaigns', summary: 'Begin a campaign: it has its number', tag, body: addCampaignBody, status: 201, response: campaignSchema },
  campaignBounds: { method: 'GET', path: '/campaign-bounds', summary: 'What a new campaign may ask for: bounds of the authority, services and rows', tag, response: z.object({ today: z.string(), maxItems: z.int(), maxShare: z.number(), maxErrors: z.int(), coolingDays: z.int(), services: z.array(z.object({ code: z.string(), label: z.string() })), rows: z.array(z.object({ code: z.string(), label: z.string(), years: z.int() })) }) },
  campaignArchivists: { method: 'GET', path: '/campaign-archivists', summary: 'Archivists to whom a campaign can be sent: those who have signed in once', tag, response: z.object({ items: z.array(z.object({ id: z.string(), displayName: z.string() })) }) },
  campaign: { method: 'GET', path: '/campaigns/{id}', summary: 'A campaign', tag, params, response: campaignSchema },
  changeCampaign: { method: 'PUT', path: '/campaigns/{id}', summary: 'Change what it is about; it is to be analysed again', ...step, body: changeCampaignBody },
  analyseCampaign: { method: 'POST', path: '/campaigns/{id}/analyse', summary: 'Judge each mail that fell due, anew', ...step, body: campaignStepBody },
  campaignCounts: { method: 'GET', path: '/campaigns/{id}/counts', summary: 'What the analysis found, by verdict and cause', tag, params, response: z.object({ items: z.array(campaignCountSchema) }) },
  campaignItems: { method: 'GET', path: '/campaigns/{id}/items', summary: 'Its mails by number, never by what they say', tag, params, query: itemsQuery, response: pageOf(campaignItemSchema) },
  campaignLines: { method: 'GET', path: '/campaigns/{id}/lines', summary: 'Lines of its bordereau; a head sees those of their service', tag, params, response: z.object({ items: z.array(eliminationLineSchema) }) },
  freezeCampaign: { method: 'POST', path: '/campaigns/{id}/freeze', summary: 'Freeze the list: every file is read back from Alfresco and its digest computed again', ...step, body: campaignStepBody },
  takeOutItem: { method: 'POST', path: '/campaigns/{id}/items/{kind}/{subject}/take-out', summary: 'Take a mail out of the frozen list, and why; the list is frozen anew', tag, params: item, body: takeOutBody, response: campaignSchema },
  validateCampaign: { method: 'POST', path: '/campaigns/{id}/validate', summary: 'Validate the list, with its numbers', ...step, body: validateCampaignBody },
  approveCampaign: { method: 'POST', path: '/campaigns/{id}/approve', summary: 'Approve it, as another person', ...step, body: approveCampaignBody },
  campaignSignatories: { method: 'GET', path: '/campaigns/{id}/signatories', summary: 'People who can be named to sign for a producing service, by name', tag, params, query: z.object({ q: z.string().trim().max(60).default('') }), response: z.object({ items: z.array(z.object({ id: z.string(), displayName: z.string() })) }) },
  nameSignatory: { method: 'POST', path: '/campaigns/{id}/signatories', summary: 'Name who signs for a producing service whose head cannot, and why', ...step, body: nameSignatoryBody },
  signCampaign: { method: 'POST', path: '/campaigns/{id}/sign', summary: 'Sign the lines of a service: as its head, by delegation of its head, as head of the service above, or as who was named', ...step, body: signCampaignBody },
  submitCampaign: { method: 'POST', path: '/campaigns/{id}/submit', summary: 'Send it to archivists of the State’s control', ...step, body: submitCampaignBody },
  cancelCampaign: { method: 'POST', path: '/campaigns/{id}/cancel', summary: 'Cancel it, and why', ...step, body: cancelCampaignBody },
  campaignBordereau: { method: 'GET', path: '/campaigns/{id}/bordereau', summary: 'The bordereau as it stands, not yet kept; a head has the lines of their service', tag, params, query: z.object({ form: z.enum(['pdf', 'csv']).default('pdf') }), stream: 'download' },
  campaignFile: { method: 'GET', path: '/campaigns/{id}/files/{file}', summary: 'A file of it: bordereau, manifest…', tag, params: z.object({ id, file: id }), stream: 'download' },
  campaignJournal: { method: 'GET', path: '/campaigns/{id}/journal', summary: 'Its history', tag, params, response: z.object({ items: z.array(journalEntrySchema) }) },
} as const;
