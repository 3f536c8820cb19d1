import { z } from 'zod';
import { id } from '../schemas/common.js';
import { changeFieldsBody, enteredSchema, entryBody, fieldPropertySchema } from '../schemas/forms.js';
import { mailSchema } from '../schemas/mail.js';

/** Mails that are registered through the form of their kind, and custom fields. */
export const formOperations = {
  registerEntry: { method: 'POST', path: '/entries', summary: 'Register a mail of any kind through its form: numbered and distributed', tag: 'registration', body: entryBody, status: 201, response: enteredSchema },
  changeFields: { method: 'POST', path: '/mails/{id}/fields', summary: 'Change values of custom fields', tag: 'registration', params: z.object({ id }), body: changeFieldsBody, response: mailSchema },
  fieldProperties: { method: 'GET', path: '/administration/fields', summary: 'Custom fields and whether Alfresco has their properties, for administrators', tag: 'administration', response: z.object({ items: z.array(fieldPropertySchema) }) },
} as const;
