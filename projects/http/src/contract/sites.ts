import { z } from 'zod';
import { id } from '../schemas/common.js';
import { mailSchema } from '../schemas/mail.js';
import { passOnBody, retireBody, retirementSchema } from '../schemas/sites.js';

const service = z.object({ code: z.string().max(40) });

/** What mail rooms of several sites do with one another, and what becomes of a service that is no more. */
export const siteOperations = {
  passOn: { method: 'POST', path: '/mails/{id}/pass-on', summary: "It came to the wrong place: to another site's mail room, with a reason", tag: 'registration', params: z.object({ id }), body: passOnBody, response: mailSchema },
  retirement: { method: 'GET', path: '/administration/services/{code}/retirement', summary: 'What hangs on a service that is to be retired', tag: 'administration', params: service, response: retirementSchema },
  retireService: { method: 'POST', path: '/administration/services/{code}/retire', summary: 'Retire a service: it gets no more mail, and other trays take over what is open in its own', tag: 'administration', params: service, body: retireBody, response: z.object({ services: z.int(), rules: z.int() }).meta({ description: 'The versions that were published' }) },
} as const;
