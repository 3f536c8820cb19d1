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

/** What hangs on a service that is to be retired. */
export const retirementSchema = z
  .object({
    parts: z.array(z.string()).meta({ description: 'Services that are part of it, and have to go elsewhere first' }),
    trays: z.array(z.object({ id: z.string(), label: z.string(), open: z.int(), compartments: z.array(z.string()).meta({ description: 'Of what is open there' }), rules: z.array(z.string()).meta({ description: 'Rules that lead there' }) })),
  })
  .meta({ id: 'Retirement' });
export const retireBody = z
  .object({
    trays: z.record(z.string().max(60), z.string().max(60)).meta({ description: 'Which tray takes over each of its own' }),
    comment: z.string().trim().min(1).max(500),
    basedOn: z.object({ services: z.int(), rules: z.int() }),
  })
  .meta({ id: 'RetireService' });
export type Retirement = z.input<typeof retirementSchema>;
