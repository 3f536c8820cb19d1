import { batchPlan, batchStates, channels, deskChange, pageRef } from '@bannette/domain';
import { z } from 'zod';
import { id, instant } from './common.js';
import { keepingSchema } from './intake.js';

const count = z.int().min(0).max(100_000);
const announced = { announcedEnvelopes: count.optional(), announcedPages: count.optional() };
const revision = z.int().min(1).meta({ description: 'The revision of the batch that was seen' });

export const scanCountsSchema = z
  .object({ files: z.int(), pages: z.int().meta({ description: 'Scanned, blank or not' }), envelopes: z.int(), documents: z.int(), aside: z.int(), quarantined: z.int(), released: z.int().meta({ description: 'Mails that were made of it' }) })
  .meta({ id: 'ScanCounts' });
export const scanBatchSchema = z
  .object({
    id,
    name: z.string(),
    state: z.enum(batchStates),
    revision: z.int(),
    channel: z.enum(channels),
    operator: z.string().meta({ description: 'Who scanned it, as displayed; `system` for a scanner of which nobody said so' }),
    operatorId: z.string().optional().meta({ description: 'User name' }),
    scanner: z.string().optional().meta({ description: 'Code of the scanner profile' }),
    taking: z.boolean().optional().meta({ description: 'Files that its scanner brings still go into it' }),
    notes: z.int().optional().meta({ description: 'What is to be known of how it came, see its scan' }),
    site: z.string().optional(),
    service: z.string().optional().meta({ description: 'The sub-folder, sidecar file or person said that all of it is for this service' }),
    ...announced,
    counts: scanCountsSchema,
    gaps: z.array(z.object({ counter: z.enum(['envelopes', 'pages']), announced: z.int(), scanned: z.int() })).meta({ description: 'Counters that disagree: it is not released before they agree' }),
    hints: z.int().meta({ description: 'Pages that speak against how it was parted' }),
    releasing: z.boolean().optional().meta({ description: 'Its mails are being made; it can’t be changed until that is done' }),
    failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).optional().meta({ description: 'Why the last release came to nothing, and nothing was changed' }),
    reason: z.string().optional().meta({ description: 'Why it was rejected' }),
    createdAt: instant,
    releasedAt: instant.optional(),
    releasedBy: z.string().optional(),
  })
  .meta({ id: 'ScanBatch', description: 'A batch (lot): what was put through a scanner together' });

export const deskFileSchema = z
  .object({ id, name: z.string(), sha512: z.string(), size: z.int(), mediaType: z.string().optional(), state: z.enum(['waiting', 'reading', 'read', 'quarantined', 'discarded', 'separated', 'merged']), reason: z.string().optional(), pages: z.int().optional(), keeping: keepingSchema.optional().meta({ description: 'How long its bytes stay, where they are kept for themselves' }) })
  .meta({ id: 'DeskFile' });
export const deskPageSchema = pageRef
  .extend({
    says: z.array(z.object({ kind: z.string(), value: z.string() })).meta({ description: 'What its codes say' }),
    blank: z.boolean(),
    confidence: z.number().optional(),
    hint: z.object({ code: z.string(), because: z.string() }).optional().meta({ description: 'Why a letter may begin here' }),
    width: z.int().optional(),
    height: z.int().optional(),
  })
  .meta({ id: 'DeskPage', description: 'What is known of a page; where it is, the plan says' });
export const deskGapSchema = z
  .object({ after: pageRef, before: pageRef, first: z.string(), last: z.string(), count: z.int() })
  .meta({ id: 'DeskGap', description: 'Numbers printed by the scanner that no page bears: a sheet may have been swallowed between these pages' });
export const deskSchema = z
  .object({ batch: scanBatchSchema, files: z.array(deskFileSchema), pages: z.array(deskPageSchema), gaps: z.array(deskGapSchema), plan: batchPlan, canUndo: z.boolean(), canRedo: z.boolean(), editable: z.boolean() })
  .meta({ id: 'Desk', description: 'A batch at the page desk' });
export const deskStateSchema = z.object({ revision: z.int(), plan: batchPlan, canUndo: z.boolean(), canRedo: z.boolean() }).meta({ id: 'DeskState' });

export const announceBody = z
  .object({ id: id.meta({ description: 'Minted by the sender: sent again, it makes nothing more' }), name: z.string().trim().min(1).max(120).optional(), channel: z.enum(channels).default('post'), scanner: z.string().max(40).optional(), service: z.string().max(40).optional(), site: z.string().max(40).optional(), ...announced })
  .meta({ id: 'AnnounceBatch' });
export const correctAnnouncedBody = z.object({ revision, ...announced, reason: z.string().trim().min(3).max(500) }).meta({ id: 'CorrectAnnounced' });
export const deskChangesBody = z.object({ revision, changes: z.array(deskChange).min(1).max(50) }).meta({ id: 'DeskChanges' });
export const batchRevisionBody = z.object({ revision }).meta({ id: 'BatchRevision' });
export const rejectBatchBody = z.object({ revision, reason: z.string().trim().min(3).max(500) }).meta({ id: 'RejectBatch' });

export type ScanBatch = z.input<typeof scanBatchSchema>;
export type Desk = z.input<typeof deskSchema>;
export type DeskState = z.input<typeof deskStateSchema>;
