import * as z from 'zod';
import { delaySetting } from './doc-types.js';
import { handOverTerm } from './hand-over.js';
import { code } from './services.js';

/** What the mail room writes down of an envelope, beside its day, its service and its sender. */
export const envelopeFields = ['addressee', 'reference', 'amount', 'time', 'deadline'] as const;
export type EnvelopeField = (typeof envelopeFields)[number];

/** A kind of mail that is not scanned: registered from its envelope, and carried to its service against a signature. */
export const unscannedSetting = z.object({
  code,
  label: z.string().min(1),
  /** Whether the mail room opens it all the same; the others reach their service sealed. */
  opened: z.boolean().default(false),
  /** Who may read it, from the day it is registered; a type that is told with it can only raise this. */
  confidentiality: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  /** By when it is answered, unless a deadline is told, or a type with a delay of its own. */
  delay: delaySetting,
  /** By when it should be in the hands of its service. */
  handOver: handOverTerm,
  asks: z.array(z.enum(envelopeFields)).default([]),
  /** Service that it usually goes to: offered, never imposed. */
  service: code.optional(),
  /** Whether a slip goes with it. */
  slip: z.boolean().default(true),
  /** Opened by a commission only, after its deadline. */
  commission: z.boolean().default(false),
  /** The original goes back to its sender. */
  toReturn: z.boolean().default(false),
  /** Row of the retention schedule, unless its type has one. */
  scheduleRow: z.string().min(1).optional(),
});
export type UnscannedSetting = z.infer<typeof unscannedSetting>;
