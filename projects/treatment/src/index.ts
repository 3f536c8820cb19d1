import { serve } from '@bannette/http';
import { timed, type House, type Sidecar } from '@bannette/house';
import { assign, close, closeWithoutAnswer, copy, release, reopen, reroute, take } from './actions.js';
import { answer } from './answer.js';
import { acknowledge, askPieces, attest, extend, receivePieces, transmit } from './clocks.js';
import { bulkOf, startBulk, undoBulk } from './bulk/bulk.js';
import { bulkTask, runBulkJob } from './bulk/run.js';
import { actContent, attachAct, storeAct, storeActTask } from './delegation/act.js';
import { createDelegation, endDelegation, lookOver } from './delegation/make.js';
import { delegateCandidates, delegators } from './delegation/people.js';
import { listDelegations } from './delegation/view.js';
import { dispatchAgain } from './dispatch/again.js';
import { dispatchTask } from './dispatch/ask.js';
import { receiptByItself, receiptsByThemselves, receiptTask } from './dispatch/automatic.js';
import { lettersReturned } from './dispatch/returned.js';
import { dispatchLetter } from './dispatch/send.js';
import type { LooksAtFiles } from './file.js';
import { lock, markMail, unlock } from './marks.js';
import { changeNote, deleteNote, note } from './note.js';
import { prioritise } from './priority.js';
import { peopleOf } from './people.js';
import { undo } from './undo.js';
import { followUp } from './work/follow-up.js';
import { myOpinions, myTasks } from './work/lists.js';
import { askOpinion, askOpinionAgain, giveOpinion, withdrawOpinion } from './work/opinions.js';
import { readersOfMail } from './work/readers.js';
import { addTask, changeTask } from './work/tasks.js';

export interface TreatmentOptions {
  /** When limits of opinions and due days of tasks are looked at: a cron expression, in the authority's time zone; also at the start. */
  readonly schedule: string;
  /** Looks at files that people attach. */
  readonly antivirus?: LooksAtFiles;
}

/** Treatment: what the people of a service do to a mail until it is closed. */
export function treatment(house: House, options: TreatmentOptions): Sidecar {
  return {
    name: 'treatment',
    tasks: { [bulkTask]: runBulkJob(house), [storeActTask]: storeAct(house), [dispatchTask]: dispatchLetter(house), [receiptTask]: receiptByItself(house) },
    listens: [receiptsByThemselves(house), lettersReturned(house)],
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
        attest: (call) => attest(house, call),
        extend: (call) => extend(house, call),
        dispatch: (call) => dispatchAgain(house, call),
        undo: (call) => undo(house, call),
        markMail: (call) => markMail(house, call),
        lockMail: (call) => lock(house, call),
        unlockMail: (call) => unlock(house, call),
        startBulk: (call) => startBulk(house, call),
        bulk: (call) => bulkOf(house, call),
        undoBulk: (call) => undoBulk(house, call),
        people: (call) => peopleOf(house, call),
        changeNote: (call) => changeNote(house, call),
        deleteNote: (call) => deleteNote(house, call),
        readersOfMail: (call) => readersOfMail(house, call),
        addTask: (call) => addTask(house, call),
        changeTask: (call) => changeTask(house, call),
        myTasks: (call) => myTasks(house, call),
        askOpinion: (call) => askOpinion(house, call),
        giveOpinion: (call) => giveOpinion(house, call, options.antivirus),
        withdrawOpinion: (call) => withdrawOpinion(house, call),
        askOpinionAgain: (call) => askOpinionAgain(house, call),
        myOpinions: (call) => myOpinions(house, call),
        delegations: (call) => listDelegations(house, call),
        delegators: (call) => delegators(house, call),
        delegateCandidates: (call) => delegateCandidates(house, call),
        checkDelegation: (call) => lookOver(house, call),
        createDelegation: (call) => createDelegation(house, call),
        endDelegation: (call) => endDelegation(house, call),
        attachAct: (call) => attachAct(house, call, options.antivirus),
        actContent: (call) => actContent(house, call),
      }),
    start: async () => {
      const { timeZone } = (await house.settings()).authority;
      const looking = timed(house, { name: 'treatment.followUp', at: options.schedule, timeZone, trouble: 'Tasks and opinions could not be followed up' }, () => followUp(house));
      await looking.now();
      return () => looking.stop();
    },
  };
}

export { dispatchLetter } from './dispatch/send.js';
export { receiptByItself } from './dispatch/automatic.js';
export { followUp } from './work/follow-up.js';
