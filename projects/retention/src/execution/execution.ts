import type { Repository } from '@bannette/alfresco';
import type { SealKey, Timestamp } from '@bannette/seal';
import type { House } from '@bannette/house';

/** What carrying out a campaign needs beside the house. */
export interface ExecutionOptions {
  /** Alfresco as the account that destroys; absent, this process destroys nothing. */
  readonly purge?: Repository;
  readonly seal?: () => Promise<SealKey>;
  readonly timestamp?: Timestamp;
  /** Folder of the ledger. */
  readonly ledger?: string;
  /** Hands that work on a campaign at the same time; `usualHands` unless told. */
  readonly hands?: number;
  /** Items that a hand carries out before its next job, so that other jobs have their turn; `usualItems` unless told. */
  readonly items?: number;
}

/** Half of the jobs that a process has at once unless told otherwise: people's work always finds a worker. */
export const usualHands = 4;
export const usualItems = 25;

export interface Execution extends ExecutionOptions {
  readonly house: House;
}

/** One that can destroy. */
export interface Destroyer extends Execution {
  readonly purge: Repository;
  readonly ledger: string;
}
export const canDestroy = (execution: Execution): execution is Destroyer => execution.purge !== undefined && execution.ledger !== undefined;

/** Names of the jobs: some items of a campaign, its end, and what a restored backup brought back. */
export const runTask = 'elimination.run';
export const finishTask = 'elimination.finish';

export const bySystem = ({ entityId }: House) => ({ entityId, actor: 'system' });
