import { serve } from '@bannette/http';
import type { House, Sidecar } from '@bannette/house';
import { assign, close, closeWithoutAnswer, copy, release, reopen, reroute, take } from './actions.js';
import { answer } from './answer.js';
import { acknowledge, askPieces, receivePieces, transmit } from './clocks.js';
import { bulkOf, startBulk, undoBulk } from './bulk/bulk.js';
import { bulkTask, runBulkJob } from './bulk/run.js';
import { lock, markMail, unlock } from './marks.js';
import { note } from './note.js';
import { prioritise } from './priority.js';
import { peopleOf } from './people.js';
import { undo } from './undo.js';

/** Treatment: what the people of a service do to a mail until it is closed. */
export function treatment(house: House): Sidecar {
  return {
    name: 'treatment',
    tasks: { [bulkTask]: runBulkJob(house) },
    routes: (app) =>
      serve(app, {
        take: (call) => take(house, call),
        release: (call) => release(house, call),
        assign: (call) => assign(house, call),
        note: (call) => note(house, call),
        copy: (call) => copy(house, call),
        reroute: (call) => reroute(house, call),
        answer: (call) => answer(house, call),
        close: (call) => close(house, call),
        closeWithoutAnswer: (call) => closeWithoutAnswer(house, call),
        reopen: (call) => reopen(house, call),
        askPieces: (call) => askPieces(house, call),
        receivePieces: (call) => receivePieces(house, call),
        acknowledge: (call) => acknowledge(house, call),
        prioritise: (call) => prioritise(house, call),
        transmit: (call) => transmit(house, call),
        undo: (call) => undo(house, call),
        markMail: (call) => markMail(house, call),
        lockMail: (call) => lock(house, call),
        unlockMail: (call) => unlock(house, call),
        startBulk: (call) => startBulk(house, call),
        bulk: (call) => bulkOf(house, call),
        undoBulk: (call) => undoBulk(house, call),
        people: (call) => peopleOf(house, call),
      }),
  };
}
