import { z } from 'zod';
import { id } from '../schemas/common.js';
import { mailSchema } from '../schemas/mail.js';
import { passOnBody } from '../schemas/sites.js';

/** What mail rooms of several sites do with one another. */
export const siteOperations = {
  passOn: { method: 'POST', path: '/mails/{id}/pass-on', summary: "It came to the wrong place: to another site's mail room, with a reason", tag: 'registration', params: z.object({ id }), body: passOnBody, response: mailSchema },
} as const;
