import { channels, correspondentKinds, lackable, postalAddress } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { correspondentSchema } from './correspondent.js';

export const correspondentFoundSchema = correspondentSchema.extend({ id }).meta({ id: 'CorrespondentFound' });
const named = z.object({ id, name: z.string() });
const address = postalAddress.meta({ id: 'PostalAddress', description: 'Besides name and town at most four lines of 38 characters (NF Z10-011)' });
const shared = {
  kind: z.enum(correspondentKinds),
  name: z.string().trim().min(1).max(200).meta({ description: 'Of a person the family name' }),
  givenName: z.string().trim().min(1).max(100).optional(),
  siret: z.string().trim().optional(),
  addresses: z.array(address).max(10).default([]).meta({ description: 'The first is the one that is written to' }),
  emails: z.array(z.email()).max(20).default([]),
  phones: z.array(z.string().trim().min(4).max(30)).max(20).default([]),
  preferredChannel: z.enum(channels).optional(),
  emailConsent: z.object({ on: day, how: z.string().trim().min(1).max(200) }).optional().meta({ description: 'Agreed to be written to by e-mail: since when, and how that is known' }),
  consents: z
    .array(z.object({ channel: z.enum(channels), on: day, how: z.string().trim().min(1).max(200) }))
    .max(10)
    .default([])
    .refine((all) => new Set(all.map(({ channel }) => channel)).size === all.length, { error: 'twiceTheSame' })
    .meta({ description: 'Channels by which it agreed to be reached: since when, and how that is known; the one for e-mail stands in `emailConsent` too' }),
  note: z.string().trim().max(2000).optional(),
};
const reference = z.object({ system: z.string().trim().min(1).max(60), value: z.string().trim().min(1).max(120), guard: z.string().max(120).optional().meta({ description: 'Group that alone sees it; one of your own' }) });
export const correspondentBody = z.object({ ...shared, references: z.array(reference).max(20).default([]) }).meta({ id: 'CorrespondentBody' });
export const changeCorrespondentBody = correspondentBody.extend({ revision: z.int().min(1) }).meta({ id: 'ChangeCorrespondent' });

export const splitCorrespondentBody = z
  .object({
    mails: z.array(id).max(500).default([]),
    positions: z.array(id).max(100).default([]),
    take: z
      .object({ revision: z.int().min(1), addresses: z.array(z.int().min(0)).max(10).default([]).meta({ description: 'Their places on the card, from 0' }), emails: z.array(z.string()).max(20).default([]), phones: z.array(z.string()).max(20).default([]) })
      .optional()
      .meta({ description: 'What of the card goes to the new one, as the card of this revision has it' }),
    correspondent: correspondentBody.omit({ references: true }),
  })
  .meta({ id: 'SplitCorrespondent' });

export const correspondentCardSchema = z
  .object({
    id,
    revision: z.int(),
    ...shared,
    positions: z.array(z.object({ id, title: z.string(), department: z.string().optional(), from: day.optional(), until: day.optional(), person: named, organisation: named })).meta({ description: 'Positions held, or held there' }),
    references: z.array(reference).meta({ description: 'How other systems call it, those that you may see' }),
    merges: z.array(z.object({ id, name: z.string(), by: z.string(), at: instant })).meta({ description: 'Who was joined with it, the last first' }),
    splits: z.array(z.object({ id, other: named, by: z.string(), at: instant })).meta({ description: 'What was parted from it, the last first' }),
    lacking: z.array(z.enum(lackable)).readonly().meta({ description: 'What should be known and is not' }),
    completeness: z.int().meta({ description: 'Percent of what should be known' }),
    doubles: z.int().meta({ description: 'Others that may be the same' }),
    actions: z.array(z.enum(['change', 'merge'])),
  })
  .meta({ id: 'CorrespondentCard' });
export const pairSchema = z
  .object({ one: correspondentFoundSchema, other: correspondentFoundSchema, because: z.array(z.enum(['siret', 'email', 'phone', 'sameName', 'wordsInOtherOrder', 'soundsAlike', 'sameAddress'])), score: z.number() })
  .meta({ id: 'CorrespondentPair', description: 'Two that may be the same, and why' });
export const incompleteSchema = correspondentFoundSchema.extend({ lacking: z.array(z.enum(lackable)).readonly(), completeness: z.int(), mails: z.int().meta({ description: 'Recent ones that you may open' }) }).meta({ id: 'IncompleteCorrespondent' });
export const importOutcomeSchema = z
  .object({ added: z.int(), known: z.int(), refused: z.int(), dryRun: z.boolean(), lines: z.array(z.object({ line: z.int(), name: z.string().optional(), outcome: z.enum(['added', 'known', 'refused']), flaw: z.string().optional(), like: named.optional() })) })
  .meta({ id: 'CorrespondentImport' });

export type CorrespondentFound = z.input<typeof correspondentFoundSchema>;
export type CorrespondentBody = z.output<typeof correspondentBody>;
export type CorrespondentCardView = z.output<typeof correspondentCardSchema>;
