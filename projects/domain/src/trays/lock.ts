/** Seconds for which a mail stays somebody's to work on, unless they say again that they are at it. */
export const lockSeconds = 300;

export interface Lock {
  readonly person: string;
  readonly until: Date;
}

/** Whether somebody else works on it: their lock has not run out. */
export const lockedFor = (person: { readonly id: string }, lock: Lock | undefined, now: Date): boolean => !!lock && lock.person !== person.id && lock.until > now;
