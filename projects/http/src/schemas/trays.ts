import { z } from 'zod';
import { bulkActions, bulkMost, trayQuery, traySorts } from '@bannette/domain';
import { id, instant } from './common.js';

const person = z.object({ id: z.string(), displayName: z.string() });
const audience = z.object({ service: z.string(), only: z.enum(['secretaries', 'heads']).optional() }).meta({ id: 'TrayAudience', description: 'Whom a saved tray is shared with: a service of yours, or only its secretaries or heads. Each sees of it what they may open' });

export const saveTrayBody = z.object({ name: z.string().trim().min(1).max(80), query: trayQuery, sort: z.enum(traySorts).default('due'), sharedWith: audience.optional(), pinned: z.boolean().default(false) }).meta({ id: 'SaveTray' });
export const changeTrayBody = saveTrayBody.omit({ pinned: true }).extend({ revision: z.int() }).meta({ id: 'ChangeTray' });
export const savedTraySchema = z
  .object({ id, name: z.string(), query: trayQuery, sort: z.enum(traySorts), owner: person, mine: z.boolean(), sharedWith: audience.optional(), revision: z.number().int() })
  .meta({ id: 'SavedTray' });
export const findBody = z.object({ query: trayQuery, sort: z.enum(traySorts).default('newest'), limit: z.int().min(1).max(200).default(50), after: z.string().max(200).optional() }).meta({ id: 'FindMails' });
/** Beyond it, how many are found is not counted. */
export const countedMost = 1000;
export const foundSchema = z.object({ count: z.int().optional().meta({ description: 'Absent: counting them takes too long' }), more: z.boolean().meta({ description: 'There are more than that' }) }).meta({ id: 'FoundMails' });
export const pinsBody = z.object({ trays: z.array(z.string().min(1).max(120)).max(100) }).meta({ id: 'PinTrays' });
export const selectionSchema = z.object({ items: z.array(z.object({ id, revision: z.number().int() })), more: z.boolean().meta({ description: `There are more than the ${bulkMost} that are named` }) }).meta({ id: 'TraySelection' });

export const markBody = z.object({ read: z.boolean().optional(), followed: z.boolean().optional() }).meta({ id: 'MarkMail' });
export const lockBody = z.object({ takeOver: z.boolean().default(false) }).meta({ id: 'LockMail' });

export const bulkBody = z
  .object({
    action: z.enum(bulkActions),
    mails: z.array(z.object({ id, revision: z.int().optional().meta({ description: 'The revision you saw; one that has moved on meanwhile is left alone' }) })).min(1).max(bulkMost),
    with: z.object({ assignee: z.string().min(1).max(200), services: z.array(z.string()).min(1).max(50), service: z.string(), reason: z.string().trim().min(1).max(5000), comment: z.string().trim().max(2000), toMailRoom: z.boolean() }).partial().default({}).meta({ description: 'What the action alone would be asked' }),
  })
  .meta({ id: 'BulkAction' });
const outcome = z.enum(['done', 'refused', 'moved', 'undone', 'kept']).meta({ description: '`moved`: it changed after it was chosen; `kept`: it could not be undone' });
export const bulkSchema = z
  .object({
    id,
    action: z.enum(bulkActions),
    state: z.enum(['running', 'done', 'undoing', 'undone']),
    total: z.number().int(),
    counts: z.object({ waiting: z.number().int(), done: z.number().int(), refused: z.number().int(), moved: z.number().int(), undone: z.number().int(), kept: z.number().int() }),
    undoUntil: instant.optional().meta({ description: 'Until then all of it can be undone at once' }),
    items: z.array(z.object({ id, chrono: z.string().optional(), subject: z.string().optional(), outcome: outcome.optional(), problem: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).optional() })),
  })
  .meta({ id: 'Bulk' });
