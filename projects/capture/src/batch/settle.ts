import type { BatchState } from '@bannette/domain';
import type { ReleaseRule, Tx } from '@bannette/store';
import { sql } from 'kysely';
import { lockBatch, type BatchRow } from './batch-for.js';
import { factsOf, gapsOf, type BatchFacts } from './facts.js';
import { startRelease } from './release/start.js';

export interface Standing {
  readonly facts: BatchFacts;
  readonly rule: ReleaseRule;
  readonly envelopes: number;
  /** Pages and notes that somebody has to look at. */
  readonly doubts: number;
  readonly gaps: number;
  /** Files that its scanner brings still go into it. */
  readonly taking: boolean;
  /** Its mails are equal to its plan already. */
  readonly released: boolean;
}

/** Where a batch stands now that something became of one of its files, and whether its mails are made by itself. */
export function standingOf({ facts, rule, envelopes, doubts, gaps, taking, released }: Standing): { readonly state: BatchState; readonly release: boolean } {
  if (facts.quarantined) return { state: 'quarantined', release: false };
  if (facts.unread || !facts.files || taking) return { state: facts.unread && facts.pages ? 'separated' : 'received', release: false };
  if (released) return { state: 'released', release: false };
  const clear = rule === 'always' || (rule === 'unlessDoubtful' && !doubts);
  return clear && !gaps && envelopes ? { state: 'read', release: true } : { state: 'toCheck', release: false };
}

/** Asks anew where a batch stands; one that was rejected or is being released stays as it is. Locks it. */
export async function settle(tx: Tx, batchId: string, change: { readonly byHand?: boolean } = {}): Promise<void> {
  const batch = await lockBatch(tx, batchId);
  if (batch.state === 'rejected' || batch.releasing_since) return;
  const facts = (await factsOf(tx.trx, [batchId]))(batchId);
  const full = batch.taking && isFull(batch, facts);
  if (full) await tx.trx.updateTable('batch').set({ taking: false, ended_at: sql<Date>`now()`, ended_by: 'system' }).where('id', '=', batchId).execute();
  const { state, release } = standingOf({
    facts,
    rule: change.byHand ? 'byHand' : batch.release_rule,
    envelopes: batch.counts.envelopes,
    doubts: batch.counts.hints + batch.notes.filter(({ check }) => check).length,
    gaps: gapsOf(batch, facts).length,
    taking: batch.taking && !full,
    released: isReleased(batch),
  });
  if (state !== batch.state) await tx.trx.updateTable('batch').set({ state, revision: batch.revision + 1 }).where('id', '=', batchId).execute();
  if (release) await startRelease(tx, batchId, { id: 'system' });
}

/** Whether as much has come as was announced, and all of it was read: its scanner brings no more. */
function isFull(batch: BatchRow, facts: BatchFacts): boolean {
  const reached = (announced: number | null, scanned: number): boolean => announced === null || scanned >= announced;
  const said = batch.announced_envelopes !== null || batch.announced_pages !== null;
  return said && facts.files > 0 && !facts.unread && !facts.quarantined && reached(batch.announced_envelopes, batch.counts.envelopes) && reached(batch.announced_pages, facts.pages);
}

/** Whether its mails are equal to its plan. */
export function isReleased({ plan, released_plan }: Pick<BatchRow, 'plan' | 'released_plan'>): boolean {
  return released_plan !== null && JSON.stringify(plan) === JSON.stringify(released_plan);
}
