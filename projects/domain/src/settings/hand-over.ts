import * as z from 'zod';

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'timeOfDay' });

/** A term for carrying paper to its service: days run from the day of arrival; hours and rounds from the registration, on days worked. */
export const handOverTerm = z.object({ amount: z.int().min(0).max(365), unit: z.enum(['hours', 'rounds', 'days', 'workingDays', 'months']) });
export type HandOverTerm = z.infer<typeof handOverTerm>;

/** When the mail room goes round, and when the head of a service is told of what was not handed over. */
export const handOverSetting = z.object({
  /** Times of day, `HH:MM`. */
  rounds: z.array(timeOfDay).max(12).default([]),
  /** From the limit on. */
  escalateAfter: handOverTerm.default({ amount: 1, unit: 'workingDays' }),
});
