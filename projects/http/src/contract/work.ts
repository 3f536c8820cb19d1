import { z } from 'zod';
import { day, id, page, pageOf } from '../schemas/common.js';
import { reasonBody } from '../schemas/bodies.js';
import { fileBodyBytes, someone } from '../schemas/delegation.js';
import { mailLineSchema, mailSchema } from '../schemas/mail.js';
import { addTaskBody, askAgainBody, askOpinionsBody, changeTaskBody, giveOpinionBody, noteBody, opinionSchema, taskSchema } from '../schemas/work.js';

const tag = 'work';
const onMail = z.object({ id });
const onNote = z.object({ id, note: id });
const onTask = z.object({ id, task: id });
const onOpinion = z.object({ id, opinion: id });
const todo = page.extend({ state: z.enum(['open', 'ended']).default('open') });

/** Notes, tasks and opinions on a mail. */
export const workOperations = {
  readersOfMail: { method: 'GET', path: '/mails/{id}/people', summary: 'People who may open the mail, to mention, to give a task or to ask; they have signed in once', tag, params: onMail, query: z.object({ q: z.string().max(100).optional() }), response: z.object({ items: z.array(someone.extend({ services: z.array(z.string()), away: z.boolean() })) }) },
  changeNote: { method: 'POST', path: '/mails/{id}/notes/{note}', summary: 'Change a note of mine', tag, params: onNote, body: noteBody, response: mailSchema },
  deleteNote: { method: 'DELETE', path: '/mails/{id}/notes/{note}', summary: 'Take a note of mine back; its words are gone, the journal keeps that it was there', tag, params: onNote, response: mailSchema },
  addTask: { method: 'POST', path: '/mails/{id}/tasks', summary: 'Give a task to people who may open the mail', tag, params: onMail, body: addTaskBody, response: mailSchema },
  changeTask: { method: 'POST', path: '/mails/{id}/tasks/{task}', summary: 'Change a task, end it, or open it again', tag, params: onTask, body: changeTaskBody, response: mailSchema },
  myTasks: { method: 'GET', path: '/tasks', summary: 'My tasks and those of whom I replace, the next to fall due first', tag, query: todo, response: pageOf(z.object({ task: taskSchema, mail: mailLineSchema })) },
  askOpinion: { method: 'POST', path: '/mails/{id}/opinions', summary: 'Ask for opinions, one after the other or all together, each with a limit', tag, params: onMail, body: askOpinionsBody, response: mailSchema },
  giveOpinion: { method: 'POST', path: '/mails/{id}/opinions/{opinion}', summary: 'Give an opinion that was asked of me, my service, or whom I replace', tag, params: onOpinion, body: giveOpinionBody, bodyBytes: fileBodyBytes + 20_000, response: mailSchema },
  withdrawOpinion: { method: 'POST', path: '/mails/{id}/opinions/{opinion}/withdraw', summary: 'An opinion is no longer asked for, and why', tag, params: onOpinion, body: reasonBody, response: mailSchema },
  askOpinionAgain: { method: 'POST', path: '/mails/{id}/opinions/{opinion}/again', summary: 'Ask again for an opinion that was given, withdrawn or whose limit has passed', tag, params: onOpinion, body: askAgainBody, response: mailSchema },
  myOpinions: { method: 'GET', path: '/opinions', summary: 'Opinions asked of me, my services and whom I replace, the next to fall due first', tag, query: todo, response: pageOf(z.object({ opinion: opinionSchema, question: z.string(), askedBy: someone, askedOn: day, mail: mailLineSchema })) },
} as const;
