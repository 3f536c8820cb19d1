import { apiPrefix, openApiDocument, Problem, serve, type Caller } from '@bannette/http';
import { dayIn } from '@bannette/domain';
import { replacedBy, type House, type Sidecar } from '@bannette/house';
import { newId } from '@bannette/store';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sessionOf } from '../administration/session.js';
import type { Config } from '../config.js';
import { identityOver } from '../identity/identity.js';
import { tokensOf } from '../identity/tokens.js';
import { healthRoutes } from './health.js';
import { metricsRoutes } from './metrics.js';
import { passThrough } from './pass-through.js';
import { answerProblem } from './problems.js';
import { refuseUnfitText } from './text.js';
import { serveWorkspace } from './workspace.js';

/** The contract, for other systems' generators; made once. */
/** Made when it is first asked for: that takes a third of a second. */
let description: string | undefined;

/** The one origin that browsers see: the workspace at `/`, the API, and Alfresco passed through. */
export async function buildApp(house: House, sidecars: readonly Sidecar[], config: Config, alfrescoUrl: string, logger: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 ** 2,
    genReqId: (request) => correlationOf(request.headers['x-correlation-id']),
    forceCloseConnections: 'idle',
  });
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => answerProblem(new Problem(404, 'notFound', 'There is nothing here'), request, reply));
  app.addHook('onRequest', async (request, reply) => void reply.header('x-correlation-id', request.id));
  app.addHook('onResponse', async (request, reply) => request.log.info({ method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime), correlationId: request.id }, 'answered'));
  await serveWorkspace(app, config.oidc);
  healthRoutes(app, house);
  metricsRoutes(app, house, config.metricsToken);
  await passThrough(app, alfrescoUrl);
  await app.register(async (api) => serveApi(api, house, sidecars, config, alfrescoUrl), { prefix: apiPrefix });
  return app;
}

async function serveApi(api: FastifyInstance, house: House, sidecars: readonly Sidecar[], config: Config, alfrescoUrl: string): Promise<void> {
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  const identify = identityOver({ url: alfrescoUrl }, house.store, config.oidc && tokensOf(config.oidc));
  api.decorateRequest('caller', null as unknown as Caller);
  api.decorateRequest('renew', function (this: FastifyRequest) {
    return identify(this);
  });
  api.addHook('onRequest', async (request) => {
    const caller = await identify(request);
    const { authority } = await house.settings();
    const replaces = await replacedBy(house.store.db, house.entityId, caller.id, dayIn(authority.timeZone, house.now()));
    request.caller = replaces.length ? { ...caller, replaces } : caller;
  });
  api.addHook('preValidation', refuseUnfitText);
  api.get('/openapi.json', async (_, reply) => reply.type('application/json').send((description ??= JSON.stringify(openApiDocument()))));
  serve(api, { session: ({ caller }) => sessionOf(house, caller) });
  for (const sidecar of sidecars) sidecar.routes?.(api);
}

/** A correlation id that came from outside is kept when it looks like one. */
function correlationOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : newId();
}
