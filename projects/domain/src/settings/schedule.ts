import * as z from 'zod';

export const retentionTriggers = ['FIN_ANNEE', 'FIN_MANDAT', 'DATE_DOC', 'CLOTURE', 'FIN_VALIDITE', 'FIN_EXERCICE', 'NOTIFICATION', 'FIN_EXECUTION', 'DERNIER_CONTACT', 'NAISSANCE', 'FIN_DROIT', 'DECES', 'FIN_CONTENTIEUX'] as const;
export type RetentionTrigger = (typeof retentionTriggers)[number];

/** What a row's documents tell of persons: nothing or names only in passing, ordinary data, or special categories (RGPD art. 9 and 10). */
export const personalDataKinds = ['none', 'ordinary', 'special'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Years until public archives may be seen by anyone (Code du patrimoine L213-1 and L213-2); 0: at once. */
export const communicabilityYears = [0, 25, 50, 75, 100, 120] as const;
export type CommunicabilityYears = (typeof communicabilityYears)[number];

/** A row of the retention schedule (tableau de gestion). `D` eliminate, `C` keep, `T` select. */
export const scheduleRow = z.object({
  code: z.string().min(1),
  label: z.string().min(1),
  /** Administrative retention period (DUA), in years from the trigger. */
  years: z.int().min(0).max(120),
  trigger: z.enum(retentionTriggers),
  finalSort: z.enum(['D', 'C', 'T']),
  source: z.string(),
  /** Duration of current use (DUC), in years from the end of treatment; absent: until the mail can no longer be reopened. */
  currentUseYears: z.int().min(0).max(120).optional(),
  /** Absent: nobody has said yet. */
  personalData: z.enum(personalDataKinds).optional(),
  /** Term of the personal data, in years from the trigger (Code du patrimoine L212-3); never more than `years`. */
  personalDataYears: z.int().min(0).max(120).optional(),
  communicability: z.object({ years: z.literal(communicabilityYears), article: z.string().max(200) }).optional(),
  /** The archives' agreement; without it the row is a sample and nothing may be eliminated under it (Code du patrimoine L212-2). */
  agreed: z.object({ by: z.string().min(1), on: z.string(), reference: z.string() }).optional(),
});
export type ScheduleRow = z.infer<typeof scheduleRow>;
export const scheduleSetting = z.object({ title: z.string(), rows: z.array(scheduleRow) });
export type ScheduleSetting = z.infer<typeof scheduleSetting>;
