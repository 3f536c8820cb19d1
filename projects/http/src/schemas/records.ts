import { recordStates, retentionTriggers } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant, page } from './common.js';

/** What went wrong or disagrees: a code that the pages have words for. */
export const recordSaidSchema = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).meta({ id: 'RecordSaid' });

/** Where a list of what falls due looks. */
export const fallingStates = ['due', 'coming', 'withoutTrigger', 'conflict', 'failure'] as const;
export const fallsDueFilters = z.object({
  service: z.string().max(40).optional(),
  row: z.string().max(60).optional(),
  fate: z.enum(['D', 'C', 'T']).optional(),
});
export const fallsDueQuery = page.extend(fallsDueFilters.shape).extend({
  until: day.optional().meta({ description: 'Last due day; without it, and without a year, those of the notice time' }),
  year: z.coerce.number().int().min(1900).max(2300).optional().meta({ description: 'Of the due day' }),
  state: z.enum(fallingStates).optional().meta({ description: '`due` before today; `coming` from today on; `withoutTrigger` no due day is known; `conflict` the two dates disagree; `failure` it could not become a record' }),
});

export const recordLineSchema = z
  .object({ state: z.enum(recordStates), agsDue: day.optional(), conflict: recordSaidSchema.optional(), failure: recordSaidSchema.optional() })
  .meta({ id: 'RecordLine' });

export const fallsDueSummarySchema = z
  .object({
    today: day,
    rows: z.array(z.object({ code: z.string(), label: z.string(), fate: z.enum(['D', 'C', 'T']), agreed: z.boolean() })).meta({ description: 'Rows that mails are kept under' }),
    years: z.array(z.object({ year: z.int(), row: z.string(), mails: z.int() })).meta({ description: 'How many fall due in which year under which row' }),
    counts: z.object({ due: z.int(), coming: z.int(), withoutTrigger: z.int(), conflict: z.int(), failure: z.int() }),
  })
  .meta({ id: 'FallsDueSummary' });

export const mailRecordSchema = z
  .object({
    mail: id,
    stage: z.enum(['inTreatment', 'noRow', 'inCurrentUse', ...recordStates]).meta({ description: 'How far it is on its way into the archives' }),
    row: z.object({ code: z.string(), label: z.string(), years: z.int(), trigger: z.enum(retentionTriggers), fate: z.enum(['D', 'C', 'T']), currentUseYears: z.int().optional(), agreed: z.boolean() }).optional(),
    affair: z.object({ id, chrono: z.string().optional(), closedOn: day.optional() }).optional().meta({ description: 'The affair that it follows' }),
    triggerDay: day.optional(),
    because: z.enum(['declared', 'affair', 'row']).optional().meta({ description: 'Where the trigger is from: declared by people, the closing of the affair, or what the row reads off the mail' }),
    due: day.optional(),
    currentUseEnds: day.optional(),
    personalTerm: day.optional().meta({ description: 'When its personal data come to their term: access narrows, and it is proposed for elimination' }),
    intermediateSince: instant.optional().meta({ description: 'Since when access is restricted' }),
    declaredAt: instant.optional(),
    documents: z.int().optional().meta({ description: 'Nodes that are part of the record' }),
    agsDue: day.optional().meta({ description: 'What Governance Services say' }),
    comparedAt: instant.optional(),
    conflict: recordSaidSchema.optional(),
    failure: recordSaidSchema.optional(),
    triedAt: instant.optional(),
    sorting: z.object({ chrono: z.string(), decision: z.enum(['kept', 'notKept']), criterion: z.string(), by: z.string(), on: day, reference: z.string() }).optional().meta({ description: 'The sorting that decided what becomes of it' }),
    held: z.boolean(),
    maySettle: z.boolean().meta({ description: 'You may have it compared or tried again' }),
    mayDeclare: z.boolean().meta({ description: 'You may declare the day that it is kept from' }),
  })
  .meta({ id: 'MailRecord' });

export const affairRetentionSchema = z
  .object({ row: z.object({ code: z.string(), label: z.string() }).optional(), declaredTrigger: day.optional(), trigger: day.optional(), due: day.optional(), records: z.int().meta({ description: 'Its mails whose current use has ended' }), mayChange: z.boolean(), rows: z.array(z.object({ code: z.string(), label: z.string() })) })
  .meta({ id: 'AffairRetention' });
export const affairRetentionBody = z
  .object({ row: z.string().max(60).nullable().optional().meta({ description: 'Row that its pieces are kept under; null: each under its own' }), declaredTrigger: day.nullable().optional(), reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'SetAffairRetention' });
export const settleRecordBody = z.object({ reason: z.string().trim().min(3).max(500) }).meta({ id: 'SettleRecord' });

export type MailRecordView = z.infer<typeof mailRecordSchema>;
export type FallsDueQuery = z.infer<typeof fallsDueQuery>;
export type FallsDueSummary = z.infer<typeof fallsDueSummarySchema>;
export type AffairRetentionView = z.infer<typeof affairRetentionSchema>;
export type RecordLine = z.infer<typeof recordLineSchema>;
