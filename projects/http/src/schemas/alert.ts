import { z } from 'zod';
import { id, instant } from './common.js';
import { mailLineSchema } from './mail.js';

const person = z.object({ id: z.string(), displayName: z.string() });

export const alertSchema = z
  .object({
    id,
    kind: z.string().meta({ description: 'Worded under SIGNAL.<kind>' }),
    state: z.enum(['open', 'seen', 'settled']),
    mail: mailLineSchema,
    document: z.string().optional().meta({ description: 'Name of the document, if it is about one' }),
    author: person.optional().meta({ description: 'Who did it, where Alfresco tells' }),
    data: z.record(z.string(), z.unknown()),
    times: z.number().int().meta({ description: 'How often it was noticed' }),
    raisedAt: instant,
    lastAt: instant,
    seen: z.object({ by: person, at: instant }).optional(),
    settled: z.object({ by: person, at: instant, reason: z.string().optional().meta({ description: 'Absent for who may not open the mail; `restored`, `movedBack` when it was put right in Alfresco' }) }).optional(),
  })
  .meta({ id: 'Alert' });
