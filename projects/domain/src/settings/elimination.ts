import * as z from 'zod';
import type { AuthoritySetting } from './authority.js';

/** What stops a campaign of elimination that would take more than anybody can have meant. A campaign may ask for less. */
export const eliminationSetting = z.object({
  /** Mails of one campaign at the most. */
  maxItems: z.int().min(1).max(100_000).default(10_000),
  /** Of all mails of the authority that one campaign may take, 0–1. */
  maxShare: z.number().gt(0).max(1).default(0.2),
  /** Errors one after another that stop an execution. */
  maxErrors: z.int().min(1).max(1000).default(5),
  /** Days between the visa and the execution, in which it can still be cancelled. */
  coolingDays: z.int().min(0).max(365).default(7),
  /** Days for which the longest-lived backup is kept. */
  backupDays: z.int().min(0).max(3650).default(90),
  /** Rows with a shorter period than these years are a conflict: a schedule that was typed wrongly makes nothing due. */
  minYears: z.int().min(0).max(100).default(1),
  /** Working days in which heads of service and the DPO take note of a warning before the general direction is told. */
  acknowledgeDays: z.int().min(1).max(60).default(5),
  /** Days before an execution may begin when they are told once more. */
  warnDays: z.int().min(1).max(60).default(3),
  /** Nothing is executed while somebody has not taken note. */
  requireAcknowledgement: z.boolean().default(false),
});
export type EliminationSetting = z.infer<typeof eliminationSetting>;

/** The authority's own bounds, or the usual ones. */
export const usualElimination = ({ elimination }: Pick<AuthoritySetting, 'elimination'>): EliminationSetting => elimination ?? eliminationSetting.parse({});
