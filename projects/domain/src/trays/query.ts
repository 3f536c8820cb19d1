import * as z from 'zod';
import { addDays, isDay } from '../calendar/day.js';
import { mailCategories, mailStates } from '../mail/states.js';
import { priorities } from '../mail/vocabulary.js';

const day = z.string().refine(isDay, { error: 'day' });
const codes = z.array(z.string().min(1).max(60)).min(1).max(50);

/** Days from one to another, both counted in; or so many days back or ahead from the day on which it is asked. */
export const dayRange = z
  .object({ from: day.optional(), until: day.optional(), last: z.int().min(0).max(3660).optional(), next: z.int().min(0).max(3660).optional() })
  .refine(({ from, until, last, next }) => from !== undefined || until !== undefined || last !== undefined || next !== undefined, { error: 'empty' })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, { error: 'order', path: ['until'] });
export type DayRange = z.infer<typeof dayRange>;

/** What a search asks for; what is left out is not asked. A saved one is a tray. */
export const trayQuery = z
  .object({
    text: z.string().trim().min(1).max(200).optional(),
    services: codes.optional(),
    states: z.array(z.enum(mailStates)).min(1).max(mailStates.length).optional(),
    types: codes.optional(),
    categories: z.array(z.enum(mailCategories)).min(1).max(mailCategories.length).optional(),
    priorities: z.array(z.enum(priorities)).min(1).max(priorities.length).optional(),
    /** `me`, whoever asks; `nobody`; or a person's id. */
    assignee: z.string().min(1).max(200).optional(),
    received: dayRange.optional(),
    due: dayRange.optional(),
    affair: z.uuid().optional(),
    /** Values of the authority's own fields, by key. */
    fields: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{1,39}$/), z.string().min(1).max(500)).optional(),
  })
  .strict();
export type TrayQuery = z.infer<typeof trayQuery>;

/** In which order: by due day, by arrival, or by priority and then due day. */
export const traySorts = ['due', 'newest', 'oldest', 'priority'] as const;
export type TraySort = (typeof traySorts)[number];

/** The days that a range means on `today`. */
export function daysMeant({ from, until, last, next }: DayRange, today: string): { readonly from?: string; readonly until?: string } {
  return {
    from: from ?? (last !== undefined ? addDays(today, -last) : next !== undefined ? today : undefined),
    until: until ?? (next !== undefined ? addDays(today, next) : last !== undefined ? today : undefined),
  };
}

/** Whether nothing is asked: everything would be found. */
export const asksNothing = (query: TrayQuery): boolean => Object.values(query).every((value) => value === undefined);
