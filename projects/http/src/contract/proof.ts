import { z } from 'zod';
import { page, pageOf } from '../schemas/common.js';
import { proofSchema, sealFindingSchema, sealSchema } from '../schemas/proof.js';

const tag = 'proof';
const params = z.object({ number: z.coerce.number().int().min(1).max(2 ** 40) });

/** Seals of the journal, for the archives, the data protection officer and the administrators. */
export const proofOperations = {
  proof: { method: 'GET', path: '/journal/proof', summary: 'How far the journal is sealed, and when it was last verified', tag, response: proofSchema },
  seals: { method: 'GET', path: '/journal/seals', summary: 'Seals of the journal, newest first', tag, query: page, response: pageOf(sealSchema) },
  sealFile: { method: 'GET', path: '/journal/seals/{number}/file', summary: 'A seal with its timestamp, as it lies in the folder of seals', tag, params, stream: 'download' },
  verifySeal: { method: 'POST', path: '/journal/seals/{number}/verify', summary: 'Hold the journal to a seal: its entries and its timestamp', tag, params, response: z.object({ findings: z.array(sealFindingSchema) }) },
} as const;
