import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';

export type ItemRow = Selectable<Database['campaign_item']>;
export type ItemKey = Pick<ItemRow, 'campaign_id' | 'subject_kind' | 'subject_id'>;

/** What is done to an item, in this order; those of nodes once for each. */
export const itemSteps = ['check', 'retain', 'visa', 'destroy', 'readBack', 'spool', 'ledger', 'scrub'] as const;
export type ItemStep = (typeof itemSteps)[number];
type Facts = { readonly [name: string]: string | number | boolean };

/** Writes down what is about to be done, does it, and writes down what came of it: after a crash it is known what may have happened. */
export async function stepOf<T>(house: House, item: ItemKey, step: ItemStep, node: string | null, work: () => Promise<T>, facts: Facts = {}): Promise<T> {
  await note(house.store.db, item, step, node, 'intent', facts);
  try {
    const done = await work();
    await note(house.store.db, item, step, node, 'done', facts);
    return done;
  } catch (error) {
    await note(house.store.db, item, step, node, 'failed', { ...facts, code: codeOf(error) }).catch(() => undefined);
    throw error;
  }
}

export async function note(db: Kysely<Database>, { campaign_id, subject_kind, subject_id }: ItemKey, step: ItemStep, node: string | null, phase: 'intent' | 'done' | 'failed', facts: Facts = {}): Promise<void> {
  await db.insertInto('campaign_step').values({ campaign_id, subject_kind, subject_id, node_id: node, step, phase, facts: JSON.stringify(facts) }).execute();
}

/** Nodes for which each step was at least begun. */
export async function intended(db: Kysely<Database>, item: ItemKey): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('campaign_step').select(['step', 'node_id']).distinct().where('campaign_id', '=', item.campaign_id).where('subject_kind', '=', item.subject_kind).where('subject_id', '=', item.subject_id).where('phase', '=', 'intent').execute();
  return new Set(rows.map(({ step, node_id }) => markOf(step, node_id)));
}
export const markOf = (step: string, node: string | null): string => `${step} ${node ?? ''}`;

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? (error instanceof Error ? error.name : 'unknown'));
