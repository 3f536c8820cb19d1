import { campaignActions, campaignRoles, campaignStates, eliminationCauses, itemStates, signingCapacities, verdicts } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';

const person = z.object({ id: z.string(), displayName: z.string() });
const said = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
const sha512 = z.string().regex(/^[0-9a-f]{128}$/, { error: 'sha512' });
const codes = z.array(z.string().min(1).max(60)).max(500).default([]);
const words = (most: number) => z.string().trim().min(1).max(most);

export const campaignWorkSchema = z.object({ kind: z.enum(['analysis', 'freezing']), done: z.int(), total: z.int(), at: instant.optional(), failure: said.optional() }).meta({ id: 'CampaignWork', description: 'What a job is doing for it' });

export const campaignLineSchema = z
  .object({
    id,
    chrono: z.string(),
    title: z.string(),
    state: z.enum(campaignStates),
    until: day,
    items: z.int().meta({ description: 'Mails in its list, or to be: those that may be eliminated' }),
    bytes: z.int(),
    createdAt: instant,
    createdBy: person,
    work: campaignWorkSchema.optional(),
    waitingFor: z.enum(campaignRoles).optional().meta({ description: 'Who must act next; absent: nobody, or the house' }),
    yours: z.boolean().meta({ description: 'It waits for you' }),
  })
  .meta({ id: 'CampaignLine' });

export const campaignSignatureSchema = z.object({ service: z.string(), label: z.string(), by: person.optional(), at: instant.optional(), capacity: z.enum(signingCapacities).optional().meta({ description: 'As what it was signed' }), replaces: z.string().optional().meta({ description: 'Whom a delegate signed for' }), above: z.string().optional().meta({ description: 'For want of a head: the service above whose head signs' }), named: z.object({ person, by: person, reason: z.string() }).optional().meta({ description: 'Who was named to sign, by whom and why' }), nameable: z.boolean().meta({ description: 'You may name who signs for it' }), yours: z.boolean().meta({ description: 'You may sign for it now' }) }).meta({ id: 'CampaignSignature' });
export const campaignFileKinds = ['manifest', 'bordereauPdf', 'bordereauCsv', 'visa', 'report', 'certificate', 'boxCertificate'] as const;
export const campaignFileSchema = z.object({ id, kind: z.enum(campaignFileKinds), name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string(), addedAt: instant }).meta({ id: 'CampaignFile' });

export const campaignSchema = campaignLineSchema
  .extend({
    revision: z.int(),
    services: z.array(z.string()).meta({ description: 'None: all' }),
    rows: z.array(z.string()).meta({ description: 'None: all' }),
    maxItems: z.int(),
    maxShare: z.number(),
    maxErrors: z.int(),
    coolingDays: z.int(),
    documents: z.int(),
    counts: z.object({ keep: z.int(), destroy: z.int(), conflict: z.int() }),
    share: z.number().meta({ description: 'Of all mails of the authority, 0–1, that it would take' }),
    refusals: z.array(said).meta({ description: 'What keeps its list from being frozen' }),
    steps: z.array(z.object({ step: z.enum(['created', 'analysed', 'frozen', 'validated', 'approved', 'submitted', 'visa', 'started', 'executed', 'certified', 'cancelled']), at: instant.optional(), by: person.optional() })).meta({ description: 'What was done, in order' }),
    manifestSha512: z.string().optional(),
    timestamp: z.object({ at: instant, authority: z.string() }).optional(),
    signatures: z.array(campaignSignatureSchema),
    files: z.array(campaignFileSchema).meta({ description: 'The latest of each kind first' }),
    archivists: z.array(person),
    cancelledBecause: z.string().optional(),
    actions: z.array(z.enum(campaignActions)).meta({ description: 'What you may do now' }),
  })
  .meta({ id: 'Campaign' });

export const campaignCountSchema = z.object({ verdict: z.enum(verdicts), cause: z.enum(eliminationCauses).optional(), items: z.int() }).meta({ id: 'CampaignCount' });
export const campaignItemSchema = z
  .object({
    kind: z.enum(['mail', 'register']),
    subject: z.string(),
    position: z.int().optional(),
    mailId: id.optional(),
    chrono: z.string().optional(),
    service: z.string().optional(),
    row: z.string().optional(),
    year: z.int().optional(),
    due: day.optional(),
    agsDue: day.optional(),
    verdict: z.enum(verdicts),
    cause: z.enum(eliminationCauses).optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    line: z.int().optional(),
    documents: z.int(),
    bytes: z.int(),
    state: z.enum(itemStates),
    failure: said.optional(),
    readable: z.boolean().meta({ description: 'You may open the mail itself' }),
  })
  .meta({ id: 'CampaignItem' });

export const eliminationLineSchema = z
  .object({
    line: z.int(),
    service: z.string(),
    serviceLabel: z.string(),
    row: z.string(),
    rowLabel: z.string(),
    years: z.int().meta({ description: 'Administrative retention period (DUA), years' }),
    reference: z.string(),
    year: z.int().meta({ description: 'In which its period began' }),
    firstDay: day,
    lastDay: day,
    items: z.int(),
    documents: z.int(),
    bytes: z.int(),
    boxes: z.array(z.string()),
    visa: z.enum(['granted', 'refused']).optional(),
    visaReason: z.string().optional(),
  })
  .meta({ id: 'EliminationLine' });

const bounds = {
  maxItems: z.int().min(1).max(100_000).optional().meta({ description: 'Absent: the authority’s bound, which it can’t exceed' }),
  maxShare: z.number().gt(0).max(1).optional(),
  maxErrors: z.int().min(1).max(1000).optional(),
  coolingDays: z.int().min(0).max(365).optional().meta({ description: 'The authority’s at least' }),
};
const scope = { title: words(200), until: day, services: codes, rows: codes, ...bounds };
const revision = z.int();
export const addCampaignBody = z.object(scope).meta({ id: 'AddCampaign' });
export const changeCampaignBody = z.object({ ...scope, revision }).meta({ id: 'ChangeCampaign' });
export const campaignStepBody = z.object({ revision }).meta({ id: 'CampaignStep' });
export const takeOutBody = z.object({ revision, reason: words(1000) }).meta({ id: 'TakeOut' });
export const validateCampaignBody = z.object({ revision, items: z.int().min(0), documents: z.int().min(0), manifestSha512: sha512 }).meta({ id: 'ValidateCampaign', description: 'What one has seen, and takes the responsibility for' });
export const approveCampaignBody = z.object({ revision, items: z.int().min(0), manifestSha512: sha512 }).meta({ id: 'ApproveCampaign' });
export const signCampaignBody = z.object({ service: z.string().min(1).max(60), manifestSha512: sha512 }).meta({ id: 'SignCampaign' });
export const nameSignatoryBody = z.object({ service: z.string().min(1).max(60), person: z.string().min(1).max(200), reason: words(1000) }).meta({ id: 'NameSignatory', description: 'Who signs for a producing service whose head cannot, and why' });
export const submitCampaignBody = z.object({ revision, archivists: z.array(z.string().min(1).max(200)).min(1).max(20) }).meta({ id: 'SubmitCampaign' });
export const cancelCampaignBody = z.object({ revision, reason: words(1000) }).meta({ id: 'CancelCampaign' });

export type CampaignLine = z.input<typeof campaignLineSchema>;
export type CampaignView = z.input<typeof campaignSchema>;
export type CampaignItemView = z.input<typeof campaignItemSchema>;
export type EliminationLineView = z.input<typeof eliminationLineSchema>;
export type CampaignFileView = z.input<typeof campaignFileSchema>;
