import { calendarSetting } from '@bannette/domain';
import { z } from 'zod';
import { day, page, pageOf } from '../schemas/common.js';
import { calendarPreviewSchema, commitmentSchema, deliverySchema, mailForecastSchema, serviceForecastSchema } from '../schemas/forecast.js';
import { mailLineSchema } from '../schemas/mail.js';

const tag = 'forecast';
const service = z.string().max(40);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'month' });
const months = z.object({ from: month.optional().meta({ description: 'Default: the month before the last one' }), until: month.optional().meta({ description: 'Default: this month; at most 24 months after `from`' }), service: service.optional() });
const days = z.object({ from: day.optional().meta({ description: 'Default: four weeks before `until`' }), until: day.optional().meta({ description: 'Default: today; at most 92 days after `from`' }), service: service.optional() });

/** What will be late, what was promised, and how long mail takes in the house: for secretaries and heads of their services, for the mail room of all. */
export const forecastOperations = {
  forecasts: { method: 'GET', path: '/forecasts', summary: 'What each of my services may expect, the one with most mails at risk first', tag, response: z.object({ items: z.array(serviceForecastSchema) }) },
  mailsAtRisk: { method: 'GET', path: '/forecasts/{service}/mails', summary: 'Mails of a service that will probably be late, by due day', tag, params: z.object({ service }), query: page, response: pageOf(z.object({ mail: mailLineSchema, forecast: mailForecastSchema })) },
  commitments: { method: 'GET', path: '/commitments', summary: 'How promises were kept, by month, service and channel', tag, query: months, response: z.object({ items: z.array(commitmentSchema) }) },
  commitmentsFile: { method: 'GET', path: '/commitments.csv', summary: 'The same as CSV', tag, query: months, stream: 'download' },
  deliveries: { method: 'GET', path: '/deliveries', summary: 'Both legs of the way in the house, by day and service', tag, query: days, response: z.object({ items: z.array(deliverySchema) }) },
  deliveriesFile: { method: 'GET', path: '/deliveries.csv', summary: 'The same as CSV', tag, query: days, stream: 'download' },
  previewCalendar: { method: 'POST', path: '/administration/calendar/preview', summary: 'How many due days another calendar would move, for administrators', tag: 'administration', body: z.object({ calendar: calendarSetting }).meta({ id: 'PreviewCalendar' }), response: calendarPreviewSchema },
} as const;
