import { clockKinds } from '@bannette/domain';
import { z } from 'zod';
import { acknowledgeBody, askPiecesBody, attestBody, clockSchema, dispatchBody, extendBody, prioritiseBody, receivePiecesBody, transmitBody } from '../schemas/clocks.js';
import { day, id, page, pageOf } from '../schemas/common.js';
import { mailLineSchema, mailSchema } from '../schemas/mail.js';

const clockLineSchema = z.object({ mail: mailLineSchema, clock: clockSchema.pick({ code: true, label: true, kind: true, source: true, due: true, daysLeft: true, because: true }).extend({ suspendedUntil: day.optional() }) }).meta({ id: 'ClockLine' });
const onMail = <B extends z.ZodType>(action: string, summary: string, body: B) => ({ method: 'POST', path: `/mails/{id}/${action}`, summary, tag: 'clocks', params: z.object({ id }), body, response: mailSchema }) as const;

/** Clocks of the law, and what people do to them. */
export const clockOperations = {
  clocks: { method: 'GET', path: '/clocks', summary: 'Clocks of the law that nothing has met yet, of mails of my services, the next to end first', tag: 'clocks', query: page.extend({ until: day.optional(), kind: z.enum(clockKinds).optional(), service: z.string().max(40).optional() }), response: pageOf(clockLineSchema) },
  askPieces: onMail('pieces', 'Ask for missing pieces, until a day, with a letter if wanted (CRPA L114-5)', askPiecesBody),
  receivePieces: onMail('pieces-received', 'All pieces that were asked for are there', receivePiecesBody),
  acknowledge: onMail('acknowledgements', 'Acknowledge: with a letter, or as sent by other means (CRPA L112-3, L112-11)', acknowledgeBody),
  attest: onMail('attestations', 'Attest that silence was an acceptance, as its author asks (CRPA L232-3)', attestBody),
  extend: onMail('extension', 'Put off the end of a clock that allows it, and tell its author why (RGPD art. 12.3)', extendBody),
  dispatch: onMail('dispatch', 'Send a letter by e-mail again, to another address if need be', dispatchBody),
  transmit: onMail('transmission', 'Send it on to the competent authority, and close it (CRPA L114-2)', transmitBody),
  prioritise: onMail('priority', 'Say how urgent it is; its due day follows', prioritiseBody),
} as const;
