import { z } from 'zod';
import { id } from '../schemas/common.js';
import { affairRetentionBody, affairRetentionSchema, fallsDueFilters, fallsDueQuery, fallsDueSummarySchema, mailRecordSchema, settleRecordBody } from '../schemas/records.js';

const tag = 'retention';
const params = z.object({ id });

/** Mails on their way into the archives, and what falls due; for the archives, the DPO and heads of service, and each mail's readers. */
export const recordOperations = {
  retentionSummary: { method: 'GET', path: '/retention/summary', summary: 'How many mails fall due in which year under which row', tag, query: fallsDueFilters, response: fallsDueSummarySchema },
  retentionFile: { method: 'GET', path: '/retention/due.csv', summary: 'What falls due, as CSV', tag, query: fallsDueQuery.omit({ after: true, limit: true }), stream: 'download' },
  mailRecord: { method: 'GET', path: '/mails/{id}/record', summary: 'How a mail is kept, and how far it is on its way into the archives', tag, params, response: mailRecordSchema },
  settleRecord: { method: 'POST', path: '/records/{id}/settle', summary: 'Have a record compared, or tried, again, and why; nothing else', tag, params, body: settleRecordBody, response: mailRecordSchema },
  affairRetention: { method: 'GET', path: '/affairs/{id}/retention', summary: 'How the pieces of an affair are kept', tag, params, response: affairRetentionSchema },
  setAffairRetention: { method: 'PUT', path: '/affairs/{id}/retention', summary: 'Keep its pieces under a row of its own, from a day of its own', tag, params, body: affairRetentionBody, response: affairRetentionSchema },
} as const;
