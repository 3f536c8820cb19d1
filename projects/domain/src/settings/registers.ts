import * as z from 'zod';
import { chronoFlaw } from '../registers/pattern.js';

/** What is numbered, each kind in a register. */
export const registerKinds = ['incoming', 'outgoing', 'note', 'signature', 'call'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** Names of counters that are no register's. */
const taken = ['import', 'box', 'affair'];

/** A register of numbers: chronological, without holes. */
export const registerSetting = z
  .object({
    code: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, { error: 'registerCode' }).refine((code) => !taken.includes(code), { error: 'registerCode' }),
    label: z.string().min(1).max(100),
    /** See `formatChrono`. */
    pattern: z.string().min(1).max(60),
    /** What it numbers. */
    kinds: z.array(z.enum(registerKinds)).min(1),
    /** Each service has numbers of its own; what has no service yet takes them from the common register of its kind. */
    perService: z.boolean().default(false),
    /** Numbers begin anew each year, of the authority's time zone. */
    yearly: z.boolean().default(true),
    /** The first number, where numbers begin. */
    start: z.int().min(1).max(999_999_999).default(1),
  })
  .superRefine((register, context) => {
    const flaw = chronoFlaw(register.pattern, register);
    if (flaw) context.addIssue({ code: 'custom', path: ['pattern'], message: flaw });
  });
export type RegisterSetting = z.infer<typeof registerSetting>;
