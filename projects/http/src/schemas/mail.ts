import { z } from 'zod';
import { channels, criterionKinds, documentRoles, mailActions, mailCategories, mailStates, priorities, retentionTriggers, seenLinkKinds, serviceFunctions } from '@bannette/domain';
import { day, id, instant } from './common.js';
import { beneficiarySchema } from './beneficiary.js';
import { clockSchema, dispatchedSchema, letterKind, dueBecauseSchema, missingPiecesSchema, reminderSchema } from './clocks.js';
import { entryFactsSchema, fieldValuesSchema, kindSchema } from './forms.js';
import { correspondentSchema } from './correspondent.js';
import { absenceSchema, someone } from './delegation.js';
import { mailHoldsSchema } from './holds.js';
import { paperSchema } from './paper.js';
import { consultationSchema, noteSchema, taskSchema } from './work.js';

export const proposalSchema = z.object({ value: z.string(), confidence: z.number().min(0).max(1), because: z.string() }).meta({ id: 'Proposal' });
export const proposalsSchema = z
  .object({
    type: proposalSchema,
    senderName: proposalSchema,
    subject: proposalSchema,
    documentDate: proposalSchema,
    receivedAt: proposalSchema,
    postcode: proposalSchema,
    service: proposalSchema.meta({ description: 'Said by a separator sheet: because is sheet:<page of the batch>' }),
    endorsement: proposalSchema.meta({ description: 'Number on the first page: because is number:<page>:<place>' }),
    endorsementLast: proposalSchema.meta({ description: 'Number on the last page, when it is another' }),
    belongsTo: proposalSchema.meta({ description: 'Chrono of a mail, said by an identification sheet or a label' }),
    glued: z.array(z.object({ code: z.enum(['numbering', 'letterhead', 'date']), page: z.number().int(), because: z.string() })).readonly().meta({ description: 'Signs that two letters were scanned as one' }),
  })
  .partial()
  .meta({ id: 'Proposals' });

export const lateness = z.object({ dueDate: day, workingDaysLeft: z.number().int().meta({ description: 'Negative when late' }), because: dueBecauseSchema.optional() }).meta({ id: 'Deadline' });

export const mailLineSchema = z
  .object({
    id,
    category: z.enum(mailCategories),
    kind: kindSchema.optional().meta({ description: 'Which form it has' }),
    state: z.enum(mailStates),
    chrono: z.string().optional(),
    masked: z.boolean().meta({ description: 'True: you may know that it is there, not what it is' }),
    subject: z.string().optional(),
    sender: z.string().optional(),
    type: z.string().optional(),
    typeLabel: z.string().optional(),
    service: z.string().optional(),
    site: z.string().optional().meta({ description: 'Where it came in; none: at the central mail room' }),
    tray: z.string().optional(),
    assignee: z.object({ id: z.string(), displayName: z.string() }).optional(),
    replacing: someone.optional().meta({ description: 'The assignee, whom you replace for this mail' }),
    channel: z.enum(channels),
    receivedAt: day.optional(),
    departureDate: day.optional().meta({ description: 'Of what goes out' }),
    deadline: lateness.optional(),
    priority: z.enum(priorities).optional().meta({ description: 'None: normal' }),
    confidentiality: z.number().int(),
    documents: z.number().int(),
    notes: z.number().int(),
    revision: z.number().int().optional(),
    unread: z.boolean().optional().meta({ description: 'You have not opened it yet' }),
    followed: z.boolean().optional(),
    lock: z.object({ by: z.object({ id: z.string(), displayName: z.string() }), since: instant, until: instant }).optional().meta({ description: 'Who works on it right now' }),
    alerts: z.number().int().optional().meta({ description: 'Alerts that nobody has settled' }),
    held: z.boolean().optional().meta({ description: 'A hold stops its elimination' }),
  })
  .meta({ id: 'MailLine' });

export const documentSchema = z
  .object({
    id,
    role: z.enum(documentRoles),
    name: z.string(),
    mediaType: z.string(),
    size: z.number().int(),
    sha512: z.string(),
    pages: z.number().int(),
    confidence: z.number().optional(),
    nodeId: z.string().optional().meta({ description: 'Alfresco node of the original, once Alfresco has it' }),
    searchableNodeId: z.string().optional().meta({ description: 'Alfresco node of the searchable PDF; the original itself when it is one' }),
    warnings: z.array(z.string()),
    attachments: z.array(z.object({ name: z.string(), size: z.int().optional() })).optional().meta({ description: 'Other files that it carries; they were not read' }),
    nature: z.string().optional().meta({ description: 'Code of a term of the thesaurus, scheme `nature`' }),
    natureProposal: proposalSchema.optional().meta({ description: 'Read off its text, while nobody has said what it is' }),
    beneficiaries: z.array(beneficiarySchema).meta({ description: 'For whom it is, of those that you may know of' }),
    beneficiaryUnknown: z.boolean().meta({ description: 'It is for somebody whom nobody has recognised yet' }),
  })
  .meta({ id: 'Document' });

const matchedSchema = z.object({ kind: z.enum(criterionKinds), value: z.string(), not: z.boolean().optional().meta({ description: 'None of these is there, as was asked' }), field: z.string().optional() }).meta({ id: 'Matched' });
export const becauseSchema = z
  .object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    matched: z.array(matchedSchema).readonly().optional().meta({ description: 'Criteria of the rule that held' }),
    gave: z.array(z.object({ kind: z.enum(['copy', 'priority', 'confidentiality', 'assignee', 'function']), value: z.string() })).readonly().optional().meta({ description: 'What the rule gave beside the tray' }),
  })
  .meta({ id: 'Because', description: 'Why; worded under BECAUSE.<code>' });
export const linkSchema = z.object({ id, link: id.optional().meta({ description: 'Of a link that somebody added: it can be taken away' }), kind: z.enum(seenLinkKinds), chrono: z.string().optional(), subject: z.string().optional(), state: z.enum(mailStates), departureDate: day.optional(), letter: letterKind.optional().meta({ description: 'Of a letter that goes with the other and is no answer: what it is' }) }).meta({ id: 'MailLink' });
export const retentionSchema = z
  .object({ row: z.string(), label: z.string(), years: z.number().int(), trigger: z.enum(retentionTriggers), triggerDay: day.optional(), dueDate: day.optional(), finalSort: z.enum(['D', 'C', 'T']), agreed: z.boolean() })
  .meta({ id: 'Retention' });

export const mailSchema = mailLineSchema
  .extend({
    nodeId: z.string().optional(),
    mirror: z.enum(['applied', 'pending']).meta({ description: 'Whether Alfresco has confirmed the rights and facts shown here' }),
    revision: z.number().int(),
    summary: z.string().optional(),
    documentDate: day.optional(),
    postmarkDate: day.optional(),
    registeredAt: instant.optional(),
    closedAt: instant.optional(),
    closingReason: z.string().optional(),
    correspondent: correspondentSchema.optional(),
    parties: z.array(correspondentSchema).optional().meta({ description: 'Correspondents beside the first' }),
    entry: entryFactsSchema.optional(),
    fields: fieldValuesSchema.optional(),
    copies: z.array(z.string()),
    forFunction: z.enum(serviceFunctions).optional().meta({ description: 'For whom in its service it is' }),
    routeBecause: becauseSchema.optional(),
    dueBecause: dueBecauseSchema.optional(),
    proposals: proposalsSchema.optional(),
    documentsList: z.array(documentSchema),
    notesList: z.array(noteSchema).meta({ description: 'Those that you may see' }),
    tasks: z.array(taskSchema).optional(),
    consultations: z.array(consultationSchema).optional().meta({ description: 'Opinions that were asked for' }),
    assigneeAway: absenceSchema.optional(),
    actsFor: z.array(someone.extend({ actions: z.array(z.enum(mailActions)) })).optional().meta({ description: 'In whose name you would do which of your actions' }),
    links: z.array(linkSchema),
    affair: z.object({ id, chrono: z.string(), title: z.string().optional().meta({ description: 'Absent: not yours to know' }) }).optional().meta({ description: 'The affair that it lies in' }),
    possibleDuplicates: z.int().optional().meta({ description: 'Mails that you may read and that may be the same one; nobody has decided' }),
    clocks: z.array(clockSchema).optional().meta({ description: 'Clocks of the law that run for it' }),
    missing: z.array(missingPiecesSchema).optional().meta({ description: 'Pieces that were asked for' }),
    dispatched: z.array(dispatchedSchema).optional().meta({ description: 'Letters that left by e-mail from here: those that go with it, or itself' }),
    reminders: z.array(reminderSchema).optional().meta({ description: 'Who was reminded of its due day, and who will be' }),
    firstReceived: z.object({ on: day, authority: z.string().optional() }).optional().meta({ description: 'Before: at an authority that was not competent and sent it on' }),
    transmittedTo: z.string().optional(),
    retention: retentionSchema.optional(),
    holds: mailHoldsSchema.optional().meta({ description: 'What holds it' }),
    actions: z.array(z.enum(mailActions)).meta({ description: 'What you may do now' }),
    undo: z.object({ token: z.string(), action: z.enum(mailActions), until: instant }).optional(),
    depositId: id.optional(),
    paper: paperSchema.optional().meta({ description: 'Where its paper is, and what was written down of its envelope' }),
    batch: z
      .object({ id: id.meta({ description: 'The scanned file that its first page is in' }), desk: id.optional().meta({ description: 'The batch; absent until its page desk was opened once' }), pages: z.array(z.number().int()), before: z.boolean().meta({ description: 'The document before it in the batch still waits to be qualified' }) })
      .optional()
      .meta({ description: 'The scanned batch that it was cut out of, while the mail room qualifies it' }),
  })
  .meta({ id: 'Mail' });

export const journalEntrySchema = z
  .object({
    seq: z.number().int(),
    at: instant,
    type: z.string().meta({ description: 'Worded under JOURNAL.<type>' }),
    actor: z.object({ id: z.string(), displayName: z.string() }),
    onBehalfOf: z.object({ id: z.string(), displayName: z.string() }).optional(),
    data: z.record(z.string(), z.unknown()),
    personal: z.record(z.string(), z.unknown()).optional(),
    hash: z.string(),
  })
  .meta({ id: 'JournalEntry' });

export type MailLine = z.input<typeof mailLineSchema>;
export type Mail = z.input<typeof mailSchema>;
export type JournalLine = z.input<typeof journalEntrySchema>;
