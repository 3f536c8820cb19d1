import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Longer than any answer takes; what is still going then is a file on a slow line, or a page nobody reads any more. */
const patienceMs = 20_000;

/**
 * How the server of `app` ends: what is being asked is answered, and then no connection holds it up. Node's own `close` waits
 * for those that became free after it began, and for those on which nothing was asked yet (browsers open some ahead), a
 * minute each.
 */
export function endingOf(app: FastifyInstance): () => Promise<void> {
  let inHand = 0;
  app.server.on('request', (_, response: ServerResponse) => {
    inHand += 1;
    response.once('close', () => (inHand -= 1));
  });
  return async () => {
    const until = Date.now() + patienceMs;
    const letGo = setInterval(() => {
      if (!inHand || Date.now() > until) app.server.closeAllConnections();
    }, 50);
    await app.close().finally(() => clearInterval(letGo));
  };
}
