import { z } from 'zod';
import { id, page, pageById, pageOf } from '../schemas/common.js';
import { boxedSchema, boxSchema, changeBoxBody, endorseBody, handOverBody, inHandSchema, monthSchema, numberBody, openBoxBody, paperSchema, receiveBody, registerUnscannedBody, roundSchema, returnBody, slipsBody, unscannedLineSchema, unsealBody } from '../schemas/paper.js';

const tag = 'paper';
const boxCode = z.object({ code: z.string().regex(/^B-\d{4}-\d{5,9}$/, { error: 'boxCode' }) });
const months = z.object({ until: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'month' }).optional().meta({ description: 'Twelve months that end with this one; default: the one that it is' }) });
const boxView = z.object({ box: boxSchema });

/** Mail that is not scanned, its rounds, and the boxes that paper is kept in: for the mail room, and for services their own. */
export const paperOperations = {
  registerUnscanned: { method: 'POST', path: '/unscanned', summary: 'Register a mail from its envelope, without a scan', tag, body: registerUnscannedBody, status: 201, response: unscannedLineSchema },
  unscanned: { method: 'GET', path: '/unscanned', summary: 'Mails without a scan: still to be handed over (the most urgent first), handed over (newest first), or to be returned to the sender (oldest first)', tag, query: pageById.extend({ state: z.enum(['waiting', 'handedOver', 'toReturn']).default('waiting'), service: z.string().max(40).optional() }), response: pageOf(unscannedLineSchema) },
  inHand: { method: 'GET', path: '/unscanned/in-hand', summary: 'How many are still to be handed over, by service, and how many are overdue', tag, response: z.object({ items: z.array(inHandSchema) }) },
  findUnscanned: { method: 'POST', path: '/unscanned/find', summary: 'A mail without a scan by the number on its slip', tag, body: numberBody, response: unscannedLineSchema },
  unscannedMonths: { method: 'GET', path: '/unscanned/months', summary: 'Share of each kind in all that came in, by month', tag, query: months, response: z.object({ items: z.array(monthSchema) }) },
  unscannedMonthsFile: { method: 'GET', path: '/unscanned/months.csv', summary: 'The same as CSV', tag, query: months, stream: 'download' },
  printSlips: { method: 'POST', path: '/unscanned/slips', summary: 'Slips that go with the envelopes, as a PDF', tag, body: slipsBody, stream: 'download' },
  handOver: { method: 'POST', path: '/rounds', summary: 'Hand over mails against the signature of who receives them', tag, body: handOverBody, status: 201, response: roundSchema },
  receive: { method: 'POST', path: '/rounds/received', summary: 'I have received these mails', tag, body: receiveBody, status: 201, response: roundSchema },
  rounds: { method: 'GET', path: '/rounds', summary: 'What was handed over at once, newest first', tag, query: pageById, response: pageOf(roundSchema) },
  roundSignature: { method: 'GET', path: '/rounds/{id}/signature', summary: 'The signature, as a PNG', tag, params: z.object({ id }), stream: 'download' },

  unseal: { method: 'POST', path: '/mails/{id}/unseal', summary: 'Note that a commission opened a sealed bid', tag, params: z.object({ id }), body: unsealBody, response: paperSchema },
  returnOriginal: { method: 'POST', path: '/mails/{id}/return', summary: 'Note that an original went back to its sender', tag, params: z.object({ id }), body: returnBody, response: paperSchema },

  endorse: { method: 'POST', path: '/mails/{id}/endorse', summary: 'Keep the number that the scanner printed or the label carries', tag, params: z.object({ id }), body: endorseBody, response: paperSchema },
  boxes: { method: 'GET', path: '/boxes', summary: 'Boxes, newest first; by the code of a box, or a number of a mail that is in it', tag, query: page.extend({ q: z.string().max(100).optional(), after: boxCode.shape.code.optional() }), response: pageOf(boxSchema) },
  openBox: { method: 'POST', path: '/boxes', summary: 'Open a box', tag, body: openBoxBody, status: 201, response: boxSchema },
  box: { method: 'GET', path: '/boxes/{code}', summary: 'A box and what is in it', tag, params: boxCode, response: z.object({ box: boxSchema, items: z.array(boxedSchema) }) },
  putInBox: { method: 'POST', path: '/boxes/{code}/mails', summary: 'Put a mail in, by its number', tag, params: boxCode, body: numberBody, response: boxView.extend({ mail: boxedSchema, from: z.string().optional().meta({ description: 'Box that it was in before' }) }) },
  takeOutOfBox: { method: 'POST', path: '/boxes/{code}/mails/{id}/take-out', summary: 'Take a mail out', tag, params: boxCode.extend({ id }), response: boxSchema },
  changeBox: { method: 'POST', path: '/boxes/{code}/location', summary: 'Tell where it stands', tag, params: boxCode, body: changeBoxBody, response: boxSchema },
  closeBox: { method: 'POST', path: '/boxes/{code}/close', summary: 'Close it: nothing more goes in or out', tag, params: boxCode, response: boxSchema },
  boxLabel: { method: 'GET', path: '/boxes/{code}/label', summary: 'Its label, as a PDF', tag, params: boxCode, stream: 'download' },
  boxList: { method: 'GET', path: '/boxes/{code}/list', summary: 'List of what is in it', tag, params: boxCode, query: z.object({ form: z.enum(['pdf', 'csv']).default('pdf') }), stream: 'download' },
} as const;
