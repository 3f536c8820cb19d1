import { campaignStates, dataPlaces, measureCodes, personalDataKinds, processingSetting, purgeWarnings, retentionTriggers } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';

const agreed = z.object({ by: z.string(), on: z.string(), reference: z.string() });
const duration = z.object({
  code: z.string().meta({ description: 'Row of the schedule' }),
  label: z.string(),
  years: z.int().meta({ description: 'DUA' }),
  trigger: z.enum(retentionTriggers),
  finalSort: z.enum(['D', 'C', 'T']),
  currentUseYears: z.int().optional().meta({ description: 'DUC' }),
  personalData: z.enum(personalDataKinds).optional(),
  personalDataYears: z.int().optional().meta({ description: 'Term of the personal data, years from the trigger' }),
  agreed: agreed.optional(),
});

export const processingEntrySchema = processingSetting
  .omit({ types: true, services: true, register: true })
  .extend({
    types: z.array(z.object({ code: z.string(), label: z.string(), confidentiality: z.number().int(), compartment: z.string().optional(), row: z.string().optional() })),
    services: z.array(z.object({ code: z.string(), label: z.string(), mails: z.number().int() })).meta({ description: 'Computed: where its types are routed, which are named, or which keep such mail' }),
    access: z.array(z.enum(['services', 'mailRoom', 'headsAndSecretaries', 'cleared'])).meta({ description: 'Who inside may open what it holds' }),
    compartments: z.array(z.string()),
    durations: z.array(duration).meta({ description: 'From the schedule' }),
    mails: z.number().int(),
    register: z.boolean().meta({ description: 'Covers the register of mail, which outlives the mails' }),
    gaps: z.array(
      z.object({
        code: z.enum(['noBasis', 'noCondition', 'specialNotSaid', 'noPersons', 'noData', 'noType', 'noDuration', 'rowNotAgreed', 'noPersonalTerm', 'assessmentDue']),
        row: z.string().optional(),
        type: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ProcessingEntry' });

export const processingRegisterSchema = z
  .object({
    controller: z.object({ name: z.string(), address: z.array(z.string()), representative: z.string().optional(), dpoName: z.string().optional(), dpoEmail: z.string().optional() }),
    measures: z.array(z.object({ code: z.enum(measureCodes), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })).meta({ description: 'Technical measures, as configured' }),
    places: z.array(z.enum(dataPlaces)),
    entries: z.array(processingEntrySchema),
    gaps: z.array(z.object({ code: z.enum(['typeWithoutProcessing', 'registerWithoutProcessing', 'noDpo']), type: z.string().optional(), label: z.string().optional() })),
  })
  .meta({ id: 'ProcessingRegister' });
export type ProcessingRegisterView = z.infer<typeof processingRegisterSchema>;

export const registerChangesSchema = z
  .object({
    entries: z.array(z.object({ code: z.string(), label: z.string(), change: z.enum(['added', 'removed', 'changed']), fields: z.array(z.string()) })),
    general: z.array(z.enum(['controller', 'measures', 'places'])),
  })
  .meta({ id: 'ProcessingChanges' });

export const processingExportSchema = z
  .object({
    number: z.int(),
    madeAt: instant,
    madeBy: z.string(),
    version: z.int().meta({ description: 'Of the setting `processings`' }),
    processings: z.int(),
    csvSha256: z.string(),
    pdfSha256: z.string(),
  })
  .meta({ id: 'ProcessingExport' });
export type ProcessingExportView = z.infer<typeof processingExportSchema>;

export const processingsSchema = z
  .object({
    register: processingRegisterSchema,
    version: z.int(),
    lastExport: processingExportSchema.optional(),
    changes: registerChangesSchema.optional().meta({ description: 'Since the last export' }),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Processings' });

export const purgeWarningSchema = z
  .object({
    warning: z.enum(purgeWarnings),
    service: z.object({ code: z.string(), label: z.string() }).optional().meta({ description: 'Whose heads; absent: the DPO' }),
    toldAt: instant,
    acknowledgeBy: day,
    acknowledgedAt: instant.optional(),
    acknowledgedBy: z.string().optional(),
    escalatedAt: instant.optional(),
  })
  .meta({ id: 'PurgeWarning' });
export type PurgeWarningView = z.infer<typeof purgeWarningSchema>;

export const purgeWarningsSchema = z
  .object({ items: z.array(purgeWarningSchema), missing: z.int(), yours: z.int().meta({ description: 'Those that wait for you' }), required: z.boolean().meta({ description: 'Nothing is executed while one is missing' }) })
  .meta({ id: 'PurgeWarnings' });

export const purgeSchema = z
  .object({
    id,
    chrono: z.string(),
    title: z.string(),
    state: z.enum(campaignStates),
    services: z.array(z.string()).meta({ description: 'Labels of the services in its list' }),
    mails: z.int(),
    destroyed: z.int(),
    startsOn: day.optional(),
    executedAt: instant.optional(),
    certificate: id.optional().meta({ description: 'File of the campaign' }),
    warnings: z.int(),
    missing: z.int().meta({ description: 'Warnings that nobody took note of' }),
    escalated: z.int(),
    yours: z.int(),
  })
  .meta({ id: 'Purge' });
export type PurgeView = z.infer<typeof purgeSchema>;

export const purgeForecastSchema = z
  .object({
    months: z.array(z.string()).meta({ description: 'YYYY-MM, twelve of them, this one first' }),
    services: z.array(z.object({ code: z.string(), label: z.string(), overdue: z.int(), counts: z.array(z.int()) })),
  })
  .meta({ id: 'PurgeForecast' });

export const personalTermsSchema = z
  .object({
    years: z.array(z.object({ year: z.int(), reached: z.int(), toCome: z.int(), campaign: z.object({ id, chrono: z.string(), title: z.string(), state: z.enum(campaignStates) }).optional() })),
    unknown: z.int().meta({ description: 'Closed mails whose row tells no term, or whose trigger is not known' }),
    restrictions: z.int().meta({ description: 'Holds that limit processing (art. 18)' }),
  })
  .meta({ id: 'PersonalTerms' });
