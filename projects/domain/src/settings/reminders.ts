import * as z from 'zod';
import { priorities } from '../mail/vocabulary.js';
import { code } from './services.js';

/** Who is told: the assignee, or the secretaries while there is none; the service's secretaries or heads; the heads of the direction that it is part of. */
export const remindedRoles = ['assignee', 'secretaries', 'heads', 'directors'] as const;
export type RemindedRole = (typeof remindedRoles)[number];

/** When people are reminded of mail that nobody has treated yet. The first plan whose types, priorities and services all fit is a mail's. */
export const reminderSetting = z.object({
  code,
  label: z.string().min(1).max(200),
  /** None: all. */
  types: z.array(code).max(200).default([]),
  priorities: z.array(z.enum(priorities)).default([]),
  services: z.array(code).max(500).default([]),
  /** None: nobody is reminded. */
  steps: z
    .array(
      z.object({
        /** Working days from the due day; negative: before it. */
        offset: z.int().min(-60).max(60),
        to: z.enum(remindedRoles),
      }),
    )
    .max(12)
    .refine((steps) => new Set(steps.map(({ offset, to }) => `${offset}:${to}`)).size === steps.length, { error: 'duplicate' }),
});
export type ReminderSetting = z.infer<typeof reminderSetting>;
export type ReminderStep = ReminderSetting['steps'][number];
