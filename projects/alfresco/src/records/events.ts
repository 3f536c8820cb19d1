import type { Asks } from './asks.js';

/** An event that a step of a schedule can wait for. Any signed-in person could remove one: whoever needs it looks whether it is there. */
export interface RetentionEvent {
  /** Its identifier in schedules. */
  readonly name: string;
  /** Shown in AGS's pages; no two events have the same. */
  readonly label: string;
  /** `rmEventType.simple` is completed by somebody; others AGS completes by itself. */
  readonly type: string;
}

export interface RetentionEvents {
  list(): Promise<readonly RetentionEvent[]>;
  /** @throws AlfrescoError `invalid` when the label is taken */
  create(event: Omit<RetentionEvent, 'type'>): Promise<void>;
  /** Schedules that name it would wait for ever. */
  delete(name: string): Promise<void>;
}

interface WireEvent {
  readonly eventName: string;
  readonly eventDisplayLabel: string;
  readonly eventType: string;
}

const path = '/rma/admin/rmevents';

export function eventsOver(asks: Asks): RetentionEvents {
  return {
    list: async () => {
      const { data } = (await asks.script('GET', path)) as { data: Readonly<Record<string, WireEvent>> };
      return Object.values(data).map(({ eventName, eventDisplayLabel, eventType }) => ({ name: eventName, label: eventDisplayLabel, type: eventType }));
    },
    create: async ({ name, label }) => void (await asks.script('POST', path, [], { body: { eventName: name, eventDisplayLabel: label, eventType: 'rmEventType.simple' } })),
    delete: async (name) => void (await asks.script('DELETE', `${path}/{name}`, [name])),
  };
}
