import { mailStates } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { doorField } from './sites.js';
import { correspondentSchema } from './correspondent.js';

const line = (length: number) => z.string().trim().min(1).max(length);
const key = z.uuid().meta({ description: 'Of this request: sent again, it makes nothing more' });

/** Base64 of a PNG; what it holds is looked at by its first bytes. */
const image = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: 'image' }).max(400_000);

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'timeOfDay' });

export const unsealedSchema = z.object({ at: instant, by: z.string(), witnesses: z.array(z.string()).readonly(), remark: z.string().optional() }).meta({ id: 'Unsealed' });
export const returnedSchema = z.object({ on: day, by: z.string(), how: z.enum(['post', 'hand']), reference: z.string().optional() }).meta({ id: 'Returned' });
export const handedOverSchema = z.object({ round: id, at: instant, by: z.string().optional(), to: z.string(), method: z.enum(['signature', 'login']), signature: z.string().optional().meta({ description: "Of the image, SHA-512" }) }).meta({ id: 'HandedOver' });
export const paperSchema = z
  .object({
    unscanned: z.object({ kind: z.string(), label: z.string(), opened: z.boolean(), commission: z.boolean(), toReturn: z.boolean() }).optional(),
    addressee: z.string().optional(),
    reference: z.string().optional(),
    amount: z.int().optional().meta({ description: 'In cents' }),
    time: timeOfDay.optional(),
    deadline: day.optional(),
    deadlineTime: timeOfDay.optional(),
    cameLate: z.boolean().optional().meta({ description: 'It arrived after the deadline' }),
    unsealed: unsealedSchema.optional(),
    returned: returnedSchema.optional(),
    handedOver: handedOverSchema.optional(),
    endorsement: z.string().optional().meta({ description: 'Number that the scanner printed or the label carries' }),
    endorsementLast: z.string().optional().meta({ description: 'Number of the last page, when its pages bear several' }),
    endorsedOn: day.optional(),
    scanner: z.string().optional(),
    box: z.object({ code: z.string(), location: z.string().optional(), closed: z.boolean() }).optional(),
  })
  .meta({ id: 'Paper', description: 'Where the paper is, and what was written down of its envelope' });

/** What the envelope itself tells who carries it, and no more where they may not read the mail. */
export const unscannedLineSchema = z
  .object({
    id,
    chrono: z.string(),
    state: z.enum(mailStates),
    kind: z.string(),
    kindLabel: z.string(),
    opened: z.boolean(),
    service: z.string().optional(),
    serviceLabel: z.string().optional(),
    site: z.string().optional(),
    addressee: z.string().optional(),
    reference: z.string().optional(),
    sender: z.string().optional().meta({ description: 'For its readers only' }),
    receivedAt: day,
    time: timeOfDay.optional(),
    cameLate: z.boolean(),
    unsealed: z.boolean(),
    toReturn: z.boolean().meta({ description: 'Its original goes back to the sender, and has not yet' }),
    returnedOn: day.optional(),
    handOverBy: day.meta({ description: 'Should be in the hands of its service by then' }),
    handOverAt: instant.meta({ description: 'The limit itself: the end of that day, a round, or some hours after it was registered' }),
    overdue: z.boolean(),
    handedOver: handedOverSchema.optional(),
    mayHandOver: z.boolean(),
    mayReceive: z.boolean(),
  })
  .meta({ id: 'UnscannedLine' });

export const registerUnscannedBody = z
  .object({
    key,
    kind: z.string(),
    receivedAt: day,
    service: z.string(),
    type: z.string().optional(),
    sender: correspondentSchema.optional(),
    addressee: line(200).optional(),
    reference: line(60).optional(),
    amount: z.int().min(0).max(99_999_999_999).optional().meta({ description: 'In cents' }),
    time: timeOfDay.optional().meta({ description: 'At which it arrived, on that day' }),
    deadline: day.optional(),
    deadlineTime: timeOfDay.optional(),
    remark: line(2000).optional(),
    site: doorField.optional(),
  })
  .meta({ id: 'RegisterUnscanned' });
export const unsealBody = z.object({ at: instant, witnesses: z.array(line(200)).min(2).max(20), remark: line(2000).optional() }).meta({ id: 'Unseal', description: 'A commission has opened it, before at least two people' });
export const returnBody = z.object({ on: day, how: z.enum(['post', 'hand']), reference: line(60).optional() }).meta({ id: 'ReturnOriginal' });
export const slipsBody = z.object({ mails: z.array(id).min(1).max(50) }).meta({ id: 'PrintSlips' });
export const handOverBody = z.object({ key, mails: z.array(id).min(1).max(200), to: line(200).meta({ description: 'Who received and signed' }), signature: image }).meta({ id: 'HandOver' });
export const receiveBody = z.object({ key, mails: z.array(id).min(1).max(200), from: line(200).optional().meta({ description: 'Who brought them' }) }).meta({ id: 'Receive' });
export const roundSchema = z
  .object({ id, at: instant, givenBy: z.string().optional(), receivedBy: z.string(), method: z.enum(['signature', 'login']), signature: z.string().optional(), mails: z.array(z.object({ id, chrono: z.string(), service: z.string().optional() })) })
  .meta({ id: 'Round', description: 'Mails handed over at once, against one signature' });
export const inHandSchema = z.object({ service: z.string(), label: z.string(), waiting: z.int(), overdue: z.int() }).meta({ id: 'InHand' });
export const monthSchema = z
  .object({
    month: z.string().regex(/^\d{4}-\d{2}$/, { error: 'month' }),
    total: z.int().meta({ description: 'All mail that came in' }),
    kinds: z.array(z.object({ kind: z.string(), label: z.string(), count: z.int(), share: z.number() })),
  })
  .meta({ id: 'UnscannedMonth' });

export const boxSchema = z
  .object({ code: z.string(), service: z.string().optional(), site: z.string().optional().meta({ description: 'Site whose mail room keeps it; none: the central one' }), label: z.string().optional(), location: z.string().optional(), openedAt: instant, closedAt: instant.optional(), mails: z.int(), destroyed: z.object({ on: day, campaign: z.string() }).optional().meta({ description: 'Day on which it was destroyed as a whole, in a campaign of elimination' }) })
  .meta({ id: 'Box' });
export const boxedSchema = z
  .object({ id, chrono: z.string().optional(), endorsement: z.string().optional(), receivedAt: day.optional(), subject: z.string().optional().meta({ description: 'For its readers only' }) })
  .meta({ id: 'Boxed' });
export const openBoxBody = z.object({ key, service: z.string().optional(), label: line(200).optional(), location: line(200).optional(), site: doorField.optional() }).meta({ id: 'OpenBox' });
export const changeBoxBody = z.object({ location: line(200).optional() }).meta({ id: 'MoveBox' });
export const numberBody = z.object({ number: line(100).meta({ description: 'A chrono or an endorsement, typed or scanned' }) }).meta({ id: 'NumberOnPaper' });
export const endorseBody = z.object({ number: line(60), last: line(60).optional().meta({ description: 'Number of the last page, when it is another' }), scanner: line(60).optional() }).meta({ id: 'Endorse' });

export type UnscannedLine = z.input<typeof unscannedLineSchema>;
export type Paper = z.input<typeof paperSchema>;
export type BoxView = z.input<typeof boxSchema>;
export type Boxed = z.input<typeof boxedSchema>;
export type Round = z.input<typeof roundSchema>;
export type UnscannedMonth = z.input<typeof monthSchema>;
