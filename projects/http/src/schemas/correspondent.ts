import { correspondentKinds } from '@bannette/domain';
import { z } from 'zod';
import { id } from './common.js';

export const correspondentSchema = z
  .object({ id: id.optional(), kind: z.enum(correspondentKinds), name: z.string().min(1).max(200), address: z.string().max(500).optional(), postcode: z.string().regex(/^[\dA-Za-z][\dA-Za-z -]{1,10}$/, { error: 'postcode' }).optional(), city: z.string().max(100).optional(), country: z.string().trim().max(38).optional().meta({ description: 'Absent: that of the authority' }), email: z.email().optional() })
  .meta({ id: 'Correspondent', description: 'As it was on the day of the mail: a frozen snapshot on the mail' });
