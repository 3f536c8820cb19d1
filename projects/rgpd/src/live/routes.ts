import { serve } from '@bannette/http';
import { faultOf, type House } from '@bannette/house';
import type { FastifyInstance } from 'fastify';
import type { Hub } from './hub.js';

/** No proxy on the way may keep events back, compress them or hand them to somebody else. */
const head = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' };

export function liveRoutes(house: House, app: FastifyInstance, hub: Hub): void {
  app.addHook('preClose', async () => hub.stop());
  serve(app, {
    live: async ({ caller, request, reply }) => {
      hub.requireRoom();
      const said = request.headers['last-event-id'];
      const last = typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : undefined;
      reply.hijack();
      reply.raw.writeHead(200, { ...(reply.getHeaders() as { [name: string]: string }), ...head });
      await hub.join(caller, () => request.renew(), reply.raw, last).catch((error: unknown) => {
        house.log.warn(faultOf(error), 'A page could not be told what it had missed');
        reply.raw.destroy();
      });
      return reply;
    },
  });
}
