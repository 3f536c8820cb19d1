import { timingSafeEqual } from 'node:crypto';
import { Problem } from '@bannette/http';
import type { House } from '@bannette/house';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { houseFacts } from './health.js';

/** Prometheus metrics: from this machine, or with the token of the configuration. */
export function metricsRoutes(app: FastifyInstance, house: House, token: string | undefined): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name: `bannette_${name}`, help, labelNames, registers: [registry] });
  const jobs = gauge('jobs', 'Jobs by state', ['state']);
  const oldest = gauge('oldest_job_seconds', 'Age of the oldest job that could run');
  const lag = gauge('journal_lag_entries', 'Entries after a consumer’s cursor', ['consumer']);
  const failures = gauge('journal_failures', 'Entries put aside', ['consumer']);
  const unapplied = gauge('mails_unapplied', 'Mails that Alfresco is not yet equal to');
  const quarantined = gauge('files_quarantined', 'Files in quarantine');
  const duration = new Histogram({ name: 'bannette_http_seconds', help: 'Duration of requests', labelNames: ['method', 'route', 'status'], buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10], registers: [registry] });
  app.addHook('onResponse', async (request, reply) => duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000));
  app.get('/metrics', async (request, reply) => {
    if (!allowed(request, token)) throw new Problem(403, 'forbidden', 'Metrics are for this machine, or for who has the token');
    const facts = await houseFacts(house);
    for (const state of ['ready', 'running', 'failed'] as const) jobs.set({ state }, facts.jobs[state]);
    oldest.set(facts.jobs.oldestReadySeconds);
    for (const consumer of facts.consumers) {
      lag.set({ consumer: consumer.name }, consumer.lag);
      failures.set({ consumer: consumer.name }, consumer.failures);
    }
    unapplied.set(facts.unapplied);
    quarantined.set(facts.quarantined);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function allowed(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token) return given !== undefined && given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
  const address = request.socket.remoteAddress ?? '';
  return !request.headers['x-forwarded-for'] && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);
}
