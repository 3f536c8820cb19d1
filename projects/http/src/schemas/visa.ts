import { campaignStates, itemStates, visaWords } from '@bannette/domain';
import { z } from 'zod';
import { campaignFileSchema, eliminationLineSchema } from './campaigns.js';
import { day, id, instant } from './common.js';

const words = (most: number) => z.string().trim().min(1).max(most);
export const paperDigest = z.string().trim().min(16).max(200).meta({ description: 'SHA-512 of the manifest that was decided upon; its first 16 characters suffice' });
export const upload = z.object({ name: words(200), content: z.base64().min(8) });

/** What the electronic signatures of a file that came from outside are worth; none of a scan. */
export const signaturesSchema = z.array(z.object({ valid: z.boolean(), problem: z.string().optional(), coversAll: z.boolean(), subject: z.string(), fingerprint: z.string(), timestamped: z.boolean() }));

export const visaLineSchema = z
  .object({ id, chrono: z.string(), title: z.string(), state: z.enum(campaignStates), submittedAt: instant, items: z.int(), documents: z.int(), bytes: z.int(), lines: z.int(), decided: z.int().meta({ description: 'Lines that have a decision, given or noted' }), visaOn: day.optional(), reference: z.string().optional() })
  .meta({ id: 'VisaLine' });

const noted = z.object({ visa: z.enum(visaWords), reason: z.string().optional() });
export const visaSchema = visaLineSchema
  .extend({
    revision: z.int(),
    producer: z.string().meta({ description: 'The authority' }),
    manifestSha512: z.string(),
    bordereau: z.array(eliminationLineSchema.extend({ noted: noted.optional().meta({ description: 'What was noted so far; it counts once the visa is given' }) })),
    persons: z.array(z.object({ step: z.enum(['validated', 'approved', 'signed', 'submitted']), name: z.string(), at: instant, service: z.string().optional() })),
    files: z.array(campaignFileSchema),
    by: z.string().optional().meta({ description: 'Who gave it' }),
    coolingUntil: instant.optional(),
    open: z.boolean().meta({ description: 'It waits for your decision' }),
  })
  .meta({ id: 'Visa' });

export const visaItemSchema = z
  .object({
    position: z.int(),
    kind: z.enum(['mail', 'register']),
    subject: z.string(),
    number: z.string(),
    type: z.string().optional().meta({ description: 'Its kind, in words' }),
    receivedOn: day.optional(),
    documentDate: day.optional(),
    closedOn: day.optional(),
    due: day.optional(),
    state: z.enum(itemStates),
    documents: z.array(z.object({ node: z.string(), name: z.string(), part: z.enum(['original', 'searchable', 'other']), size: z.int() })),
  })
  .meta({ id: 'VisaItem' });

export const draftVisaBody = z.object({ decisions: z.array(z.object({ line: z.int().min(1), visa: z.enum(visaWords).nullable().meta({ description: 'null takes it back' }), reason: z.string().trim().max(1000).optional() })).min(1).max(5000) }).meta({ id: 'DraftVisa' });
export const giveVisaBody = z.object({ revision: z.int(), name: words(200), on: day, reference: words(200), manifestSha512: paperDigest }).meta({ id: 'GiveVisa' });
export const paperVisaBody = z
  .object({ revision: z.int(), name: words(200), on: day, reference: words(200), digest: paperDigest, refused: z.array(z.object({ line: z.int().min(1), reason: words(1000) })).max(5000), file: upload.meta({ description: 'The visa as it came: a PDF, scanned or signed' }) })
  .meta({ id: 'PaperVisa' });

export const campaignVisaSchema = z
  .object({
    submittedAt: instant.optional(),
    printedDigest: z.string().optional().meta({ description: 'As it stands on the bordereau' }),
    given: z
      .object({
        how: z.enum(['online', 'paper']),
        by: z.string(),
        on: day,
        reference: z.string(),
        recordedBy: z.string(),
        recordedAt: instant,
        coolingUntil: instant.optional(),
        granted: z.int(),
        refused: z.int(),
        file: id.optional(),
        signatures: signaturesSchema,
      })
      .optional(),
  })
  .meta({ id: 'CampaignVisa' });

export const campaignBoxSchema = z
  .object({
    box: z.string(),
    label: z.string().optional(),
    location: z.string().optional(),
    sheets: z.int(),
    going: z.int().meta({ description: 'Sheets that go: granted, and kept back by nothing' }),
    waiting: z.int().meta({ description: 'Of those, still in Alfresco; while there are any, its paper stays' }),
    whole: z.boolean().meta({ description: 'Nothing in it stays' }),
    destroyedOn: day.optional(),
    contractor: z.string().optional(),
    certificate: id.optional(),
  })
  .meta({ id: 'CampaignBox' });
export const recordBoxesBody = z.object({ revision: z.int(), boxes: z.array(z.string().regex(/^B-\d{4}-\d{5,9}$/, { error: 'boxCode' })).min(1).max(500), contractor: words(200), destroyedOn: day, file: upload.meta({ description: 'The contractor’s certificate of destruction' }) }).meta({ id: 'RecordBoxes' });

export const registerYearSchema = z
  .object({ year: z.int(), days: z.int(), eliminated: z.int(), lines: z.int(), bytes: z.int(), restrictedFrom: day, due: day.optional(), state: z.enum(['current', 'intermediate', 'due', 'eliminated']), sorting: z.object({ decision: z.enum(['keep', 'eliminate']), reason: z.string(), by: z.string(), at: instant }).optional(), stays: z.enum(['noRow', 'notAgreed', 'fate', 'notSorted', 'noService']).optional().meta({ description: 'What stands against its elimination' }), campaign: z.object({ id, chrono: z.string() }).optional() })
  .meta({ id: 'RegisterYear' });
export const registerSeriesSchema = z
  .object({ row: z.object({ code: z.string(), label: z.string(), years: z.int(), finalSort: z.enum(['D', 'C', 'T']), agreed: z.boolean() }).optional(), service: z.object({ code: z.string(), label: z.string() }).optional(), items: z.array(registerYearSchema) })
  .meta({ id: 'RegisterSeries' });
export const sortRegisterBody = z.object({ decision: z.enum(['keep', 'eliminate']), reason: words(1000) }).meta({ id: 'SortRegister' });

export type VisaLineView = z.input<typeof visaLineSchema>;
export type VisaView = z.input<typeof visaSchema>;
export type VisaItemView = z.input<typeof visaItemSchema>;
export type CampaignVisaView = z.input<typeof campaignVisaSchema>;
export type CampaignBoxView = z.input<typeof campaignBoxSchema>;
export type RegisterSeriesView = z.input<typeof registerSeriesSchema>;
