import { correspondentActions } from '@bannette/domain';
import { z } from 'zod';
import { kindSchema } from './forms.js';
import { doorSchema } from './sites.js';

export const roomSchema = z.enum(['mailRoom', 'records', 'dpo', 'administration', 'alerts', 'clocks', 'ruleReturns', 'figures', 'unscanned', 'boxes', 'register', 'reservations', 'beneficiaries', 'identify', 'correspondents', 'affairs', 'proof', 'campaigns', 'archives', 'schedule', 'holds', 'processings', 'visas']).meta({ id: 'Room' });
export type Room = z.infer<typeof roomSchema>;
export const sessionSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    email: z.string().optional(),
    rooms: z.array(roomSchema),
    services: z.array(z.object({ code: z.string(), label: z.string(), head: z.boolean(), secretary: z.boolean() })),
    mailRooms: z.array(doorSchema).meta({ description: 'Mail rooms that you work in' }),
    doors: z.array(doorSchema).meta({ description: 'Where you may say that something came in; the first is meant when you say nothing' }),
    correspondents: z.array(z.enum(correspondentActions)).meta({ description: 'What you may do in the directory of correspondents' }),
    registers: z.array(kindSchema).meta({ description: 'Kinds of mail that you may register through a form' }),
    authority: z.object({ name: z.string(), timeZone: z.string(), undoSeconds: z.number() }),
    sendsEmail: z.boolean().meta({ description: 'Whether letters can leave by e-mail from here' }),
    unreadNotices: z.number().int(),
    openAlerts: z.number().int().meta({ description: 'Alerts of the room `alerts` that nobody has settled' }),
  })
  .meta({ id: 'Session' });
export const personSchema = z.object({ id: z.string(), displayName: z.string(), services: z.array(z.string()) }).meta({ id: 'Person' });
