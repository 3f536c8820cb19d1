import { z } from 'zod';
import { id, page, pageById, pageOf } from '../schemas/common.js';
import { personalTermsSchema, processingExportSchema, processingsSchema, purgeForecastSchema, purgeSchema, purgeWarningsSchema, registerChangesSchema } from '../schemas/processings.js';

const tag = 'processings';
const number = z.object({ number: z.coerce.number().int().min(1).max(2 ** 31 - 1) });

/** The register of processings (RGPD art. 30), warnings before a purge, and terms of personal data. */
export const processingOperations = {
  processings: { method: 'GET', path: '/processings', summary: 'The register of processings as it is now, with what it lacks, for the DPO, the archives and the administrators', tag, response: processingsSchema },
  processingExports: { method: 'GET', path: '/processings/exports', summary: 'Its exports, newest first', tag, query: page, response: pageOf(processingExportSchema) },
  exportProcessings: { method: 'POST', path: '/processings/exports', summary: 'Export it as it is now: dated, numbered, kept and journaled', tag, status: 201, response: processingExportSchema },
  processingExportFile: { method: 'GET', path: '/processings/exports/{number}/file', summary: 'An export as it was made', tag, params: number, query: z.object({ form: z.enum(['pdf', 'csv']).default('pdf') }), stream: 'download' },
  processingExportChanges: { method: 'GET', path: '/processings/exports/{number}/changes', summary: 'What an export tells otherwise than the one before it', tag, params: number, response: registerChangesSchema },

  purges: { method: 'GET', path: '/purges', summary: 'Campaigns of elimination that are to come and that were, with who took note, for the DPO, the archives and approvers', tag, query: pageById.extend({ done: z.stringbool().default(false) }), response: pageOf(purgeSchema) },
  purgeForecast: { method: 'GET', path: '/purges/forecast', summary: 'What falls due for elimination in twelve months, by service: all for the DPO and the archives, their own for heads', tag, response: purgeForecastSchema },
  purgeWarnings: { method: 'GET', path: '/campaigns/{id}/warnings', summary: 'Who was told of a campaign before its purge, and took note', tag, params: z.object({ id }), response: purgeWarningsSchema },
  acknowledgePurge: { method: 'POST', path: '/campaigns/{id}/acknowledge', summary: 'I have taken note: as head of a service, or DPO', tag, params: z.object({ id }), response: purgeWarningsSchema },
  personalTerms: { method: 'GET', path: '/personal-terms', summary: 'Terms of personal data by year, and the campaigns that propose what reached its own', tag, response: personalTermsSchema },
} as const;
