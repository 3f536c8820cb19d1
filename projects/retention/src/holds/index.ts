import { serve } from '@bannette/http';
import type { House, Listening } from '@bannette/house';
import type { TaskHandler } from '@bannette/store';
import type { FastifyInstance } from 'fastify';
import { applyHold } from './apply.js';
import { dropFromHold, extendHold, releaseHold, retryHold, reviewHold } from './change.js';
import { compareHolds } from './compare.js';
import { allowProcessing } from './except.js';
import { fillHold } from './fill.js';
import { followHolds } from './hear.js';
import { placeHold, previewHold } from './place.js';
import { applyTask, fillTask } from './scope.js';
import { heldInAlfresco, holdCounts, holdHistory, holdMails, listHolds, viewHold } from './view.js';

/** Name of the job of the night. */
export const compareTask = 'hold.compare';

/** Holds: what stops declaring, sorting, elimination, and every change of documents. */
export function holdsRoutes(house: House, app: FastifyInstance): void {
  serve(app, {
    holds: (call) => listHolds(house, call),
    holdCounts: (call) => holdCounts(house, call),
    heldInAlfresco: (call) => heldInAlfresco(house, call),
    previewHold: (call) => previewHold(house, call),
    placeHold: (call) => placeHold(house, call),
    hold: ({ params, caller }) => viewHold(house, caller, params.id),
    holdMails: (call) => holdMails(house, call),
    holdJournal: (call) => holdHistory(house, call),
    reviewHold: (call) => reviewHold(house, call),
    extendHold: (call) => extendHold(house, call),
    dropFromHold: (call) => dropFromHold(house, call),
    releaseHold: (call) => releaseHold(house, call),
    retryHold: (call) => retryHold(house, call),
    allowProcessing: (call) => allowProcessing(house, call),
  });
}

export const holdsTasks = (house: House): { readonly [task: string]: TaskHandler } => ({
  [fillTask]: fillHold(house),
  [applyTask]: applyHold(house),
  [compareTask]: async (_payload, job) => void (await compareHolds(house, () => job.signal.aborted)),
});

export const holdsListens = (house: House): readonly Listening[] => [followHolds(house)];

/** Asks for the look of the night; asked twice, it is one. */
export const askToCompare = (house: House): Promise<void> => house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => tx.enqueue(compareTask, {}, { key: compareTask }));

export { announceReviews, compareHolds } from './compare.js';
export { recoverHolds } from './recover.js';
