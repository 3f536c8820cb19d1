import { batchStates } from '@bannette/domain';
import { z } from 'zod';
import { announceBody, batchRevisionBody, correctAnnouncedBody, deskChangesBody, deskSchema, deskStateSchema, rejectBatchBody, scanBatchSchema } from '../schemas/batches.js';
import { id, pageById, pageOf } from '../schemas/common.js';

const tag = 'batches';
const params = z.object({ id });
const onePage = z.object({ id, file: id, number: z.coerce.number().int().min(1).max(100_000) });

/** Batches of scanned paper and the page desk, for the mail room. */
export const batchOperations = {
  batches: { method: 'GET', path: '/batches', summary: 'Batches, newest first', tag, query: pageById.extend({ state: z.enum(batchStates).optional(), scanner: z.string().max(40).optional(), operator: z.string().max(200).optional().meta({ description: 'User name' }), site: z.string().max(40).optional(), open: z.stringbool().optional().meta({ description: 'Only those neither released nor rejected' }) }), response: pageOf(scanBatchSchema) },
  announceBatch: { method: 'POST', path: '/batches', summary: 'Announce a batch: how many envelopes or pages will come, and from which scanner', tag, body: announceBody, status: 201, response: scanBatchSchema },
  correctAnnounced: { method: 'POST', path: '/batches/{id}/announced', summary: 'Correct what was announced, and why', tag, params, body: correctAnnouncedBody, response: scanBatchSchema },
  desk: { method: 'GET', path: '/batches/{id}/desk', summary: 'A batch at the page desk: its pages, and how they fall into envelopes and documents', tag, params, response: deskSchema },
  changeDesk: { method: 'POST', path: '/batches/{id}/desk', summary: 'Split, join, move, turn, put aside, describe; all of the changes or none', tag, params, body: deskChangesBody, response: deskStateSchema },
  undoDesk: { method: 'POST', path: '/batches/{id}/desk/undo', summary: 'Undo the last changes at the desk', tag, params, body: batchRevisionBody, response: deskStateSchema },
  redoDesk: { method: 'POST', path: '/batches/{id}/desk/redo', summary: 'Do again what was undone', tag, params, body: batchRevisionBody, response: deskStateSchema },
  releaseBatch: { method: 'POST', path: '/batches/{id}/release', summary: 'Make the mails of its envelopes; only when counters agree and no file is in quarantine. Again after changes at the desk: mails that wait to be qualified become what the desk says', tag, params, body: batchRevisionBody, response: scanBatchSchema },
  rejectBatch: { method: 'POST', path: '/batches/{id}/reject', summary: 'To be scanned again, and why; its bytes are kept', tag, params, body: rejectBatchBody, response: scanBatchSchema },
  resumeBatch: { method: 'POST', path: '/batches/{id}/resume', summary: 'Take a rejected batch back: it is to be checked', tag, params, body: batchRevisionBody, response: scanBatchSchema },
  batchFileContent: { method: 'GET', path: '/batches/{id}/files/{file}/content', summary: 'A file of the batch as it was scanned, or its searchable PDF', tag, params: z.object({ id, file: id }), query: z.object({ form: z.enum(['original', 'searchable']).default('searchable') }), stream: 'download' },
  openDesk: { method: 'POST', path: '/mails/{id}/desk', summary: 'The page desk of a mail that waits to be qualified, whatever door it came by', tag, params, response: z.object({ batch: id }) },
  pageImage: { method: 'GET', path: '/batches/{id}/files/{file}/pages/{number}/image', summary: 'A page as an image, as it lies in its file', tag, params: onePage, query: z.object({ width: z.coerce.number().int().pipe(z.literal([160, 320, 1200])).default(160) }), stream: 'download' },
} as const;
