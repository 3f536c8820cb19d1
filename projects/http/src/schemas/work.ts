import { noteVisibilities, opinionStates, opinionVerdicts } from '@bannette/domain';
import { z } from 'zod';
import { day, id, instant } from './common.js';
import { smallFile, someone } from './delegation.js';

const revision = z.int().optional().meta({ description: 'The revision you saw; 409 `stale` when the mail has moved on' });
const text = z.string().trim().min(1).max(5000);
const people = z.array(z.string().min(1).max(200)).max(30);

const said = {
  text,
  visibility: z.enum(noteVisibilities).default('readers').meta({ description: 'Who sees it beside you; `readers`: all who may open the mail' }),
  service: z.string().max(60).optional().meta({ description: 'With `service`: which of yours; default: the one that treats the mail, else your first' }),
  persons: people.default([]).meta({ description: 'With `persons`: who, among those who may open the mail' }),
  mentions: people.default([]).meta({ description: 'Who is told of it, among those who see it' }),
};
export const noteBody = z.object(said).meta({ id: 'NoteText' });
export const noteSchema = z
  .object({
    id,
    text: z.string(),
    author: someone,
    at: instant,
    changedAt: instant.optional(),
    visibility: z.enum(noteVisibilities),
    seenBy: z.array(z.string()).optional().meta({ description: 'Names of the service or persons that it is for' }),
    persons: z.array(z.string()).optional(),
    mentions: z.array(someone),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Note' });

export const taskSchema = z
  .object({
    id,
    title: z.string(),
    assignees: z.array(someone),
    dueOn: day.optional(),
    remindOn: day.optional(),
    workingDaysLeft: z.int().optional(),
    state: z.enum(['open', 'done', 'cancelled']),
    createdBy: someone,
    at: instant,
    endedBy: someone.optional(),
    endedAt: instant.optional(),
    for: someone.optional().meta({ description: 'Whom its last author replaced' }),
    mayEnd: z.boolean(),
  })
  .meta({ id: 'Task' });
const taskFields = { title: z.string().trim().min(1).max(300), assignees: people.min(1), dueOn: day.optional(), remindOn: day.optional() };
export const addTaskBody = z.object({ ...taskFields, revision }).meta({ id: 'NewTask' });
export const changeTaskBody = z.object({ ...taskFields, state: z.enum(['open', 'done', 'cancelled']) }).partial().meta({ id: 'ChangeTask' });

const limit = { until: day.optional(), workingDays: z.int().min(1).max(120).optional() };
const asked = z
  .object({ person: z.string().min(1).max(200).optional(), service: z.string().max(60).optional().meta({ description: 'All of a service; with a person: the service through which they may open the mail, where they can’t yet' }), ...limit })
  .refine(({ person, service }) => person !== undefined || service !== undefined, { error: 'nobodyAsked', path: ['person'] });
export const askOpinionsBody = z
  .object({ question: text, mode: z.enum(['series', 'parallel']).default('parallel'), onLimit: z.enum(['next', 'wait']).default('next').meta({ description: 'In a series: whether the next one is asked once a limit has passed' }), asked: z.array(asked).min(1).max(20), revision })
  .meta({ id: 'AskOpinions' });
export const giveOpinionBody = z
  .object({ verdict: z.enum(opinionVerdicts), words: text.optional(), file: smallFile.optional() })
  .refine(({ verdict, words }) => verdict === 'favourable' || words !== undefined, { error: 'wordsNeeded', path: ['words'] })
  .meta({ id: 'GiveOpinion' });
export const askAgainBody = z.object(limit).meta({ id: 'AskAgain' });

export const opinionSchema = z
  .object({
    id,
    position: z.int(),
    person: someone.optional(),
    service: z.string().optional(),
    serviceLabel: z.string().optional(),
    inCopy: z.boolean().optional().meta({ description: 'The service is in copy of the mail for the time of the opinion' }),
    state: z.enum(opinionStates),
    dueOn: day.optional(),
    workingDays: z.int().optional(),
    workingDaysLeft: z.int().optional(),
    verdict: z.enum(opinionVerdicts).optional(),
    words: z.string().optional(),
    documentId: id.optional(),
    givenBy: someone.optional(),
    givenAt: instant.optional(),
    for: someone.optional().meta({ description: 'In whose name it was given' }),
    mayGive: z.boolean(),
    askedAgain: z.boolean().optional(),
  })
  .meta({ id: 'Opinion' });
export const consultationSchema = z
  .object({ id, question: z.string(), mode: z.enum(['series', 'parallel']), onLimit: z.enum(['next', 'wait']), state: z.enum(['open', 'done', 'withdrawn']), askedBy: someone, for: someone.optional(), at: instant, opinions: z.array(opinionSchema) })
  .meta({ id: 'Consultation' });

export type Note = z.input<typeof noteSchema>;
export type Task = z.input<typeof taskSchema>;
export type Consultation = z.input<typeof consultationSchema>;
