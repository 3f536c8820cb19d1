import { z } from 'zod';

export const retentionTriggers = ['FIN_ANNEE', 'FIN_MANDAT', 'DATE_DOC', 'CLOTURE', 'FIN_VALIDITE', 'FIN_EXERCICE', 'NOTIFICATION', 'FIN_EXECUTION', 'DERNIER_CONTACT', 'NAISSANCE', 'FIN_DROIT', 'DECES', 'FIN_CONTENTIEUX'] as const;
export type RetentionTrigger = (typeof retentionTriggers)[number];

/** A row of the retention schedule (tableau de gestion). `D` eliminate, `C` keep, `T` select. */
export const scheduleRow = z.object({
  code: z.string().min(1),
  label: z.string().min(1),
  /** Administrative retention period (DUA), in years from the trigger. */
  years: z.int().min(0).max(120),
  trigger: z.enum(retentionTriggers),
  finalSort: z.enum(['D', 'C', 'T']),
  source: z.string(),
  /** The archives' agreement; without it the row is a sample and nothing may be eliminated under it (Code du patrimoine L212-2). */
  agreed: z.object({ by: z.string().min(1), on: z.string(), reference: z.string() }).optional(),
});
export type ScheduleRow = z.infer<typeof scheduleRow>;
export const scheduleSetting = z.object({ title: z.string(), rows: z.array(scheduleRow) });
export type ScheduleSetting = z.infer<typeof scheduleSetting>;
