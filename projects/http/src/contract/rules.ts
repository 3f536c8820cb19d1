import { z } from 'zod';
import { pageOf } from '../schemas/common.js';
import { settingVersionSchema } from '../schemas/rooms.js';
import { correctionSchema, ruleReturnsSchema, serviceLoadSchema, simulateBody, simulationChangeSchema, simulationSchema, simulationWithRulesSchema, triedSetSchema, tryRulesBody } from '../schemas/rules.js';

const tag = 'rules';
const params = z.object({ simulation: z.uuid() });
const bodyBytes = 8 * 1024 ** 2;
const days = z.coerce.number().int().min(7).max(730).default(90);

/** Rules of distribution before they are published: tried, simulated on past mail, corrected by what came back. */
export const ruleOperations = {
  tryRules: { method: 'POST', path: '/administration/rules/try', summary: 'Ask rules of one mail, criterion by criterion; nothing is changed', tag, body: tryRulesBody, bodyBytes, response: triedSetSchema },
  simulations: { method: 'GET', path: '/administration/rules/simulations', summary: 'Runs of rules on past mail, newest first, for administrators', tag, query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30), after: z.uuid().optional() }), response: pageOf(simulationSchema) },
  simulate: { method: 'POST', path: '/administration/rules/simulations', summary: 'Run rules on past mail, in the background; no mail is changed', tag, body: simulateBody, bodyBytes, status: 201, response: simulationSchema },
  simulation: { method: 'GET', path: '/administration/rules/simulations/{simulation}', summary: 'How far a run is, and who would have received what', tag, params, response: simulationWithRulesSchema },
  simulationChanges: { method: 'GET', path: '/administration/rules/simulations/{simulation}/changes', summary: 'Mails that would go elsewhere, with both reasons where you may open them', tag, params, query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), after: z.coerce.number().int().min(0).optional(), from: z.string().max(40).optional().meta({ description: 'Of this service; `-`: of the mail room' }), to: z.string().max(40).optional() }), response: pageOf(simulationChangeSchema) },
  cancelSimulation: { method: 'POST', path: '/administration/rules/simulations/{simulation}/cancel', summary: 'Stop a run', tag, params, response: simulationSchema },
  publishSimulation: { method: 'POST', path: '/administration/rules/simulations/{simulation}/publish', summary: 'Publish the rules that were run; refused where settings have moved on since', tag, params, body: z.object({ comment: z.string().trim().min(1).max(500) }).meta({ id: 'PublishSimulation' }), response: settingVersionSchema },
  ruleReturns: { method: 'GET', path: '/administration/rules/returns', summary: 'What each rule sent, what came back as "not mine", and where that went instead', tag, query: z.object({ days }), response: z.object({ items: z.array(ruleReturnsSchema) }) },
  ruleCorrections: { method: 'GET', path: '/administration/rules/{rule}/corrections', summary: 'Corrections that what came back speaks for', tag, params: z.object({ rule: z.string().max(60) }), query: z.object({ days }), response: z.object({ items: z.array(correctionSchema), none: z.enum(['tooFew', 'nothingInCommon']).optional() }) },
  serviceLoads: { method: 'GET', path: '/administration/services/loads', summary: 'Open and late mail of each service, for administrators', tag: 'administration', response: z.object({ items: z.array(serviceLoadSchema) }) },
} as const;
