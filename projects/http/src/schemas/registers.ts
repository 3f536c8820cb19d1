import { channels, registerKinds } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { correspondentSchema } from './correspondent.js';
import { fieldValuesSchema } from './forms.js';
import { doorField } from './sites.js';

const line = (length: number) => z.string().trim().min(1).max(length);
const key = z.uuid().meta({ description: 'Of this request: sent again, it makes nothing more' });
const hash = z.string().meta({ description: 'SHA-256, hexadecimal' });

export const registerCodeSchema = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, { error: 'registerCode' });

/** A counter: of a register, a service where each has its own, and a year. */
export const counterSchema = z
  .object({
    register: z.string().meta({ description: "The register's code, with the service where each has its own" }),
    code: z.string(),
    label: z.string(),
    service: z.string().optional(),
    year: z.int().meta({ description: '0 where numbers run on over the years' }),
    last: z.int().meta({ description: 'Last number that was given; 0: none' }),
    next: z.string().meta({ description: 'How the next number is written' }),
    kinds: z.array(z.enum(registerKinds)).readonly(),
    perService: z.boolean(),
    open: z.int().meta({ description: 'Reserved numbers that wait to be entered or voided' }),
  })
  .meta({ id: 'Counter' });

export const dayRegisterSchema = z
  .object({
    day,
    position: z.int().meta({ description: 'Place in the chain, from 1' }),
    lines: z.int(),
    hash,
    previous: hash,
    closedAt: instant,
    seal: z.string().optional().meta({ description: 'Whose certificate it is signed with; absent: it is not signed' }),
    restricted: z.boolean().meta({ description: 'Its current use is over: the archives alone read it' }),
    eliminated: z.object({ visa: z.string(), at: instant }).optional().meta({ description: 'Its files were destroyed under this visa; its place in the chain stays' }),
  })
  .meta({ id: 'DayRegister' });

export const registerMarks = ['given', 'voided', 'reserved', 'reservedVoided', 'replayed', 'restored', 'missing'] as const;

export const registerLineSchema = z
  .object({
    register: z.string(),
    label: z.string(),
    chrono: z.string(),
    mark: z.enum(registerMarks),
    later: z.boolean().meta({ description: 'Happened to a number that the register of an earlier day holds' }),
    mailId: id.optional(),
    kind: z.enum(registerKinds).optional(),
    givenAt: instant.optional(),
    reservedAt: instant.optional(),
    at: instant.optional().meta({ description: 'When it was voided, or entered' }),
    on: day.optional().meta({ description: 'Day of arrival or of departure' }),
    correspondent: z.string().optional(),
    subject: z.string().optional(),
    masked: z.boolean(),
    service: z.string().optional(),
    reason: z.string().optional(),
    digests: z.array(z.string()).readonly().meta({ description: 'SHA-512 of its documents as they came in' }),
  })
  .meta({ id: 'RegisterLine' });

export const gapKinds = ['missing', 'voided', 'reservedVoided', 'reserved', 'outOfOrder'] as const;
export const registerGapSchema = z
  .object({
    kind: z.enum(gapKinds),
    register: z.string(),
    label: z.string(),
    year: z.int(),
    first: z.int(),
    last: z.int(),
    chrono: z.string(),
    at: instant.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Gap', description: 'What is not as a row of numbers given one after another' });

export const reservationSchema = z
  .object({
    id,
    code: z.string(),
    label: z.string(),
    register: z.string(),
    service: z.string().optional().meta({ description: 'Whose numbers they are, where services count by themselves' }),
    kinds: z.array(z.enum(registerKinds)).readonly().meta({ description: 'What its numbers may be given to' }),
    firstChrono: z.string(),
    lastChrono: z.string(),
    count: z.int(),
    open: z.int(),
    used: z.int(),
    voided: z.int(),
    reason: z.string(),
    reservedAt: instant,
    reservedBy: z.string(),
  })
  .meta({ id: 'Reservation' });

export const reservedNumberSchema = z
  .object({ number: z.int(), chrono: z.string(), state: z.enum(['open', 'used', 'voided']), mailId: id.optional(), subject: z.string().optional(), reason: z.string().optional(), settledAt: instant.optional() })
  .meta({ id: 'ReservedNumber' });

export const reserveBody = z.object({ key, code: registerCodeSchema, service: z.string().max(40).optional(), count: z.int().min(1).max(500), reason: line(300) }).meta({ id: 'Reserve' });

export const replayBody = z
  .object({
    key,
    receivedAt: day,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'timeOfDay' }).optional().meta({ description: 'At which it arrived, on that day' }),
    channel: z.enum(channels),
    sender: correspondentSchema,
    subject: line(500),
    type: z.string(),
    service: z.string().optional().meta({ description: 'Treating service; absent: the rules choose' }),
    site: doorField.optional(),
    mail: id.optional().meta({ description: 'A mail that waits to be qualified and is this one: its scan' }),
    documentDate: day.optional(),
    postmarkDate: day.optional(),
    summary: z.string().max(2000).optional(),
    confidentiality: z.int().min(0).max(4).optional(),
    fields: fieldValuesSchema.optional().meta({ description: 'Values of custom fields' }),
  })
  .meta({ id: 'Replay' });

export const voidNumbersBody = z.object({ numbers: z.array(z.int().min(1)).min(1).max(500), reason: line(500) }).meta({ id: 'VoidNumbers' });

export type CounterView = z.infer<typeof counterSchema>;
export type DayRegisterView = z.infer<typeof dayRegisterSchema>;
export type RegisterLine = z.infer<typeof registerLineSchema>;
export type RegisterGap = z.infer<typeof registerGapSchema>;
export type ReservationView = z.infer<typeof reservationSchema>;
export type ReservedNumberView = z.infer<typeof reservedNumberSchema>;
