import { serve } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { completeAddress } from './addresses.js';
import { findCorrespondent, requireAction, viewCard } from './card.js';
import { addCorrespondent, changeCorrespondent } from './change.js';
import { exchangesOf } from './exchanges.js';
import { importCorrespondents } from './import.js';
import { incompleteCorrespondents } from './incomplete.js';
import { mergeCorrespondents, previewMerge, undoMerge } from './merge.js';
import { dismissPair, listPairs } from './pairs.js';
import { addPosition, endPosition } from './positions.js';
import { searchCorrespondents } from './search.js';
import { splitCorrespondent, undoSplit } from './split.js';

export interface CorrespondentOptions {
  /** Service that completes addresses. */
  readonly addressUrl?: string;
}

export function correspondentRoutes(house: House, app: FastifyInstance, { addressUrl }: CorrespondentOptions): void {
  serve(app, {
    correspondents: async ({ query, caller }) => {
      await requireAction(house, caller, 'see');
      return { items: await searchCorrespondents(house, caller, query.q, query.limit) };
    },
    correspondent: async ({ params, caller }) => {
      await requireAction(house, caller, 'see');
      return viewCard(house, caller, await findCorrespondent(house, caller, params.id));
    },
    exchanges: async (call) => {
      await requireAction(house, call.caller, 'see');
      return exchangesOf(house, call);
    },
    addCorrespondent: (call) => addCorrespondent(house, call),
    changeCorrespondent: (call) => changeCorrespondent(house, call),
    addPosition: (call) => addPosition(house, call),
    endPosition: (call) => endPosition(house, call),
    correspondentPairs: (call) => listPairs(house, call),
    incompleteCorrespondents: (call) => incompleteCorrespondents(house, call),
    dismissPair: async (call) => {
      await dismissPair(house, call);
      return {};
    },
    previewMerge: (call) => previewMerge(house, call),
    mergeCorrespondents: (call) => mergeCorrespondents(house, call),
    undoMerge: (call) => undoMerge(house, call),
    splitCorrespondent: (call) => splitCorrespondent(house, call),
    undoSplit: (call) => undoSplit(house, call),
    importCorrespondents: (call) => importCorrespondents(house, call),
    completeAddress: (call) => completeAddress(house, addressUrl, call),
  });
}
