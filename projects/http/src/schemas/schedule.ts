import { driftCodes, scheduleFields, scheduleFlawCodes, scheduleRow, scheduleStates } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';

const count = z.number().int();
const revision = z.number().int().min(1).meta({ description: 'Of the version as you saw it' });
export const agreementSchema = z.object({ by: z.string(), on: z.string(), reference: z.string() }).meta({ id: 'ScheduleAgreement' });
const done = z.object({ by: z.string(), at: instant });

export const scheduleVersionSchema = z
  .object({
    id,
    number: count,
    title: z.string(),
    state: z.enum(scheduleStates),
    revision: count,
    rows: count,
    agreedRows: count.meta({ description: 'Rows that the archives have agreed to' }),
    basedOn: count.optional().meta({ description: 'Number of the version that it began as' }),
    created: done,
    changed: done.optional(),
    agreement: agreementSchema.optional(),
    agreed: done.optional().meta({ description: 'Who recorded the agreement' }),
    inForce: done.optional(),
    supersededAt: instant.optional(),
    settingVersion: count.optional(),
  })
  .meta({ id: 'ScheduleVersion' });
export type ScheduleVersion = z.infer<typeof scheduleVersionSchema>;

export const scheduleFlawSchema = z.object({ code: z.enum(scheduleFlawCodes), row: z.string(), by: z.string().optional() }).meta({ id: 'ScheduleFlaw' });
export const scheduleUseSchema = z.object({ row: z.string(), types: z.array(z.string()).meta({ description: 'Types of mail that have this row' }), mails: z.boolean().meta({ description: 'Whether mail is filed under it' }) }).meta({ id: 'ScheduleUse' });
export const scheduleContentSchema = z
  .object({ version: scheduleVersionSchema, rows: z.array(scheduleRow), flaws: z.array(scheduleFlawSchema), uses: z.array(scheduleUseSchema) })
  .meta({ id: 'ScheduleContent' });
export type ScheduleContent = z.infer<typeof scheduleContentSchema>;

export const scheduleOverviewSchema = z
  .object({
    versions: z.array(scheduleVersionSchema).meta({ description: 'Newest first' }),
    mayEdit: z.boolean(),
    mayApply: z.boolean().meta({ description: 'Whether you may write categories, if Alfresco too takes you for its administrator' }),
  })
  .meta({ id: 'ScheduleOverview' });
export type ScheduleOverview = z.infer<typeof scheduleOverviewSchema>;

export const changeScheduleBody = z
  .object({
    revision,
    title: z.string().trim().min(1).max(200).optional(),
    changes: z.array(z.object({ was: z.string().max(200).optional().meta({ description: 'Code of the row; absent: it is added' }), row: scheduleRow.omit({ agreed: true }).optional().meta({ description: 'Absent: it is removed' }) })).max(2000).default([]),
  })
  .meta({ id: 'ChangeSchedule' });
export const agreeScheduleBody = z
  .object({ revision, by: z.string().trim().min(2).max(200), on: day, reference: z.string().trim().min(1).max(200), rows: z.array(z.string()).max(2000).optional().meta({ description: 'Codes of the rows agreed to; absent: all that have no agreement yet' }) })
  .meta({ id: 'AgreeSchedule' });
export const enforceScheduleBody = z.object({ revision, comment: z.string().trim().max(500).default('') }).meta({ id: 'EnforceSchedule' });
export const revisionOnlyBody = z.object({ revision }).meta({ id: 'ScheduleRevision' });

export const cellFlawSchema = z.object({ line: count, column: z.string(), code: z.string(), value: z.string() }).meta({ id: 'ScheduleCellFlaw' });
export const importScheduleBody = z
  .object({ revision, text: z.string().min(1), mode: z.enum(['replace', 'merge']).default('replace').meta({ description: 'Whether rows that the file lacks go or stay' }), dryRun: z.boolean().default(true) })
  .meta({ id: 'ImportSchedule' });

const fieldChangeSchema = z.object({ field: z.enum([...scheduleFields, 'agreed']), before: z.string(), after: z.string() });
export const scheduleDifferenceSchema = z
  .object({
    added: z.array(scheduleRow),
    removed: z.array(scheduleRow),
    changed: z.array(z.object({ code: z.string(), label: z.string(), fields: z.array(fieldChangeSchema) })),
    same: count,
  })
  .meta({ id: 'ScheduleDifference' });
export type ScheduleDifference = z.infer<typeof scheduleDifferenceSchema>;
export const importedScheduleSchema = z
  .object({ flaws: z.array(cellFlawSchema), rows: count, difference: scheduleDifferenceSchema, applied: z.boolean(), version: scheduleVersionSchema })
  .meta({ id: 'ScheduleImport' });

export const scheduleEffectSchema = z
  .object({
    mails: count.meta({ description: 'Closed mails under rows that the version changes' }),
    kept: count.meta({ description: 'Records already: they keep what they were filed under' }),
    earlier: count,
    later: count,
    known: count.meta({ description: 'Their due day becomes known' }),
    unknown: count.meta({ description: 'Their due day is no longer known' }),
    dueAtOnce: count.meta({ description: 'Not due yet, and would be at once' }),
    parts: z.array(z.object({ row: z.string(), service: z.string().optional(), how: z.enum(['earlier', 'later', 'known', 'unknown']), years: count, mails: count })),
    fates: z.array(z.object({ row: z.string(), before: z.string(), after: z.string(), mails: count })),
  })
  .meta({ id: 'ScheduleEffect' });
export const scheduleSimulationSchema = z
  .object({ state: z.enum(['none', 'waiting', 'done']), current: z.boolean().meta({ description: 'Of the version as it is now' }), askedAt: instant.optional(), doneAt: instant.optional(), effect: scheduleEffectSchema.optional() })
  .meta({ id: 'ScheduleSimulation' });
export type ScheduleSimulation = z.infer<typeof scheduleSimulationSchema>;

export const schedulePlanSchema = z
  .object({
    checkedAt: instant.optional(),
    problem: z.string().optional().meta({ description: 'Why nothing could be compared: `agsMissing`, `filePlanMissing`, `unreachable`' }),
    rows: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        category: z.object({ id, name: z.string() }).optional(),
        authority: z.string().optional(),
        steps: z.array(z.string()),
        drift: z.array(z.object({ code: z.enum(driftCodes), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
        checkedAt: instant.optional(),
      }),
    ),
    foreign: z.array(z.object({ id, name: z.string(), former: z.boolean().meta({ description: 'Of an earlier version of a row' }) })),
  })
  .meta({ id: 'SchedulePlan' });
export type SchedulePlan = z.infer<typeof schedulePlanSchema>;
export const planStepsSchema = z.object({ steps: z.array(z.object({ action: z.string(), subject: z.string() })), warnings: z.array(z.object({ code: z.string(), subject: z.string() })) }).meta({ id: 'SchedulePlanSteps' });
