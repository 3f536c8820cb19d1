import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type Selectable } from 'kysely';

export type ItemRow = Selectable<Database['campaign_item']>;
export type ItemKey = Pick<ItemRow, 'campaign_id' | 'subject_kind' | 'subject_id'>;

/** What is done to an item, in this order; those of nodes once for each. A visa is undone of what is kept after all. */
export const itemSteps = ['check', 'retain', 'visa', 'undoVisa', 'destroy', 'readBack', 'spool', 'ledger', 'scrub'] as const;
export type ItemStep = (typeof itemSteps)[number];
type Facts = { readonly [name: string]: string | number | boolean };

/** What is done to one item, written down as it goes. */
export interface Steps {
  /**
   * Writes down what is about to be done, does it, and writes down what came of it: after a crash it is known what may have
   * happened. What was done is written with what comes next, or by `written`.
   *
   * @param work may write down itself that it is done, in its own transaction: by what it is given
   */
  run<T>(step: ItemStep, node: string | null, work: (done: (db: Kysely<Database>) => Promise<void>) => Promise<T>): Promise<T>;
  /** What was only looked at, and what came of it. */
  note(step: ItemStep, phase: 'done' | 'failed', facts?: Facts, node?: string): void;
  written(): Promise<void>;
}

interface Noted {
  readonly step: ItemStep;
  readonly node: string | null;
  readonly phase: 'intent' | 'done' | 'failed';
  readonly facts: Facts;
  /** Milliseconds of a clock of this process. */
  readonly at: number;
}

export function stepsOf({ store }: House, { campaign_id, subject_kind, subject_id }: ItemKey): Steps {
  let waiting: Noted[] = [];
  const wait = (step: ItemStep, node: string | null, phase: Noted['phase'], facts: Facts = {}): void => void waiting.push({ step, node, phase, facts, at: performance.now() });
  const write = async (db: Kysely<Database> = store.db): Promise<void> => {
    const [now, some] = [performance.now(), waiting];
    if (!some.length) return;
    await db.insertInto('campaign_step').values(some.map(({ step, node, phase, facts, at }) => ({ campaign_id, subject_kind, subject_id, node_id: node, step, phase, facts: JSON.stringify(facts), at: sql<Date>`clock_timestamp() - ${(now - at) / 1000}::float8 * interval '1 second'` }))).execute();
    waiting = waiting.slice(some.length);
  };
  return {
    run: async (step, node, work) => {
      wait(step, node, 'intent');
      await write();
      let told = false;
      try {
        const result = await work(async (db) => {
          wait(step, node, 'done');
          await write(db);
          told = true;
        });
        if (!told) wait(step, node, 'done');
        return result;
      } catch (error) {
        waiting = [];
        wait(step, node, 'failed', { code: codeOf(error) });
        await write().catch(() => undefined);
        throw error;
      }
    },
    note: (step, phase, facts, node) => wait(step, node ?? null, phase, facts),
    written: () => write(),
  };
}

/** Nodes for which each step was at least begun. */
export async function intended(db: Kysely<Database>, item: ItemKey): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('campaign_step').select(['step', 'node_id']).distinct().where('campaign_id', '=', item.campaign_id).where('subject_kind', '=', item.subject_kind).where('subject_id', '=', item.subject_id).where('phase', '=', 'intent').execute();
  return new Set(rows.map(({ step, node_id }) => markOf(step, node_id)));
}
export const markOf = (step: string, node: string | null): string => `${step} ${node ?? ''}`;

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? (error instanceof Error ? error.name : 'unknown'));
