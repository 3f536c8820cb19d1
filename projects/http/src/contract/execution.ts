import { itemStates } from '@bannette/domain';
import { z } from 'zod';
import { after, id, limit, pageOf } from '../schemas/common.js';
import { campaignExecutionSchema, campaignOutcomeSchema, eliminatedSchema, eliminationSchema, haltCampaignBody, itemStepSchema, startCampaignBody, unverifiedEliminationsSchema } from '../schemas/execution.js';

const tag = 'campaigns';
const params = z.object({ id });
const subject = z.string().regex(/^[0-9a-f-]{10,36}$/);
const act = { tag, params, response: campaignExecutionSchema } as const;

/** Carrying out a campaign that has its visa, and what remains of what was eliminated. */
export const executionOperations = {
  campaignExecution: { method: 'GET', path: '/campaigns/{id}/execution', summary: 'How far it is carried out', tag, params, response: campaignExecutionSchema },
  campaignOutcomes: { method: 'GET', path: '/campaigns/{id}/outcomes', summary: 'What became of each thing of its list, by its place', tag, params, query: z.object({ limit, after, state: z.enum(itemStates).optional() }), response: pageOf(campaignOutcomeSchema) },
  campaignItemSteps: { method: 'GET', path: '/campaigns/{id}/outcomes/{kind}/{subject}/steps', summary: 'What was done to a thing of the list, step by step', tag, params: z.object({ id, kind: z.enum(['mail', 'register']), subject }), response: z.object({ items: z.array(itemStepSchema) }) },
  startCampaign: { method: 'POST', path: '/campaigns/{id}/start', summary: 'Begin to destroy, once the days of reflection are over', ...act, body: startCampaignBody },
  stopCampaign: { method: 'POST', path: '/campaigns/{id}/stop', summary: 'Stop after what is in hand, and why', ...act, body: haltCampaignBody },
  resumeCampaign: { method: 'POST', path: '/campaigns/{id}/resume', summary: 'Go on, and why that is right', ...act, body: haltCampaignBody },
  certifyCampaign: { method: 'POST', path: '/campaigns/{id}/certify', summary: 'Make the certificate of destruction, signed where a key is configured', ...act, body: startCampaignBody },
  eliminations: { method: 'GET', path: '/eliminations', summary: 'What was eliminated, the last first; or by the beginning of its number', tag: 'eliminations', query: z.object({ limit, after, number: z.string().trim().max(60).optional() }), response: pageOf(eliminationSchema) },
  unverifiedEliminations: { method: 'GET', path: '/eliminations/unverified', summary: 'Lines of the ledger of eliminations whose campaign no backup has, by campaign and list', tag: 'eliminations', response: z.object({ items: z.array(unverifiedEliminationsSchema) }) },
  elimination: { method: 'GET', path: '/eliminations/{kind}/{subject}', summary: 'What remains of what was eliminated', tag: 'eliminations', params: z.object({ kind: z.enum(['mail', 'register']), subject }), response: eliminatedSchema },
} as const;
