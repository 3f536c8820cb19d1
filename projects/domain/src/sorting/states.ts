/** A sorting from when it is thought of until the file plan says what was decided. */
export const sortingStates = ['draft', 'proposed', 'agreed', 'done', 'cancelled'] as const;
export type SortingState = (typeof sortingStates)[number];

/** What becomes of a mail that was sorted: kept for good, or to be eliminated by a campaign with its own visa. */
export const sortingDecisions = ['kept', 'notKept'] as const;
export type SortingDecision = (typeof sortingDecisions)[number];

/** `recordAgreement`: one that came on paper. `giveBack`: the archivist asks for another proposal. `finish`: the house, once every mail is where it belongs. */
export const sortingActions = ['change', 'decide', 'propose', 'agree', 'recordAgreement', 'giveBack', 'cancel', 'finish'] as const;
export type SortingAction = (typeof sortingActions)[number];

const circuit: { readonly [action in SortingAction]: { readonly [state in SortingState]?: SortingState } } = {
  change: { draft: 'draft' },
  decide: { draft: 'draft', proposed: 'proposed' },
  propose: { draft: 'proposed' },
  agree: { proposed: 'agreed' },
  recordAgreement: { proposed: 'agreed' },
  giveBack: { proposed: 'draft' },
  cancel: { draft: 'cancelled', proposed: 'cancelled' },
  finish: { agreed: 'done' },
};

/** Where an action leads; undefined where that state doesn't offer it. */
export const nextSortingState = (state: SortingState, action: SortingAction): SortingState | undefined => circuit[action][state];

/** Why a mail of the row and the years isn't in a sorting. */
export const sortingCauses = ['notDue', 'notDeclared', 'notAgreed', 'conflict', 'affairOpen', 'affairApart', 'otherSorting'] as const;
export type SortingCause = (typeof sortingCauses)[number];
