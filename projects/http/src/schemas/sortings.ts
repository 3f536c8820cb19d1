import { retentionTriggers, sortingActions, sortingCauses, sortingDecisions, sortingStates, type SortingRule } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { paperDigest, signaturesSchema, upload } from './visa.js';

const person = z.object({ id: z.string(), displayName: z.string() });
const words = (most: number) => z.string().trim().min(1).max(most);
const code = z.string().min(1).max(60);
const of = z.array(words(80)).min(1).max(50);
const every = z.int().min(2).max(1000);
const decision = z.enum(sortingDecisions);
const year = z.int().min(1000).max(9999);

/** A rule that gives the same mails to whoever applies it again. */
export const sortingRuleSchema: z.ZodType<SortingRule> = z
  .discriminatedUnion('by', [
    z.object({ by: z.literal('rank'), every, first: z.int().min(1).max(1000) }),
    z.object({ by: z.literal('years'), every, first: year }),
    z.object({ by: z.literal('types'), of }),
    z.object({ by: z.literal('services'), of }),
    z.object({ by: z.literal('words'), of }),
    z.object({ by: z.literal('letters'), of: z.array(z.string().regex(/^\p{L}{1,3}$/u, { error: 'letter' })).min(1).max(26) }),
    z.object({ by: z.literal('hand') }),
  ])
  .meta({ id: 'SortingRule', description: 'How what is kept is found; an affair is kept whole as soon as one of its mails is' });

const scope = { row: code, fromYear: year.optional(), toYear: year.optional(), services: z.array(code).max(200).default([]), rule: sortingRuleSchema };
export const previewSortingBody = z.object(scope).meta({ id: 'PreviewSorting' });
export const addSortingBody = z.object({ ...scope, title: words(200), criterion: words(1000).meta({ description: 'The criterion in words, and why' }) }).meta({ id: 'AddSorting' });
export const changeSortingBody = addSortingBody.extend({ revision: z.int() }).meta({ id: 'ChangeSorting' });
export const decideSortingBody = z.object({ decisions: z.array(z.object({ unit: id, decision: decision.nullable().meta({ description: 'null: as it was proposed, or as the rule has it' }), reason: z.string().trim().max(1000).optional() })).min(1).max(500) }).meta({ id: 'DecideSorting' });
export const proposeSortingBody = z.object({ revision: z.int(), archivists: z.array(z.string().min(1).max(100)).min(1).max(20) }).meta({ id: 'ProposeSorting' });
export const agreeSortingBody = z.object({ revision: z.int(), name: words(200), on: day, reference: words(200), listSha512: z.string().regex(/^[0-9a-f]{128}$/, { error: 'sha512' }).meta({ description: 'Digest of the list as it was shown, with its decisions' }) }).meta({ id: 'AgreeSorting' });
export const paperAgreementBody = z
  .object({ revision: z.int(), name: words(200), on: day, reference: words(200), digest: paperDigest, struck: z.array(z.object({ rank: z.int().min(1), reason: words(1000) })).max(2000).meta({ description: 'Units that were decided otherwise on the paper, by their rank' }), file: upload.meta({ description: 'The bordereau as it came back: a PDF, scanned or signed' }) })
  .meta({ id: 'PaperAgreement' });
export const sortingReasonBody = z.object({ revision: z.int(), reason: words(1000) }).meta({ id: 'SortingReason' });

const amount = z.object({ units: z.int(), mails: z.int(), documents: z.int(), bytes: z.int() }).meta({ id: 'SortingAmount' });
const leftOut = z.array(z.object({ cause: z.enum(sortingCauses), mails: z.int() })).meta({ description: 'Mails of the row and the years that can’t be sorted now' });
const years = z.array(z.object({ year: z.int(), kept: z.int(), notKept: z.int() })).meta({ description: 'Mails by the year in which their period began' });
const row = z.object({ code: z.string(), label: z.string(), years: z.int(), trigger: z.enum(retentionTriggers), source: z.string(), agreed: z.object({ by: z.string(), on: z.string(), reference: z.string() }).optional() });

const itemFields = {
  unit: id,
  affair: z.boolean().meta({ description: 'It follows an affair, which is sorted whole' }),
  rank: z.int(),
  chrono: z.string().optional(),
  type: z.string().optional().meta({ description: 'Its kind, in words' }),
  service: z.string().optional().meta({ description: 'In words' }),
  year: z.int(),
  picked: decision.meta({ description: 'By the rule' }),
};
export const sortingPreviewSchema = z
  .object({ kept: amount, notKept: amount, years, leftOut, held: z.int().meta({ description: 'Mails under a hold: they are sorted, and stay where they are until it ends' }), sample: z.array(z.object(itemFields)).meta({ description: 'The first that are kept, and the first that are not' }) })
  .meta({ id: 'SortingPreview' });

export const sortingBoundsSchema = z
  .object({
    today: day,
    rows: z.array(z.object({ code: z.string(), label: z.string(), years: z.int(), due: z.int().meta({ description: 'Mails whose period is over' }), firstYear: z.int().optional(), lastYear: z.int().optional(), letters: z.boolean().meta({ description: 'Letters of names may be asked for: its data are not special' }) })),
    services: z.array(z.object({ code: z.string(), label: z.string() })),
    types: z.array(z.object({ code: z.string(), label: z.string() })),
  })
  .meta({ id: 'SortingBounds' });

export const sortingLineSchema = z
  .object({ id, chrono: z.string(), title: z.string(), state: z.enum(sortingStates), row: z.object({ code: z.string(), label: z.string() }), mails: z.int(), kept: z.int().meta({ description: 'As things stand' }), bytes: z.int(), createdBy: person, createdAt: instant, proposedAt: instant.optional(), agreedOn: day.optional(), reference: z.string().optional(), yours: z.boolean().meta({ description: 'It waits for you' }) })
  .meta({ id: 'SortingLine' });

export const sortingSchema = sortingLineSchema
  .extend({
    revision: z.int(),
    authority: z.string(),
    rowInFull: row,
    fromYear: z.int().optional(),
    toYear: z.int().optional(),
    services: z.array(z.string()),
    rule: sortingRuleSchema,
    criterion: z.string(),
    amounts: z.object({ kept: amount, notKept: amount }),
    years,
    leftOut,
    held: z.int(),
    changed: z.int().meta({ description: 'Units that are decided otherwise than the rule has them' }),
    listSha512: z.string().meta({ description: 'Digest of the list with its decisions as they stand' }),
    proposedSha512: z.string().optional(),
    archivists: z.array(person),
    agreement: z.object({ how: z.enum(['online', 'paper']), recordedBy: z.string().optional(), file: z.string().optional().meta({ description: 'Name of its file, of one on paper' }), signatures: signaturesSchema }).optional(),
    steps: z.array(z.object({ step: z.enum(['created', 'proposed', 'givenBack', 'agreed', 'finished', 'cancelled']), by: z.string().optional(), at: instant.optional(), because: z.string().optional() })),
    carried: z.object({ done: z.int(), failed: z.int(), total: z.int() }).optional().meta({ description: 'How many records are where they belong by now' }),
    actions: z.array(z.enum([...sortingActions, 'openItem'])).meta({ description: 'What you may do now' }),
  })
  .meta({ id: 'Sorting' });

export const sortingItemSchema = z
  .object({
    ...itemFields,
    position: z.int(),
    mailId: id.optional().meta({ description: 'For who may open the mail itself' }),
    due: day,
    documents: z.int(),
    bytes: z.int(),
    held: z.boolean(),
    proposed: decision,
    proposedBecause: z.string().optional(),
    noted: decision.optional().meta({ description: 'By the archivist, until they agree' }),
    notedBecause: z.string().optional(),
    decision: decision.meta({ description: 'As it stands' }),
    because: z.string().optional(),
    carriedAt: instant.optional(),
    failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).optional(),
    files: z.array(z.object({ node: z.string(), name: z.string() })).meta({ description: 'What may be opened now' }),
  })
  .meta({ id: 'SortingItem' });

export type SortingView = z.infer<typeof sortingSchema>;
export type SortingLineView = z.infer<typeof sortingLineSchema>;
export type SortingItemView = z.infer<typeof sortingItemSchema>;
export type SortingPreviewView = z.infer<typeof sortingPreviewSchema>;
export type SortingScope = z.infer<typeof previewSortingBody>;
