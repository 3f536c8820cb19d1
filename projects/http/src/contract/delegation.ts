import { z } from 'zod';
import { id, pageById, pageOf } from '../schemas/common.js';
import { actBody, delegationBody, delegationFindingSchema, delegationSchema, fileBodyBytes, someone } from '../schemas/delegation.js';

const tag = 'delegation';
const one = z.object({ id });

/** Who replaces whom while away. */
export const delegationOperations = {
  delegations: { method: 'GET', path: '/delegations', summary: 'Delegations, newest first: mine, those of people of my services (heads and secretaries), or all (administrators)', tag, query: pageById.extend({ of: z.enum(['mine', 'service', 'all']).default('mine'), state: z.enum(['current', 'over', 'all']).default('current') }), response: pageOf(delegationSchema) },
  delegators: { method: 'GET', path: '/delegations/delegators', summary: 'For whom I may name delegates: myself, people of the services whose head or secretary I am, or all', tag, query: z.object({ q: z.string().max(100).optional() }), response: z.object({ items: z.array(someone.extend({ services: z.array(z.string()) })) }) },
  delegateCandidates: { method: 'GET', path: '/delegations/candidates', summary: 'Who could replace somebody: people who can open mail of theirs, and whether they can open all of it', tag, query: z.object({ delegator: z.string().max(200).optional() }), response: z.object({ items: z.array(someone.extend({ opensAll: z.boolean() })), services: z.array(z.object({ code: z.string(), label: z.string() })).meta({ description: 'Services whose mail you may delegate in their name' }) }) },
  checkDelegation: { method: 'POST', path: '/delegations/check', summary: 'What stands against a delegation, or is good to know before it is made', tag, body: delegationBody, response: z.object({ findings: z.array(delegationFindingSchema) }) },
  createDelegation: { method: 'POST', path: '/delegations', summary: 'Name delegates: for oneself, or as secretary, head or administrator for somebody', tag, body: delegationBody, status: 201, response: delegationSchema },
  endDelegation: { method: 'POST', path: '/delegations/{id}/end', summary: 'End it now', tag, params: one, response: delegationSchema },
  attachAct: { method: 'POST', path: '/delegations/{id}/act', summary: 'Keep its signed act, in Alfresco', tag, params: one, body: actBody, bodyBytes: fileBodyBytes + 10_000, response: delegationSchema },
  actContent: { method: 'GET', path: '/delegations/{id}/act', summary: 'Its signed act', tag, params: one, stream: 'download' },
} as const;
