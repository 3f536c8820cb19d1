import { z } from 'zod';
import { correspondentSchema } from './correspondent.js';
import { describedDocuments } from './beneficiary.js';
import { letterTo } from './clocks.js';
import { day, id } from './common.js';
import { fieldValuesSchema } from './forms.js';
import { endorseBody } from './paper.js';

const revision = z.int().optional().meta({ description: 'The revision you saw; 409 `stale` when the mail has moved on' });
const text = z.string().trim().min(1).max(5000);

export const qualifyBody = z.object({ type: z.string(), sender: correspondentSchema, subject: z.string().trim().min(1).max(500), service: z.string().optional().meta({ description: 'Treating service; absent: the rules choose' }), receivedAt: day, firstReceived: z.object({ on: day, authority: z.string().trim().max(300).optional() }).optional().meta({ description: 'At another authority that sent it on (CRPA L114-3)' }), documentDate: day.optional(), postmarkDate: day.optional(), summary: z.string().max(2000).optional(), confidentiality: z.int().min(0).max(4).optional(), documents: describedDocuments.optional().meta({ description: 'What its documents are, and for whom' }), endorsement: endorseBody.optional().meta({ description: 'Number on the paper' }), fields: fieldValuesSchema.optional().meta({ description: 'Values of custom fields' }), revision }).meta({ id: 'Qualify' });
const despiteOpenWork = z.boolean().optional().meta({ description: 'Close although tasks or opinions are open; else 409 `openWork`' });
export const reasonBody = z.object({ reason: text, revision }).meta({ id: 'Reason' });
export const plainBody = z.object({ revision }).meta({ id: 'Plain' });
export const assignBody = z.object({ assignee: z.string().min(1), revision }).meta({ id: 'Assign' });
export const copyBody = z.object({ services: z.array(z.string()).min(1), revision }).meta({ id: 'Copy' });
export const rerouteBody = z.object({ reason: text, service: z.string().optional().meta({ description: 'Absent: back to the rules and, failing them, to the mail room' }), toMailRoom: z.boolean().optional().meta({ description: 'Back to the mail room, whatever the rules say' }), revision }).meta({ id: 'Reroute' });
export const answerBody = z.object({ template: z.string(), subject: z.string().trim().min(1).max(500), body: text, departureDate: day, channel: z.enum(['post', 'email', 'registered', 'registered_ar']), to: letterTo, closes: z.boolean().default(false), despiteOpenWork, revision }).meta({ id: 'Answer' });
export const closeBody = z.object({ answerId: id.optional().meta({ description: 'The outgoing mail that answers it' }), comment: z.string().max(2000).optional(), despiteOpenWork, revision }).meta({ id: 'Close' });
export const closeWithoutAnswerBody = z.object({ reason: text, despiteOpenWork, revision }).meta({ id: 'CloseWithoutAnswer' });
export const triggerBody = z.object({ day, reason: text, revision }).meta({ id: 'Trigger' });
