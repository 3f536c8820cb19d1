import { holdKinds, holdScopeKinds } from '@bannette/domain';
import { z } from 'zod';
import { day, id, pageById, pageOf } from '../schemas/common.js';
import { allowProcessingBody, dropFromHoldBody, extendHoldBody, heldMailSchema, holdPreviewSchema, holdSchema, placeHoldBody, previewHoldBody, releaseHoldBody, reviewHoldBody } from '../schemas/holds.js';
import { journalEntrySchema } from '../schemas/mail.js';

const tag = 'holds';
const params = z.object({ id });
const onHold = { tag, params, response: holdSchema } as const;

/** Holds: what stops elimination and every change of documents, for the archives, the data protection officer and heads of service. */
export const holdOperations = {
  holds: { method: 'GET', path: '/holds', summary: 'Holds that you may see, newest first', tag, query: pageById.extend({ state: z.enum(['active', 'review', 'failing', 'released']).default('active'), kind: z.enum(holdKinds).optional(), scope: z.enum(holdScopeKinds).optional(), q: z.string().trim().max(100).optional() }), response: pageOf(holdSchema) },
  holdCounts: { method: 'GET', path: '/holds/counts', summary: 'How many are active, to be reviewed, in trouble with Alfresco; and how many mails people hold in Alfresco itself', tag, response: z.object({ active: z.int(), review: z.int(), failing: z.int(), inAlfresco: z.int() }) },
  heldInAlfresco: { method: 'GET', path: '/holds/in-alfresco', summary: 'Mails with documents that people hold in Alfresco itself', tag, query: pageById, response: pageOf(heldMailSchema) },
  previewHold: { method: 'POST', path: '/holds/preview', summary: 'How many mails a hold would take, and which kinds you may place', tag, body: previewHoldBody, response: holdPreviewSchema },
  placeHold: { method: 'POST', path: '/holds', summary: 'Place a hold, with its reason and the day of its review', tag, body: placeHoldBody, status: 201, response: holdSchema },
  hold: { method: 'GET', path: '/holds/{id}', summary: 'A hold', ...onHold },
  holdMails: { method: 'GET', path: '/holds/{id}/mails', summary: 'Its mails by number; what they say only for those who may open them', tag, params, query: pageById.extend({ which: z.enum(['all', 'undone', 'failing']).default('all') }), response: pageOf(heldMailSchema) },
  holdJournal: { method: 'GET', path: '/holds/{id}/journal', summary: 'Its history', tag, params, response: z.object({ items: z.array(journalEntrySchema) }) },
  reviewHold: { method: 'POST', path: '/holds/{id}/review', summary: 'Review it: maintained until another day, and why', ...onHold, body: reviewHoldBody },
  extendHold: { method: 'POST', path: '/holds/{id}/mails', summary: 'Add mails to a hold on mails', ...onHold, body: extendHoldBody },
  dropFromHold: { method: 'POST', path: '/holds/{id}/mails/{mail}/drop', summary: 'Take a mail out of a hold on mails, and why', tag, params: z.object({ id, mail: id }), body: dropFromHoldBody, response: holdSchema },
  releaseHold: { method: 'POST', path: '/holds/{id}/release', summary: 'Release it, and why: what no other hold holds is free', ...onHold, body: releaseHoldBody },
  retryHold: { method: 'POST', path: '/holds/{id}/retry', summary: 'Try again now where Alfresco refused', ...onHold },
  allowProcessing: { method: 'POST', path: '/mails/{id}/processing', summary: 'Let a mail whose processing is limited (RGPD art. 18) be processed until a day, and why', tag, params, body: allowProcessingBody, response: z.object({ until: day }) },
} as const;
