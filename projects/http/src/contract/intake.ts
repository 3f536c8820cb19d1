import { z } from 'zod';
import { reasonBody } from '../schemas/bodies.js';
import { id, pageById, pageOf } from '../schemas/common.js';
import { discardSeveralBody, eachSchema, leavingCountsSchema, leavingLineSchema, reasonCountsSchema, severalBody } from '../schemas/intake.js';

const file = z.object({ id });

/** What could not be read, many at once; and how the bytes of batches and of discarded files leave. For the mail room. */
export const intakeOperations = {
  quarantineReasons: { method: 'GET', path: '/quarantine/reasons', summary: 'How many files are in quarantine, by reason', tag: 'capture', response: reasonCountsSchema },
  retryFiles: { method: 'POST', path: '/quarantine/retry', summary: 'Read several files again; each has its own outcome', tag: 'capture', body: severalBody, response: eachSchema },
  discardFiles: { method: 'POST', path: '/quarantine/discard', summary: 'Put several files aside for good, with a reason; each has its own outcome', tag: 'capture', body: discardSeveralBody, response: eachSchema },

  leaving: {
    method: 'GET',
    path: '/leaving',
    summary: 'Bytes of batches and of discarded files: those that leave soon, later, are held, stay, or have left',
    tag: 'capture',
    query: pageById.extend({ state: z.enum(['soon', 'later', 'held', 'staying', 'left']).default('soon').meta({ description: 'soon: within thirty days' }) }),
    response: pageOf(leavingLineSchema),
  },
  leavingCounts: { method: 'GET', path: '/leaving/counts', summary: 'How many there are of each', tag: 'capture', response: leavingCountsSchema },
  holdFile: { method: 'POST', path: '/leaving/{id}/hold', summary: 'Keep its bytes beyond their days, because …', tag: 'capture', params: file, body: reasonBody, response: leavingLineSchema },
  releaseFile: { method: 'POST', path: '/leaving/{id}/release', summary: 'Let it go when its days are over: for who holds it, and administrators', tag: 'capture', params: file, response: leavingLineSchema },
} as const;
