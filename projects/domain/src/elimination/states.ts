/** A campaign of elimination, from a draft to the day when no backup holds what it destroyed. */
export const campaignStates = ['draft', 'analysed', 'freezing', 'frozen', 'validated', 'approved', 'submitted', 'refused', 'cooling', 'executing', 'stopped', 'executed', 'closed', 'cancelled'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What people do to a campaign; `analysed`, `frozen`, `executed` and `closed` are what the house comes to by itself. */
export const campaignActions = ['change', 'analyse', 'freeze', 'takeOut', 'validate', 'approve', 'nameSignatory', 'sign', 'submit', 'recordVisa', 'start', 'stop', 'resume', 'certify', 'recordBox', 'cancel'] as const;
export type CampaignAction = (typeof campaignActions)[number];

/**
 * Where an action leads; `same` leaves the state alone. A list is altered only by taking an item out of it
 * before it is validated, which freezes it anew. Signing is
 * for the heads of the services in the list, or who stands in for them, once it is approved; a visa that grants no line leads to `refused`.
 */
const circuit: { readonly [action in CampaignAction]: { readonly [from in CampaignState]?: CampaignState | 'same' } } = {
  change: { draft: 'same', analysed: 'draft' },
  analyse: { draft: 'same', analysed: 'draft' },
  freeze: { analysed: 'freezing' },
  takeOut: { frozen: 'freezing' },
  validate: { frozen: 'validated' },
  approve: { validated: 'approved' },
  nameSignatory: { approved: 'same' },
  sign: { approved: 'same' },
  submit: { approved: 'submitted' },
  recordVisa: { submitted: 'cooling' },
  start: { cooling: 'executing' },
  stop: { executing: 'stopped' },
  resume: { stopped: 'executing' },
  certify: { executed: 'same' },
  recordBox: { executing: 'same', stopped: 'same', executed: 'same' },
  cancel: { draft: 'cancelled', analysed: 'cancelled', freezing: 'cancelled', frozen: 'cancelled', validated: 'cancelled', approved: 'cancelled', submitted: 'cancelled', cooling: 'cancelled' },
};

/** The state after `action`, or undefined where it can't be done. */
export function nextCampaignState(from: CampaignState, action: CampaignAction): CampaignState | undefined {
  const to = circuit[action][from];
  return to === 'same' ? from : to;
}

/** An item whose fate is decided: kept, destroyed, or neither until two sources agree. */
export const verdicts = ['keep', 'destroy', 'conflict'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why an item is kept, or in conflict; where several hold, the first is told. */
export const eliminationCauses = [
  // kept
  'takenOut', 'visaRefused', 'eliminated', 'noRow', 'notAgreed', 'fate', 'open', 'affairOpen', 'noTrigger', 'notDue', 'held', 'personalRequest', 'linkedOpen', 'notDeclared', 'otherCampaign',
  // conflicts
  'belowMinimum', 'rowChanged', 'rowDrift', 'heldInAlfresco', 'alertOpen', 'goneFromAlfresco', 'unreadable', 'recordChanged', 'datesDiffer', 'contentAltered', 'contentShared',
] as const;
export type EliminationCause = (typeof eliminationCauses)[number];

export const itemStates = ['listed', 'refused', 'pending', 'executing', 'destroyed', 'kept', 'failed'] as const;
export type ItemState = (typeof itemStates)[number];

/** A document of the frozen list: one node, with what its bytes were when they were read back. */
export interface DocumentToDestroy {
  readonly node: string;
  readonly document?: string;
  readonly part: 'original' | 'searchable' | 'other';
  /** Neutral. */
  readonly name: string;
  /** Hexadecimal. */
  readonly sha512: string;
  readonly size: number;
}
