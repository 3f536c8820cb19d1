import { inStore, type Asks } from './asks.js';

/** What AGS would do next with a record or folder. */
export interface NextAction {
  /** `cutoff`, `retain`, `destroy` … */
  readonly action: string;
  /** Instant from which it may be done by its date; absent when it has none. */
  readonly asOf?: string;
  /** Its events allow it. */
  readonly eventsEligible: boolean;
  readonly events: readonly ExpectedEvent[];
}

export interface ExpectedEvent {
  readonly name: string;
  readonly complete: boolean;
  /** Instant. */
  readonly completedAt?: string;
  readonly completedBy?: string;
}

interface WireNext extends Omit<NextAction, 'action'> {
  readonly notFound?: boolean;
  readonly name: string;
}

/** Undefined when there is none: no schedule, or its last step done. */
export async function nextActionOf(asks: Asks, nodeId: string): Promise<NextAction | undefined> {
  const { data } = (await asks.script('GET', `/${inStore}/nextdispositionaction`, [nodeId])) as { data: WireNext };
  if (data.notFound) return undefined;
  const { name, asOf, eventsEligible, events } = data;
  return {
    action: name,
    asOf,
    eventsEligible,
    events: (events ?? []).map(({ name: event, complete, completedAt, completedBy }) => ({ name: event, complete, completedAt, completedBy })),
  };
}
