import { sortingDecisions } from '@bannette/domain';
import { z } from 'zod';
import { id, limit, pageById, pageOf } from '../schemas/common.js';
import { journalEntrySchema } from '../schemas/mail.js';
import { addSortingBody, agreeSortingBody, changeSortingBody, decideSortingBody, paperAgreementBody, previewSortingBody, proposeSortingBody, sortingBoundsSchema, sortingItemSchema, sortingLineSchema, sortingPreviewSchema, sortingReasonBody, sortingSchema } from '../schemas/sortings.js';

const tag = 'sortings';
const params = z.object({ id });
const step = { method: 'POST', tag, params, response: sortingSchema } as const;
const query = z.object({ limit, after: z.coerce.number().int().min(0).default(0).meta({ description: 'Position of the last that was seen' }), decision: z.enum(sortingDecisions).optional(), year: z.coerce.number().int().min(1000).max(9999).optional(), changed: z.stringbool().optional().meta({ description: 'Those decided otherwise than the rule has them' }), failed: z.stringbool().optional(), q: z.string().trim().max(60).optional().meta({ description: 'Beginning of the number' }) });

/** Sortings of mails whose row asks for one: proposed by the archives of the house, agreed to by the archivist of the State's control, a guest. */
export const sortingOperations = {
  sortings: { method: 'GET', path: '/sortings', summary: 'Sortings that you may see, newest first', tag, guests: true, query: pageById, response: pageOf(sortingLineSchema) },
  sortingBounds: { method: 'GET', path: '/sorting-bounds', summary: 'What a new sorting may be about: agreed rows that ask for one, with what is due under them', tag, response: sortingBoundsSchema },
  previewSorting: { method: 'POST', path: '/sorting-previews', summary: 'What a rule would keep, without writing anything', tag, body: previewSortingBody, response: sortingPreviewSchema },
  addSorting: { method: 'POST', path: '/sortings', summary: 'Begin a sorting: it has its number and its list', tag, body: addSortingBody, status: 201, response: sortingSchema },
  sorting: { method: 'GET', path: '/sortings/{id}', summary: 'A sorting', tag, guests: true, params, response: sortingSchema },
  changeSorting: { method: 'PUT', path: '/sortings/{id}', summary: 'Another scope or rule: its list is made anew', tag, params, body: changeSortingBody, response: sortingSchema },
  sortingItems: { method: 'GET', path: '/sortings/{id}/items', summary: 'Its mails by number, never by what they say', tag, guests: true, params, query, response: z.object({ items: z.array(sortingItemSchema), next: z.int().optional() }) },
  decideSorting: { method: 'PUT', path: '/sortings/{id}/decisions', summary: 'Keep units or not, otherwise than the rule has it or than was proposed', tag, guests: true, params, body: decideSortingBody, response: sortingSchema },
  proposeSorting: { ...step, path: '/sortings/{id}/propose', summary: 'Propose it to archivists of the State’s control', body: proposeSortingBody },
  agreeSorting: { ...step, path: '/sortings/{id}/agree', summary: 'Agree to exactly this list, with what was changed in it', guests: true, body: agreeSortingBody },
  recordSortingAgreement: { ...step, path: '/sortings/{id}/paper-agreement', summary: 'Record an agreement that came on paper, with its file', body: paperAgreementBody, bodyBytes: 15 * 1024 * 1024 },
  giveBackSorting: { ...step, path: '/sortings/{id}/give-back', summary: 'Ask for another proposal, and why: it is a draft of the house again', guests: true, body: sortingReasonBody, response: z.object({ chrono: z.string() }) },
  cancelSorting: { ...step, path: '/sortings/{id}/cancel', summary: 'Cancel it, and why', body: sortingReasonBody },
  sortingSlip: { method: 'GET', path: '/sortings/{id}/slip', summary: 'The list as PDF/A or CSV (bordereau de tri)', tag, guests: true, params, query: z.object({ form: z.enum(['pdf', 'csv']).default('pdf') }), stream: 'download' },
  sortingAgreement: { method: 'GET', path: '/sortings/{id}/agreement', summary: 'The file of an agreement that came on paper, its digest compared before it is given out', tag, guests: true, params, stream: 'download' },
  sortingJournal: { method: 'GET', path: '/sortings/{id}/journal', summary: 'Its history, for the people of the house', tag, params, response: z.object({ items: z.array(journalEntrySchema) }) },
  sortingDocument: { method: 'GET', path: '/sortings/{id}/items/{position}/documents/{node}', summary: 'A document of a mail, while the archivist decides; each opening is journaled', tag, guests: true, params: z.object({ id, position: z.coerce.number().int().min(1), node: z.string().regex(/^[\w:.-]{1,80}$/) }), stream: 'download' },
} as const;
