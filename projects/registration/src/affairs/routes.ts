import { serve } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { compareDuplicate, decideDuplicate, duplicatesFor } from '../duplicates/decide.js';
import { undoDuplicate } from '../duplicates/take-back.js';
import { linkMail, unlinkMail } from '../links/link.js';
import { threadFor } from '../links/thread.js';
import { addAffair, changeAffair, closeAffair, noteAffair, reopenAffair } from './change.js';
import { fileMail } from './file.js';
import { affairHistory, affairMails, listAffairs } from './list.js';
import { viewAffair } from './view.js';

/** What holds mails together. */
export function affairRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    affairs: (call) => listAffairs(house, call),
    addAffair: (call) => addAffair(house, call),
    affair: ({ params, caller }) => viewAffair(house, caller, params.id),
    changeAffair: (call) => changeAffair(house, call),
    closeAffair: (call) => closeAffair(house, call),
    reopenAffair: (call) => reopenAffair(house, call),
    noteAffair: (call) => noteAffair(house, call),
    affairMails: (call) => affairMails(house, call),
    affairJournal: (call) => affairHistory(house, call),
    fileMail: (call) => fileMail(house, call),
    thread: (call) => threadFor(house, call),
    linkMail: (call) => linkMail(house, call),
    unlinkMail: (call) => unlinkMail(house, call),
    duplicates: (call) => duplicatesFor(house, call),
    compareDuplicate: (call) => compareDuplicate(house, call),
    decideDuplicate: (call) => decideDuplicate(house, call),
    undoDuplicate: (call) => undoDuplicate(house, call),
  });
}
