import type { RejectReason, RejectedFile } from './reading.js';

/** Thrown inside the reading process to end a file with a reason. */
export class Rejection extends Error {
  constructor(
    readonly reason: RejectReason,
    readonly params: { readonly [name: string]: string | number } = {},
  ) {
    super(reason);
    this.name = 'Rejection';
  }

  outcome(): RejectedFile {
    return { outcome: 'rejected', reason: this.reason, params: this.params };
  }
}
