import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day' });

/** Where an authority lies, for its public holidays. */
export const territories = ['france', 'alsaceMoselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte', 'saintBarthelemy', 'saintMartin', 'belgium'] as const;
export type Territory = (typeof territories)[number];

/** Working days of the authority. `weekend` counts from 0, Sunday. */
export const calendarSetting = z.object({
  weekend: z.array(z.int().min(0).max(6)),
  /** Whose public holidays count; absent in versions published before there was a choice. */
  territory: z.enum(territories).optional(),
  alsaceMoselle: z.boolean().default(false).meta({ description: 'Before `territory`: Good Friday and 26 December count' }),
  closures: z.array(z.object({ day, label: z.string().min(1) })),
});
export type CalendarSetting = z.infer<typeof calendarSetting>;

export function territoryOf({ territory, alsaceMoselle }: CalendarSetting): Territory {
  return territory ?? (alsaceMoselle ? 'alsaceMoselle' : 'france');
}
