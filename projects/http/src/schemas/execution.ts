import { campaignActions, campaignStates, itemStates } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';

const person = z.object({ id: z.string(), displayName: z.string() });
const said = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
const kind = z.enum(['mail', 'register']);

export const campaignExecutionSchema = z
  .object({
    id,
    chrono: z.string(),
    state: z.enum(campaignStates),
    revision: z.int(),
    total: z.int().meta({ description: 'Items whose line has the visa' }),
    refused: z.int().meta({ description: 'Items whose line was refused: they are kept' }),
    destroyed: z.int(),
    kept: z.int().meta({ description: 'Kept after all, by what was found right before' }),
    failed: z.int(),
    left: z.int(),
    bytes: z.int().meta({ description: 'Destroyed so far' }),
    perMinute: z.number().optional().meta({ description: 'Of the last five minutes' }),
    errorsInRow: z.int(),
    maxErrors: z.int(),
    coolingUntil: instant.optional(),
    startedAt: instant.optional(),
    startedBy: person.optional(),
    stoppedBecause: said.optional(),
    executedAt: instant.optional(),
    certifiedAt: instant.optional(),
    outcomeRoot: z.string().optional().meta({ description: 'Merkle root (RFC 6962, SHA-256) over the lines of the report' }),
    backupsUntil: day.optional(),
    boxes: z.object({ total: z.int(), destroyed: z.int() }),
    canDestroy: z.boolean().meta({ description: 'The account that destroys is known here' }),
    seals: z.boolean().meta({ description: 'A key is configured that certificates are signed with' }),
    actions: z.array(z.enum(campaignActions)),
  })
  .meta({ id: 'CampaignExecution' });
export type CampaignExecution = z.infer<typeof campaignExecutionSchema>;

export const campaignOutcomeSchema = z
  .object({
    kind,
    subject: z.string(),
    position: z.int(),
    line: z.int().optional(),
    chrono: z.string().optional(),
    row: z.string().optional(),
    year: z.int().optional(),
    documents: z.int(),
    bytes: z.int(),
    state: z.enum(itemStates),
    attempts: z.int(),
    destroyedAt: instant.optional(),
    failure: said.optional(),
  })
  .meta({ id: 'CampaignOutcome' });
export type CampaignOutcome = z.infer<typeof campaignOutcomeSchema>;

export const itemStepSchema = z
  .object({ at: instant, step: z.string(), phase: z.enum(['intent', 'done', 'failed']), node: z.string().optional(), facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) })
  .meta({ id: 'CampaignItemStep', description: 'What was about to be done to an item, and what came of it' });
export type CampaignItemStep = z.infer<typeof itemStepSchema>;

export const eliminationSchema = z
  .object({
    kind,
    subject: z.string(),
    chrono: z.string().optional(),
    row: z.string(),
    rowLabel: z.string().optional(),
    year: z.int().optional(),
    due: day,
    documents: z.int(),
    campaign: z.object({ id, chrono: z.string() }),
    visaReference: z.string(),
    destroyedAt: instant,
    backupsUntil: day.meta({ description: 'Last day on which a backup may still hold it' }),
  })
  .meta({ id: 'Elimination' });
export type Elimination = z.infer<typeof eliminationSchema>;

export const eliminatedSchema = eliminationSchema
  .extend({
    nodes: z.array(z.object({ node: z.string(), part: z.enum(['original', 'searchable', 'other']), name: z.string(), sha512: z.string(), size: z.int() })),
    manifestSha512: z.string(),
    certifiedAt: instant.optional().meta({ description: 'When its destruction was certified; the certificate is a file of the campaign' }),
    service: z.string().optional(),
    seesCampaign: z.boolean().meta({ description: 'You may open its campaign' }),
  })
  .meta({ id: 'EliminatedThing', description: 'All that remains of what was eliminated' });
export type EliminatedThing = z.infer<typeof eliminatedSchema>;

export const unverifiedEliminationsSchema = z
  .object({
    campaign: z.string().meta({ description: 'Its number, as the lines tell it' }),
    visaReference: z.string(),
    manifestSha512: z.string().meta({ description: 'Digest of the list that has to be found for them to be applied' }),
    count: z.int(),
  })
  .meta({ id: 'UnverifiedEliminations' });
export type UnverifiedEliminations = z.infer<typeof unverifiedEliminationsSchema>;

const revision = z.int();
export const startCampaignBody = z.object({ revision }).meta({ id: 'StartCampaign' });
export const haltCampaignBody = z.object({ revision: revision.optional(), reason: z.string().trim().min(1).max(1000) }).meta({ id: 'HaltCampaign' });
