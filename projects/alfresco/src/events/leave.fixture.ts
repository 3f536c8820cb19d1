import { setTimeout as delay } from 'node:timers/promises';
import { subscribeToEvents } from './subscribe.js';

/** Subscribes, leaves, and has nothing left to do. */
const subscription = subscribeToEvents({ url: process.env['EVENTS_URL'] ?? '', subscriber: process.env['EVENTS_SUBSCRIBER'] ?? '', retryMs: 50 }, async () => undefined);
while (!subscription.connected()) await delay(20);
await subscription.stop();
process.disconnect?.();
