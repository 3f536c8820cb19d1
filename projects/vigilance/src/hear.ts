import { hasCode, subscribeToEvents, type EventsConfig, type EventSubscription } from '@bannette/alfresco';
import { faultOf, type House } from '@bannette/house';
import { keepEvents } from './inbox.js';

export type HearOptions = Omit<EventsConfig, 'subscriber'>;

/** Hears Alfresco's events for the authority, and tells the store whether the broker is there. A broker that is away is no reason to be down. */
export function hearEvents(house: House, options: HearOptions): EventSubscription {
  let told = false;
  const mark = (set: { connected_at: Date; lost_at: null } | { lost_at: Date }): void =>
    void house.store.db
      .insertInto('alfresco_stream')
      .values({ entity_id: house.entityId, ...set })
      .onConflict((conflict) => conflict.column('entity_id').doUpdateSet(set))
      .execute()
      .catch((error: unknown) => house.log.warn(faultOf(error), 'The state of the event stream could not be kept'));
  return subscribeToEvents({ ...options, subscriber: `bannette-${house.entityId}` }, (batch) => keepEvents(house, batch), {
    onConnected: () => {
      told = false;
      mark({ connected_at: house.now(), lost_at: null });
      house.log.info({}, 'Alfresco’s events are heard');
    },
    onTrouble: (error) => {
      // Another process of ours hears them, and this one waits to take its place.
      if (hasCode(error, 'conflict')) return;
      if (!told) house.log.warn(faultOf(error), 'Alfresco’s events are not heard; the connection is tried again');
      if (!told) mark({ lost_at: house.now() });
      told = true;
    },
  });
}
