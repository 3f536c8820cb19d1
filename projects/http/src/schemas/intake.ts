import { staysBecause } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { reasonBody } from './bodies.js';

/** How long the bytes of a scanned or discarded file stay. */
export const keepingSchema = z
  .object({
    since: instant.optional().meta({ description: 'Since when nothing of it waits: its days are counted from then' }),
    leavesOn: day.optional().meta({ description: 'First day on which its bytes may go; they go in the night' }),
    stays: z.enum(staysBecause).optional().meta({ description: 'Why it stays whatever its days; worded under LEAVING.STAYS.<code>' }),
    held: z.object({ by: z.string(), at: instant, because: z.string() }).optional(),
    leftAt: instant.optional().meta({ description: 'When its bytes were gone; digests and the map of its pages stay' }),
  })
  .meta({ id: 'Keeping' });
export const leavingLineSchema = z
  .object({
    id,
    depositId: id,
    kind: z.enum(['batch', 'discarded']),
    name: z.string(),
    size: z.int(),
    sha512: z.string(),
    pages: z.int().optional(),
    receivedAt: instant,
    keeping: keepingSchema,
    mayRelease: z.boolean().meta({ description: 'It is held, and I may let it go: I hold it, or I am an administrator' }),
  })
  .meta({ id: 'LeavingLine' });
export const leavingCountsSchema = z.object({ soon: z.int(), later: z.int(), held: z.int(), staying: z.int(), left: z.int() }).meta({ id: 'LeavingCounts' });

const ids = z.array(id).min(1).max(200);
export const severalBody = z.object({ ids }).meta({ id: 'SeveralFiles' });
export const discardSeveralBody = reasonBody.extend({ ids }).meta({ id: 'DiscardSeveral' });
export const eachSchema = z
  .object({ items: z.array(z.object({ id, done: z.boolean(), code: z.string().optional().meta({ description: 'Of the problem, when it was not done' }) })) })
  .meta({ id: 'EachOutcome' });
export const reasonCountsSchema = z.object({ items: z.array(z.object({ reason: z.string(), count: z.int() })) }).meta({ id: 'ReasonCounts' });

export type Keeping = z.input<typeof keepingSchema>;
export type LeavingLine = z.input<typeof leavingLineSchema>;
export type EachOutcome = z.input<typeof eachSchema>;
