import { z } from 'zod';
import { instant } from './common.js';

export const sealSchema = z
  .object({
    number: z.number().int(),
    first: z.number().int().meta({ description: 'First entry of the journal that it is of' }),
    last: z.number().int(),
    sealedAt: instant,
    merkleRoot: z.string().meta({ description: 'Hexadecimal, SHA-256 (RFC 6962)' }),
    timestampedAt: instant.optional().meta({ description: 'What the authority says (RFC 3161)' }),
    authority: z.string().optional(),
    refusal: z.string().optional().meta({ description: 'Why the last try to get a timestamp failed' }),
    exported: z.boolean().meta({ description: 'Whether its file lies in the folder of seals' }),
  })
  .meta({ id: 'JournalSeal' });
export type JournalSeal = z.infer<typeof sealSchema>;

export const sealFindingSchema = z
  .object({
    number: z.number().int(),
    problem: z.enum(['unreadable', 'order', 'missing', 'truncated', 'changed', 'timestamp', 'removed', 'replaced']),
    first: z.number().int().optional(),
    last: z.number().int().optional(),
    detail: z.string().optional(),
  })
  .meta({ id: 'SealFinding' });

export const proofSchema = z
  .object({
    entries: z.number().int().meta({ description: 'Entries of the journal' }),
    unsealed: z.number().int().meta({ description: 'Entries after the last seal' }),
    timestamps: z.boolean().meta({ description: 'Whether an authority is configured that gives timestamps' }),
    withoutTimestamp: z.number().int().meta({ description: 'Seals that wait for theirs' }),
    lastVerification: z.object({ at: instant, intact: z.boolean(), anchored: z.boolean() }).optional(),
  })
  .meta({ id: 'Proof' });
