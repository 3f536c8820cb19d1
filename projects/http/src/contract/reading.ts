import { z } from 'zod';
import { id } from '../schemas/common.js';
import { documentReadingSchema, laneSchema, rereadBody } from '../schemas/reading.js';

const tag = 'capture';
const document = z.object({ id, documentId: id });

/** How documents were read, and reading them again. */
export const readingOperations = {
  documentReading: { method: 'GET', path: '/mails/{id}/documents/{documentId}/reading', summary: 'How a document was read, page by page', tag, params: document, response: documentReadingSchema },
  reread: { method: 'POST', path: '/mails/{id}/documents/{documentId}/reread', summary: 'Have it read again; what was confirmed stays', tag, params: document, body: rereadBody, status: 202, response: documentReadingSchema },
  readingLanes: { method: 'GET', path: '/reading/lanes', summary: 'What waits to be read, lane by lane', tag, response: z.object({ items: z.array(laneSchema) }) },
} as const;
