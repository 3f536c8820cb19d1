import { z } from 'zod';
import { code } from './services.js';

const postcode = z.string().regex(/^\d{5}$/, { error: 'postcode' });

/** A rule of distribution: all conditions that are given must hold; within one, any value will do. */
export const ruleSetting = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, { error: 'ruleId' }),
  label: z.string().min(1),
  enabled: z.boolean().default(true),
  when: z.object({
    types: z.array(code).optional(),
    keywords: z.array(z.string().min(2)).optional(),
    /** What came in at one of these. */
    sites: z.array(code).optional(),
    postcodes: z.array(z.object({ from: postcode, to: postcode })).optional(),
  }),
  tray: z.string().min(1),
});
export type RuleSetting = z.infer<typeof ruleSetting>;
