import { z } from 'zod';
import { isChronoPattern } from '../chrono/chrono.js';

const pattern = z.string().refine(isChronoPattern, { error: 'chronoPattern' });

/** The public body that the installation serves. */
export const authoritySetting = z.object({
  name: z.string().min(1),
  address: z.array(z.string()),
  timeZone: z.string().min(1),
  registers: z.object({ incoming: pattern, outgoing: pattern }),
  /** Where the data protection officer is written to. */
  dpoEmail: z.email().optional(),
  /** Days during which a closed mail can be reopened. */
  reopenDays: z.int().min(0),
  /** Days before an elimination falls due when service heads and the DPO are told. */
  noticeDays: z.int().min(1),
  /** Seconds during which an action can be undone. */
  undoSeconds: z.int().min(0).max(120),
});
export type AuthoritySetting = z.infer<typeof authoritySetting>;
