import * as z from 'zod';
import { code } from './services.js';
import { openingHours } from './sites.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day' });

/** Where an authority lies, for its public holidays. */
export const territories = ['france', 'alsaceMoselle', 'guadeloupe', 'martinique', 'guyane', 'reunion', 'mayotte', 'saintBarthelemy', 'saintMartin', 'belgium'] as const;
export type Territory = (typeof territories)[number];

const daysApart = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000;

/** Working days of the authority. `weekend` counts from 0, Sunday. */
export const calendarSetting = z.object({
  weekend: z.array(z.int().min(0).max(6)),
  /** Whose public holidays count; absent in versions published before there was a choice. */
  territory: z.enum(territories).optional(),
  alsaceMoselle: z.boolean().default(false).meta({ description: 'Before `territory`: Good Friday and 26 December count' }),
  /** Days off of the organisation; with `until`, all days up to it. */
  closures: z.array(
    z
      .object({ day, until: day.optional(), label: z.string().min(1), kind: z.enum(['closure', 'bridge']).optional() })
      .refine(({ day: from, until }) => until === undefined || (until >= from && daysApart(from, until) <= 92), { error: 'closureEnd', path: ['until'] }),
  ),
  /** When the house is at work; a service's own hours, or its site's, go before. None: all day. */
  hours: z.array(openingHours).max(28).optional(),
  /** Of services whose hours are neither the house's nor their site's. */
  services: z.array(z.object({ service: code, hours: z.array(openingHours).min(1).max(28) })).max(500).optional(),
});
export type CalendarSetting = z.infer<typeof calendarSetting>;

export function territoryOf({ territory, alsaceMoselle }: CalendarSetting): Territory {
  return territory ?? (alsaceMoselle ? 'alsaceMoselle' : 'france');
}
