import { timingSafeEqual } from 'node:crypto';
import { apiPrefix, Problem } from '@bannette/http';
import type { House } from '@bannette/house';
import type { VigilanceState } from '@bannette/store';
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
  const unscanned = gauge('files_waiting_antivirus', 'Files that wait for the antivirus before they are read');
  const watch = watchGauges(gauge);
  const streams = gauge('live_streams', 'Pages that are told live what changes');
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== `${apiPrefix}/live`) return;
    streams.inc();
    reply.raw.once('close', () => streams.dec());
  });
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
    unscanned.set(facts.waitingForAntivirus);
    watch(facts.vigilance);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function watchGauges(gauge: (name: string, help: string) => Gauge): (state: VigilanceState) => void {
  const connected = gauge('alfresco_events_connected', 'Whether Alfresco’s broker is there');
  const heard = gauge('alfresco_events_heard', 'Events received from Alfresco');
  const malformed = gauge('alfresco_events_malformed', 'What came from the broker and was no event');
  const waiting = gauge('alfresco_events_waiting', 'Events that wait to be handled');
  const oldest = gauge('alfresco_events_oldest_seconds', 'Seconds since the oldest of them was received');
  const last = gauge('alfresco_events_last_timestamp_seconds', 'When the last event had happened in Alfresco');
  const alerts = gauge('alerts_unsettled', 'Alerts that nobody has settled');
  const reconciled = gauge('reconciled_timestamp_seconds', 'When the whole library was last compared with Alfresco');
  return (state) => {
    connected.set(state.everConnected && !state.lostAt ? 1 : 0);
    heard.set(state.heard);
    malformed.set(state.malformed);
    waiting.set(state.waiting);
    oldest.set(state.oldestWaitingSeconds);
    last.set((state.lastEventAt?.getTime() ?? 0) / 1000);
    alerts.set(state.unsettledAlerts);
    reconciled.set((state.reconciledAt?.getTime() ?? 0) / 1000);
  };
}

function allowed(request: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token) return given !== undefined && given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));
  const address = request.socket.remoteAddress ?? '';
  return !request.headers['x-forwarded-for'] && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);
}
