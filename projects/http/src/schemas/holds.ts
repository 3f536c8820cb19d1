import { holdKinds, holdScopeKinds } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';

const words = (most: number) => z.string().trim().min(1).max(most);
const kind = z.enum(holdKinds);

/** Most mails that are named one by one. */
export const mostHeldAtOnce = 2_000;

export const holdScopeBody = z
  .object({
    kind: z.enum(holdScopeKinds),
    id: words(60).optional().meta({ description: 'Of the affair, correspondent or beneficiary; code of the row' }),
    number: words(60).optional().meta({ description: 'Of an affair, instead of its id' }),
    mails: z.array(id).max(mostHeldAtOnce).default([]),
    numbers: z.array(words(60)).max(500).default([]).meta({ description: 'Mails by their numbers' }),
  })
  .meta({ id: 'HoldScope' });
export type HoldScopeBody = z.infer<typeof holdScopeBody>;

export const previewHoldBody = z.object({ scope: holdScopeBody }).meta({ id: 'PreviewHold' });
export const holdPreviewSchema = z
  .object({
    mails: z.int().meta({ description: 'How many it would take' }),
    held: z.int().meta({ description: 'Of these, how many are held already' }),
    services: z.array(z.object({ code: z.string().optional(), mails: z.int() })).meta({ description: 'Who treats them' }),
    kinds: z.array(kind).meta({ description: 'Kinds of holds that you may place on them' }),
    latestReview: day,
    label: z.string().optional().meta({ description: 'What it is on, as far as you may know' }),
  })
  .meta({ id: 'HoldPreview' });

export const placeHoldBody = z
  .object({ key: id.meta({ description: 'Of your own making; the same one twice places one hold' }), kind, title: words(120), reason: words(2000), reviewOn: day, scope: holdScopeBody })
  .meta({ id: 'PlaceHold' });

const revision = z.int().min(1);
export const reviewHoldBody = z.object({ revision, reviewOn: day, comment: words(2000) }).meta({ id: 'ReviewHold' });
export const extendHoldBody = z.object({ revision, mails: z.array(id).min(1).max(mostHeldAtOnce) }).meta({ id: 'ExtendHold' });
export const dropFromHoldBody = z.object({ revision, reason: words(2000) }).meta({ id: 'DropFromHold' });
export const releaseHoldBody = z.object({ revision, reason: words(2000) }).meta({ id: 'ReleaseHold' });
export const allowProcessingBody = z.object({ until: day, reason: words(2000) }).meta({ id: 'AllowProcessing' });

const said = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });

export const holdSchema = z
  .object({
    id,
    kind,
    title: z.string(),
    reason: z.string(),
    reviewOn: day,
    review: z.enum(['later', 'soon', 'passed']).optional().meta({ description: 'Of a hold that is not released' }),
    scope: z.object({ kind: z.enum(holdScopeKinds), id: z.string().optional(), label: z.string().optional().meta({ description: 'Absent where you may not know of it' }) }),
    by: z.object({ id: z.string(), displayName: z.string() }),
    placedAt: instant,
    releasedAt: instant.optional(),
    releasedBy: z.string().optional(),
    releaseReason: z.string().optional(),
    filling: z.boolean().meta({ description: 'Its mails are still being gathered, or let go' }),
    mails: z.int().meta({ description: 'Mails that it holds; of a released one, that it held at last' }),
    applied: z.int().meta({ description: 'Of these, those that are held in Alfresco too; of a released one, those that were let go there' }),
    failing: z.int().meta({ description: 'Those where the last try failed' }),
    failure: said.optional().meta({ description: 'Why Alfresco has no hold for it' }),
    lifted: z.boolean().meta({ description: 'A released one that is gone from Alfresco too' }),
    actions: z.array(z.enum(['review', 'extend', 'release', 'retry'])),
    revision,
  })
  .meta({ id: 'Hold' });
export type HoldView = z.infer<typeof holdSchema>;

export const heldMailSchema = z
  .object({
    mail: z.object({ id, chrono: z.string().optional(), service: z.string().optional(), state: z.string(), subject: z.string().optional().meta({ description: 'For those who may open it' }), opens: z.boolean() }),
    since: instant,
    applied: z.boolean().meta({ description: 'Alfresco was seen to hold its documents, or to have let them go' }),
    released: z.boolean(),
    failure: said.optional(),
    retryAt: instant.optional(),
  })
  .meta({ id: 'HeldMail' });
export type HeldMailLine = z.infer<typeof heldMailSchema>;

/** On a mail: why it is held, for those who may know; that it is, for all who open it. */
export const mailHoldsSchema = z
  .object({
    items: z.array(z.object({ id, kind, since: instant, title: z.string().optional(), reason: z.string().optional(), reviewOn: day.optional(), by: z.string().optional() })),
    inAlfresco: z.boolean().meta({ description: 'Somebody holds documents of it in Alfresco itself' }),
    stopped: z.array(z.string()).meta({ description: 'Actions that your rights would allow and the holds stop' }),
    exception: z.object({ until: day, by: z.string(), reason: z.string() }).optional().meta({ description: 'Processing that is limited was allowed all the same' }),
    mayAllow: z.boolean().meta({ description: 'You may allow it' }),
  })
  .meta({ id: 'MailHolds' });
export type MailHolds = z.infer<typeof mailHoldsSchema>;
