import type { CorrespondentSnapshot } from './mail.js';

/** A mail of an older register, closed there, with the number that it had. Days are the authority's. */
export interface ImportedFacts {
  readonly chrono: string;
  readonly type: string;
  readonly service: string;
  readonly sender: CorrespondentSnapshot;
  readonly subject: string;
  readonly receivedAt: string;
  readonly documentDate?: string;
  readonly closedOn: string;
  readonly retentionTrigger?: string;
}
