import { z } from 'zod';

/** The central mail room among sites' codes, which are capitals. */
export const centralDoor = 'central';

/** Where something came in, as one says it who works at several places. */
export const doorField = z.string().max(40).meta({ description: "Site where it came in, one of your own (`doors` of /me); `central`: the central mail room; absent: yours" });
export const doorSchema = z.object({ site: z.string().optional().meta({ description: 'None: the central mail room' }), label: z.string().optional() }).meta({ id: 'Door' });

export const passOnBody = z
  .object({
    site: z.string().min(1).max(40).meta({ description: 'Site whose mail room takes it; `central`: the central one' }),
    reason: z.string().trim().min(1).max(500),
    revision: z.int().optional(),
  })
  .meta({ id: 'PassOn' });
