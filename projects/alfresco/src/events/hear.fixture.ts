import { subscribeToEvents } from './subscribe.js';

/** Hears events in a process of its own, tells the names of their nodes, and never comes to acknowledge them. */
subscribeToEvents({ url: process.env['EVENTS_URL'] ?? '', subscriber: process.env['EVENTS_SUBSCRIBER'] ?? '' }, (batch) => {
  process.send?.(batch.map((event) => ('node' in event ? event.node.name : event.kind)));
  return new Promise(() => undefined);
});
