import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day' });

/** Working days of the authority. `weekend` counts from 0, Sunday. */
export const calendarSetting = z.object({
  weekend: z.array(z.int().min(0).max(6)),
  alsaceMoselle: z.boolean(),
  closures: z.array(z.object({ day, label: z.string().min(1) })),
});
export type CalendarSetting = z.infer<typeof calendarSetting>;
