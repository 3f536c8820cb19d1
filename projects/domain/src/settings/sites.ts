import * as z from 'zod';
import { code } from './services.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' });

/** Opening hours of one weekday, in the authority's time zone; a day closed over noon has two. */
export const openingHours = z
  .object({
    /** From 1, Monday, to 7, Sunday. */
    day: z.int().min(1).max(7),
    opens: time,
    closes: time,
  })
  .refine(({ opens, closes }) => opens < closes, { error: 'hours', path: ['closes'] });
export type OpeningHours = z.infer<typeof openingHours>;

/** A place where services are and mail comes in: the head office, a delegation. */
export const siteSetting = z.object({
  code,
  label: z.string().min(1).max(200),
  address: z.array(z.string().max(200)).max(8).default([]),
  phone: z.string().max(40).optional(),
  hours: z.array(openingHours).max(28).default([]),
  /** Whether it scans into its own trays; otherwise the central mail room handles what comes in there. */
  mailRoom: z.boolean().default(false),
  /** Whether the central mail room, too, handles what its own mail room takes in. */
  centralReads: z.boolean().default(false),
});
export type SiteSetting = z.infer<typeof siteSetting>;
