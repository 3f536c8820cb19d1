/** A version of the retention schedule: a draft, agreed by the archives, in force, and then followed by another. */
export const scheduleStates = ['draft', 'agreed', 'inForce', 'superseded'] as const;
export type ScheduleState = (typeof scheduleStates)[number];

/** Why a row in force can't be used in Governance Services: its category, schedule or agreement is missing, or not the row's. */
export const driftCodes = ['notAgreed', 'categoryMissing', 'scheduleMissing', 'scheduleNotAgreed', 'stepsDiffer', 'notPerRecord', 'eventMissing'] as const;
export type DriftCode = (typeof driftCodes)[number];
