import { Readable } from 'node:stream';
import { serve, type Call, type Operation } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { previewCalendar } from '../calendar/preview.js';
import { commitmentsCsv, deliveriesCsv } from '../commitments/csv.js';
import { commitmentsOf } from '../commitments/list.js';
import { deliveriesOf } from '../delivery/list.js';
import { forecastsOf, mailsAtRisk } from './list.js';

type Reply = Call<Operation>['reply'];
const csv = (reply: Reply, name: string, text: string): Readable => {
  reply.header('content-type', 'text/csv; charset=utf-8').header('cache-control', 'private, no-store').header('content-disposition', `attachment; filename="${name}"`);
  return Readable.from([Buffer.from(text)]);
};

export function forecastRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    forecasts: (call) => forecastsOf(house, call),
    mailsAtRisk: (call) => mailsAtRisk(house, call),
    commitments: async (call) => ({ items: await commitmentsOf(house, call) }),
    commitmentsFile: async (call) => csv(call.reply, 'engagements.csv', commitmentsCsv(await commitmentsOf(house, call))),
    deliveries: async (call) => ({ items: await deliveriesOf(house, call) }),
    deliveriesFile: async (call) => csv(call.reply, 'remises.csv', deliveriesCsv(await deliveriesOf(house, call))),
    previewCalendar: (call) => previewCalendar(house, call),
  });
}
