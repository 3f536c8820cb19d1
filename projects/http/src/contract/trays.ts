import { z } from 'zod';
import { id, pageOf } from '../schemas/common.js';
import { mailLineSchema, mailSchema } from '../schemas/mail.js';
import { bulkBody, bulkSchema, changeTrayBody, countedMost, findBody, foundSchema, lockBody, markBody, pinsBody, savedTraySchema, saveTrayBody, selectionSchema } from '../schemas/trays.js';

const params = z.object({ id });

/** Trays as saved queries, what one has for oneself on a mail, and one action on many mails. */
export const trayOperations = {
  traySelection: { method: 'GET', path: '/trays/{id}/selection', summary: "A tray's mails that you may open, to act on all of them", tag: 'distribution', params: z.object({ id: z.string() }), response: selectionSchema },
  pinTrays: { method: 'PUT', path: '/my/trays', summary: 'Put trays first, in this order', tag: 'distribution', body: pinsBody, response: z.object({ trays: z.array(z.string()) }) },
  findMails: { method: 'POST', path: '/search', summary: 'Mails that I may open, by several criteria at once', tag: 'distribution', body: findBody, response: pageOf(mailLineSchema) },
  countFound: { method: 'POST', path: '/search/count', summary: `How many those are, up to ${countedMost}`, tag: 'distribution', body: findBody.pick({ query: true }), response: foundSchema },
  savedTrays: { method: 'GET', path: '/saved-trays', summary: 'Searches kept as trays: mine, and those shared with me', tag: 'distribution', response: z.object({ items: z.array(savedTraySchema) }) },
  saveTray: { method: 'POST', path: '/saved-trays', summary: 'Keep a search as a tray', tag: 'distribution', status: 201, body: saveTrayBody, response: savedTraySchema },
  changeTray: { method: 'PUT', path: '/saved-trays/{id}', summary: 'Change a tray of mine', tag: 'distribution', params, body: changeTrayBody, response: savedTraySchema },
  removeTray: { method: 'DELETE', path: '/saved-trays/{id}', summary: 'Remove a tray of mine', tag: 'distribution', params, response: z.object({ id }) },

  markMail: { method: 'POST', path: '/mails/{id}/marks', summary: 'Read or unread, followed or not, for me alone', tag: 'treatment', params, body: markBody, response: mailSchema },
  lockMail: { method: 'POST', path: '/mails/{id}/lock', summary: 'I am working on it: others wait until I am done, or five minutes; take it over from them', tag: 'treatment', params, body: lockBody, response: mailSchema },
  unlockMail: { method: 'DELETE', path: '/mails/{id}/lock', summary: 'I am not working on it any more', tag: 'treatment', params, response: mailSchema },
  startBulk: { method: 'POST', path: '/bulk', summary: 'One action on many mails, each judged as if it were done alone; beyond 50, it goes on in the background', tag: 'treatment', status: 201, bodyBytes: 1 << 20, body: bulkBody, response: bulkSchema },
  bulk: { method: 'GET', path: '/bulk/{id}', summary: 'How far it is, and what came of each', tag: 'treatment', params, response: bulkSchema },
  undoBulk: { method: 'POST', path: '/bulk/{id}/undo', summary: 'Undo all of it that is still as it left it', tag: 'treatment', params, body: z.object({}).meta({ id: 'UndoBulk' }), response: bulkSchema },
} as const;
