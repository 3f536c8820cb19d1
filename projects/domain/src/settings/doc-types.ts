import * as z from 'zod';
import { priorities } from '../mail/vocabulary.js';
import { code } from './services.js';

export const delaySetting = z.object({ amount: z.int().min(0).max(365), unit: z.enum(['days', 'workingDays', 'months']) });
export type Delay = z.infer<typeof delaySetting>;

/** A type of mail: how it is recognised, by when it is answered, who may read it, how long it is kept. */
export const docTypeSetting = z.object({
  code,
  label: z.string().min(1),
  delay: delaySetting,
  /** Shorter ones for what is urgent; a priority that has none has the type's. */
  priorityDelays: z.partialRecord(z.enum(priorities), delaySetting).optional(),
  /** Clocks of the law that run for it, beside its own delay. */
  clocks: z.array(code).max(12).optional(),
  confidentiality: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  compartment: code.optional(),
  /** Row of the retention schedule. */
  scheduleRow: z.string().min(1),
  /** Words or phrases that speak for this type, with their weight. Accents and case do not count. */
  keywords: z.array(z.object({ text: z.string().min(2), weight: z.number().positive() })),
  /** Lets a letter through without an operator from this confidence on (0–1); one in `sampleEvery` is still checked. */
  letThrough: z.object({ confidence: z.number().min(0.5).max(1), sampleEvery: z.int().min(2) }).optional(),
});
export type DocTypeSetting = z.infer<typeof docTypeSetting>;
