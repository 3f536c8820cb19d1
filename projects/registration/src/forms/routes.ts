import { serve } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { registerEntry } from './entry.js';
import { changeFields } from './fields.js';
import { fieldProperties } from './properties.js';

export function formRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    registerEntry: (call) => registerEntry(house, call),
    changeFields: (call) => changeFields(house, call),
    fieldProperties: (call) => fieldProperties(house, call),
  });
}
