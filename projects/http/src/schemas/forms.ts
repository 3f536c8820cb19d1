import { channels, mailKinds, mailStates } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { correspondentSchema } from './correspondent.js';
import { doorField } from './sites.js';

const named = z.object({ id: z.string().meta({ description: 'User name' }), name: z.string() });
export const kindSchema = z.enum(mailKinds).meta({ id: 'MailKind', description: '`signature`: somebody in the house is asked to sign; `call`: a phone call' });
export const fieldValueSchema = z
  .union([z.string().max(5000), z.number(), z.boolean(), z.array(z.string().max(60)).max(300), z.object({ id: id.optional(), name: z.string().min(1).max(200) })])
  .meta({ id: 'FieldValue', description: 'Of a custom field, by its type: words, a number, a day, yes or no, the code of a choice or several, a correspondent' });
export const fieldValuesSchema = z.record(z.string().max(40), fieldValueSchema).meta({ id: 'FieldValues', description: 'By key of the custom field' });
const callBack = z.object({ phone: z.string().trim().max(40).optional(), on: day.optional() });

/** What a form asked of a mail beside what every mail has. */
export const entryFactsSchema = z
  .object({
    author: named.optional().meta({ description: 'Who wrote it, or took the call' }),
    person: named.optional().meta({ description: 'For whom it is in its service' }),
    from: z.string().optional().meta({ description: 'Service that it comes from' }),
    calledAt: instant.optional(),
    minutes: z.int().optional(),
    phone: z.string().optional(),
    callBack: callBack.optional().meta({ description: 'The caller wants to be called back' }),
    signBy: day.optional(),
  })
  .meta({ id: 'EntryFacts' });

export const entryBody = z
  .object({
    key: id.meta({ description: 'Of your own making: a repeated request is answered with what the first one made' }),
    kind: kindSchema,
    type: z.string().optional(),
    subject: z.string().trim().min(1).max(500),
    parties: z.array(correspondentSchema).max(50).default([]).meta({ description: 'Who wrote, is written to, or called; the first is the mail’s correspondent' }),
    service: z.string().optional().meta({ description: 'That treats it; of a letter that leaves, whose it is. Of an incoming one, absent: the rules choose' }),
    person: z.string().max(200).optional().meta({ description: 'User name of whom it is for, in that service' }),
    from: z.string().optional().meta({ description: 'Service that it comes from, one of yours; it gets a copy' }),
    author: z.string().max(200).optional().meta({ description: 'User name; absent: you' }),
    channel: z.enum(channels).optional(),
    receivedAt: day.optional(),
    departureDate: day.optional(),
    documentDate: day.optional(),
    postmarkDate: day.optional(),
    signBy: day.optional(),
    calledAt: z.iso.datetime().optional(),
    minutes: z.int().min(0).max(1440).optional(),
    phone: z.string().trim().max(40).optional(),
    callBack: callBack.optional(),
    summary: z.string().trim().max(5000).optional(),
    copies: z.array(z.string()).max(200).default([]),
    confidentiality: z.int().min(0).max(4).optional(),
    deposit: id.optional().meta({ description: 'Its files: a deposit of yours that was made with `purpose=form`' }),
    site: doorField.optional(),
    fields: fieldValuesSchema.default({}),
    reserved: z
      .object({ reservation: id, number: z.int().min(1), on: day.optional().meta({ description: 'Day on which it was registered by hand, of a kind that asks no day of its own; absent: the day of the reservation' }) })
      .optional()
      .meta({ description: 'A number that was reserved, and that it was given by hand; for mail rooms' }),
  })
  .meta({ id: 'Entry' });
export const enteredSchema = z.object({ id, kind: kindSchema, chrono: z.string(), state: z.enum(mailStates) }).meta({ id: 'Entered' });
export const changeFieldsBody = z.object({ fields: z.record(z.string().max(40), fieldValueSchema.nullable()).meta({ description: 'Those that change; null empties one' }), revision: z.int().optional().meta({ description: 'The revision you saw; 409 `stale` when the mail has moved on' }) }).meta({ id: 'ChangeFields' });
export const fieldPropertySchema = z.object({ key: z.string(), property: z.string(), there: z.boolean() }).meta({ id: 'FieldProperty', description: 'Whether Alfresco has the property of a custom field; without it values stay in Bannette until it has' });
export type EntryBody = z.output<typeof entryBody>;
export type Entered = z.input<typeof enteredSchema>;
