/** A person of the house, by user name. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** What a form asked of a mail beside what every mail has. Words about persons are among it. */
export interface EntryFacts {
  /** Who wrote it, or took the call. */
  readonly author?: NamedPerson;
  /** For whom it is in its service: it is assigned to them. */
  readonly person?: NamedPerson;
  /** Service that it comes from. */
  readonly from?: string;
  /** UTC instant. */
  readonly calledAt?: string;
  readonly minutes?: number;
  readonly phone?: string;
  /** The caller wants to be called back, where and on which day. */
  readonly callBack?: { readonly phone?: string; readonly on?: string };
  /** Day by which somebody should have signed. */
  readonly signBy?: string;
}
