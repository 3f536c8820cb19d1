import { serve } from '@bannette/http';
import type { House, LooksAtFiles, Sidecar } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import { agreeSorting, recordAgreement, sortingAgreement } from './agree.js';
import { carryOut, carryOutTask } from './carry-out.js';
import { cancelSorting, decideSorting, giveBackSorting, proposeSorting } from './decide.js';
import { addSorting, changeSorting, previewSorting, sortingBounds } from './draft.js';
import { sortingJournal } from './journal.js';
import { sortingDocument, sortingItems } from './items.js';
import { sortingSlip } from './slip.js';
import { sortingsPage, viewSorting } from './view.js';

export { tendSortings } from './carry-out.js';
export { sortingOf } from './of-mail.js';

export const sortingTasks = (house: House): NonNullable<Sidecar['tasks']> => ({ [carryOutTask]: carryOut(house) });

export function sortingRoutes(house: House, app: FastifyInstance, antivirus: LooksAtFiles | undefined): void {
  serve(app, {
    sortings: ({ caller, query }) => sortingsPage(house, caller, query),
    sortingBounds: ({ caller }) => sortingBounds(house, caller),
    previewSorting: (call) => previewSorting(house, call),
    addSorting: (call) => addSorting(house, call),
    sorting: ({ caller, params }) => viewSorting(house, caller, params.id),
    changeSorting: (call) => changeSorting(house, call),
    sortingItems: (call) => sortingItems(house, call),
    decideSorting: (call) => decideSorting(house, call),
    proposeSorting: (call) => proposeSorting(house, call),
    agreeSorting: (call) => agreeSorting(house, call),
    recordSortingAgreement: (call) => recordAgreement(house, call, antivirus),
    giveBackSorting: (call) => giveBackSorting(house, call),
    cancelSorting: (call) => cancelSorting(house, call),
    sortingSlip: (call) => sortingSlip(house, call),
    sortingAgreement: (call) => sortingAgreement(house, call),
    sortingJournal: (call) => sortingJournal(house, call),
    sortingDocument: (call) => sortingDocument(house, call),
  });
}
