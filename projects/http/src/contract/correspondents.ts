import { channels, mailCategories } from '@bannette/domain';
import { z } from 'zod';
import { day, id, pageById, pageOf } from '../schemas/common.js';
import { changeCorrespondentBody, correspondentBody, correspondentCardSchema, correspondentFoundSchema, importOutcomeSchema, incompleteSchema, pairSchema, splitCorrespondentBody } from '../schemas/correspondents.js';
import { mailLineSchema } from '../schemas/mail.js';

const tag = 'correspondents';
const params = z.object({ id });
const revision = z.int().min(1);

/** The directory of correspondents: for mail rooms and services; private persons for a service only by a mail that it may read. */
export const correspondentOperations = {
  correspondents: { method: 'GET', path: '/correspondents', summary: 'Correspondents by beginnings of words in any order, by sound, SIRET or reference', tag, query: z.object({ q: z.string().min(2).max(100), limit: z.coerce.number().int().min(1).max(50).default(20) }), response: z.object({ items: z.array(correspondentFoundSchema) }) },
  addCorrespondent: { method: 'POST', path: '/correspondents', summary: 'Add a correspondent', tag, body: correspondentBody, status: 201, response: correspondentCardSchema },
  correspondentPairs: { method: 'GET', path: '/correspondents/pairs', summary: 'Correspondents that may be the same, surest first', tag, query: z.object({ of: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }), response: z.object({ items: z.array(pairSchema) }) },
  dismissPair: { method: 'POST', path: '/correspondents/pairs/dismiss', summary: 'They are two: not proposed again', tag, body: z.object({ one: id, other: id }).meta({ id: 'DismissPair' }), response: z.object({}) },
  incompleteCorrespondents: { method: 'GET', path: '/correspondents/incomplete', summary: 'Correspondents of recent mail whose cards lack something, those with most mail first', tag, query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }), response: z.object({ items: z.array(incompleteSchema) }) },
  importCorrespondents: { method: 'POST', path: '/correspondents/import', summary: 'Take over correspondents from CSV or vCard; first as a dry run', tag, body: z.object({ format: z.enum(['csv', 'vcard']), text: z.string().min(1), dryRun: z.boolean().default(true) }).meta({ id: 'ImportCorrespondents' }), bodyBytes: 32 * 1024 ** 2, response: importOutcomeSchema },
  correspondent: { method: 'GET', path: '/correspondents/{id}', summary: 'All that is known of a correspondent', tag, params, response: correspondentCardSchema },
  changeCorrespondent: { method: 'PUT', path: '/correspondents/{id}', summary: 'Correct what is known; mails keep what was known on their day', tag, params, body: changeCorrespondentBody, response: correspondentCardSchema },
  exchanges: { method: 'GET', path: '/correspondents/{id}/mails', summary: 'All mails with a correspondent that you may open, in every channel and both ways', tag, params, query: pageById.extend({ category: z.enum(mailCategories).optional(), channel: z.enum(channels).optional() }), response: pageOf(mailLineSchema) },
  addPosition: { method: 'POST', path: '/correspondents/{id}/positions', summary: 'A position that a person holds at an organisation', tag, params, body: z.object({ organisation: id, title: z.string().trim().min(1).max(200), department: z.string().trim().min(1).max(200).optional(), from: day.optional(), until: day.optional() }).meta({ id: 'AddPosition' }), response: correspondentCardSchema },
  endPosition: { method: 'POST', path: '/correspondents/{id}/positions/{position}/end', summary: 'The day until which it was held', tag, params: z.object({ id, position: id }), body: z.object({ until: day }).meta({ id: 'EndPosition' }), response: correspondentCardSchema },
  previewMerge: { method: 'GET', path: '/correspondents/{id}/merge', summary: 'What two correspondents would be together', tag, params, query: z.object({ other: id }), response: z.object({ kept: correspondentCardSchema, merged: correspondentCardSchema, result: correspondentBody.omit({ references: true }), mails: z.object({ kept: z.int(), merged: z.int() }).meta({ description: 'Those that you may open' }) }) },
  mergeCorrespondents: { method: 'POST', path: '/correspondents/{id}/merge', summary: 'Join another one with it; can be taken back', tag, params, body: z.object({ other: id, revision, otherRevision: revision }).meta({ id: 'MergeCorrespondents' }), response: correspondentCardSchema },
  undoMerge: { method: 'POST', path: '/correspondent-merges/{id}/undo', summary: 'Take a merge back', tag, params, response: correspondentCardSchema },
  splitCorrespondent: { method: 'POST', path: '/correspondents/{id}/split', summary: 'Part it in two: these mails, positions and addresses are of another; can be taken back', tag, params, body: splitCorrespondentBody, status: 201, response: correspondentCardSchema },
  undoSplit: { method: 'POST', path: '/correspondent-splits/{id}/undo', summary: 'Take a split back', tag, params, response: correspondentCardSchema },
  completeAddress: { method: 'GET', path: '/addresses', summary: 'Addresses that begin like this, by the service that is configured', tag, query: z.object({ q: z.string().min(3).max(200) }), response: z.object({ available: z.boolean(), items: z.array(z.object({ lines: z.array(z.string()).readonly(), postcode: z.string().optional(), city: z.string().optional() })) }) },
} as const;
