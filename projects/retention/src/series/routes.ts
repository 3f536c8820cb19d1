import { serve } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { registerSeries, sortRegister } from './view.js';

export function seriesRoutes(house: House, app: FastifyInstance): void {
  serve(app, { registerSeries: ({ caller }) => registerSeries(house, caller), sortRegister: (call) => sortRegister(house, call) });
}
