import { z } from 'zod';
import { day, id, page, pageById, pageOf } from '../schemas/common.js';
import { counterSchema, dayRegisterSchema, registerGapSchema, registerLineSchema, replayBody, reservationSchema, reserveBody, reservedNumberSchema, voidNumbersBody } from '../schemas/registers.js';

const tag = 'registers';
const period = z.object({ register: z.string().max(80).optional().meta({ description: 'A counter; absent: all' }), from: day, to: day });
const reservationView = z.object({ reservation: reservationSchema, numbers: z.array(reservedNumberSchema) });

/** Registers of numbers: the daily register, what is not in its row, and numbers for a day without server. */
export const registerOperations = {
  counters: { method: 'GET', path: '/registers', summary: 'Registers with their next numbers', tag, response: z.object({ items: z.array(counterSchema), closesAt: z.string().optional(), sealed: z.boolean().meta({ description: 'Whether days are signed' }) }) },
  dayRegisters: { method: 'GET', path: '/registers/days', summary: 'Daily registers that are closed, newest first', tag, query: page.extend({ after: day.optional() }), response: pageOf(dayRegisterSchema) },
  openRegister: { method: 'GET', path: '/registers/open', summary: 'What was numbered since the last daily register was closed: the latest numbers of each register first, after what became of earlier ones', tag, query: page, response: pageOf(registerLineSchema).extend({ total: z.number().int().meta({ description: 'Lines of all pages' }) }) },
  dayRegisterFile: { method: 'GET', path: '/registers/days/{day}/file', summary: 'A daily register as it was closed', tag, params: z.object({ day }), query: z.object({ form: z.enum(['pdf', 'csv']).default('pdf') }), stream: 'download' },
  gaps: { method: 'GET', path: '/registers/gaps', summary: 'Numbers that are missing, voided, reserved and not used, or out of order; at most a year, and the first thousand', tag, query: period, response: z.object({ items: z.array(registerGapSchema), more: z.boolean() }) },
  gapsFile: { method: 'GET', path: '/registers/gaps.csv', summary: 'The same as CSV', tag, query: period, stream: 'download' },

  reservations: { method: 'GET', path: '/reservations', summary: 'Numbers that were reserved for a day without server, newest first', tag, query: pageById, response: pageOf(reservationSchema) },
  reserve: { method: 'POST', path: '/reservations', summary: 'Reserve the next numbers of a register: nobody else is given them', tag, body: reserveBody, status: 201, response: reservationView },
  reservation: { method: 'GET', path: '/reservations/{id}', summary: 'A reservation and what became of its numbers', tag, params: z.object({ id }), response: reservationView },
  reservationSheets: { method: 'GET', path: '/reservations/{id}/sheets', summary: 'Sheets to fill in by hand, a number and its codes each, as a PDF', tag, params: z.object({ id }), stream: 'download' },
  replay: { method: 'POST', path: '/reservations/{id}/numbers/{number}/use', summary: 'Enter the mail that a reserved number was given to by hand', tag, params: z.object({ id, number: z.coerce.number().int().min(1) }), body: replayBody, status: 201, response: z.object({ mailId: id, chrono: z.string() }) },
  voidNumbers: { method: 'POST', path: '/reservations/{id}/void', summary: 'Void reserved numbers that nothing was given; they keep their place', tag, params: z.object({ id }), body: voidNumbersBody, response: reservationView },
} as const;
