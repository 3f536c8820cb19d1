import { z } from 'zod';
import { day, instant } from './common.js';

const late = z
  .object({ days: z.int(), until: day, due: z.int(), late: z.int(), low: z.int(), high: z.int() })
  .meta({ id: 'LateShare', description: 'Of the mails that fall due within so many working days and are not late yet: how many will be, and between which numbers in eight runs of ten' });
const dayAhead = z.object({ day, due: z.int(), open: z.int(), low: z.int(), high: z.int() }).meta({ id: 'DayAhead', description: 'Mails due on a day, and mails open at its end' });

export const serviceForecastSchema = z
  .object({
    service: z.string(),
    label: z.string(),
    madeAt: instant,
    from: day.meta({ description: 'The first working day that it looks at' }),
    open: z.int(),
    overdue: z.int(),
    known: z.int().meta({ description: 'Worked days of the past that it knows' }),
    perDay: z.number().meta({ description: 'Mails closed in a working day; 0: none was, and nothing is foretold' }),
    arrivals: z.number().meta({ description: 'Mails that came in on a working day' }),
    persons: z.number(),
    weekdays: z.array(z.number()).readonly().meta({ description: 'Sunday first: work on such a day against the mean day' }),
    late: z.array(late).readonly(),
    course: z.array(dayAhead).readonly(),
    remedy: z.object({ move: z.int().optional(), persons: z.int().optional() }).meta({ description: 'Mails to give to others, or people to add, so that probably none falls late within twenty working days' }),
    past: z.array(z.object({ day, open: z.int(), overdue: z.int() })).readonly().meta({ description: 'What was open and late on the days of earlier forecasts, oldest first' }),
  })
  .meta({ id: 'ServiceForecast' });

export const mailForecastSchema = z.object({ predicted: day.optional(), latest: day.optional(), risk: z.number().min(0).max(1) }).meta({ id: 'MailForecast', description: 'By when half of the runs have treated it, nine of ten have, and the share of them in which it is late' });

const kept = { total: z.int(), inTime: z.int(), late: z.int(), open: z.int() };
export const commitmentSchema = z
  .object({ month: z.string(), service: z.string(), serviceLabel: z.string(), channel: z.enum(['paper', 'electronic']), code: z.string(), label: z.string(), source: z.string().optional(), target: z.number(), ...kept })
  .meta({ id: 'CommitmentResult', description: 'How a promise was kept for mail that came in a month: of what has been decided, in time or late' });
const leg = z.object({ ...kept, target: z.number() });
export const deliverySchema = z.object({ day, service: z.string(), serviceLabel: z.string(), toService: leg, toPerson: leg }).meta({ id: 'Delivery', description: 'Mail taken in on a day: from the mail room to the service, from there into somebody’s hands' });

export const calendarPreviewSchema = z
  .object({ mails: z.int().meta({ description: 'Open mails with a due day' }), earlier: z.int(), later: z.int(), moves: z.array(z.object({ from: day, to: day, mails: z.int() })).meta({ description: 'The largest moves first' }) })
  .meta({ id: 'CalendarPreview' });

export type ServiceForecastView = z.input<typeof serviceForecastSchema>;
export type CommitmentResult = z.input<typeof commitmentSchema>;
export type DeliveryLine = z.input<typeof deliverySchema>;
export type CalendarPreview = z.input<typeof calendarPreviewSchema>;
