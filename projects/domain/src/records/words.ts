/** A mail in Governance Services: `ending` on its way there, `declared` without a known trigger, `dated` once its period runs. */
export const recordStates = ['ending', 'declared', 'dated', 'destroyed'] as const;
export type RecordState = (typeof recordStates)[number];

/** How far one of its nodes has come; each step can be done again without harm. */
export const recordPartStates = ['found', 'pruned', 'declared', 'completed', 'cutOff', 'dated', 'destroyed'] as const;
export type RecordPartState = (typeof recordPartStates)[number];

/** Why elimination is stopped: litigation, limitation of processing (RGPD art. 18), research. */
export const holdKinds = ['litigation', 'restriction', 'research', 'other'] as const;
export type HoldKind = (typeof holdKinds)[number];

/** What a hold is on; what comes to its affair, person or row later is held too. */
export const holdScopeKinds = ['mails', 'affair', 'correspondent', 'beneficiary', 'row'] as const;
export type HoldScopeKind = (typeof holdScopeKinds)[number];
