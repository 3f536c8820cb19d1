import { Logger } from 'graphile-worker';

/** The job library's own words may hold payloads or server messages, so none are passed on unread. */
export const silentWorkerLogger = new Logger(() => () => undefined);
