import { randomBytes } from 'node:crypto';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { associationRoutes } from './nodes/association-routes.js';
import { authorityBook } from './auth/authorities.js';
import { authRoutes } from './auth/routes.js';
import type { IdentityService } from './auth/identity-service.js';
import { signInWith } from './auth/sign-in.js';
import { byTokenOver } from './auth/token-holders.js';
import { contentFiles } from './content/files.js';
import { commentRoutes } from './comments/routes.js';
import { renditionRoutes } from './content/rendition-routes.js';
import { sizeRoutes } from './content/size-routes.js';
import { contentRoutes } from './content/routes.js';
import { openDatabase } from './database/database.js';
import { migrate } from './database/migrations.js';
import { dispositionRoutes } from './disposition/routes.js';
import { customModelRoutes } from './custom-models/routes.js';
import { discoveryRoutes, serverWebscript } from './discovery/routes.js';
import { openEndpoint, type EventEndpoint } from './events/endpoint.js';
import { prepareEvents } from './events/schema.js';
import { openEventStream } from './events/stream.js';
import { favoriteRoutes } from './favorites/routes.js';
import { groupRoutes } from './groups/routes.js';
import { AcsError, errorBody, plain } from './http/errors.js';
import { refuseTheRest } from './http/not-offered.js';
import { API, GS_API, PRIVATE_API, routesAt, sendJson } from './http/routes.js';
import { webscriptsAt } from './http/webscript.js';
import { ephemeralLocks } from './locks/ephemeral.js';
import { lockRoutes } from './locks/routes.js';
import { contentModels } from './model/models.js';
import { modelRoutes } from './model/routes.js';
import { modelWebscripts } from './model/webscripts.js';
import { bootstrap } from './nodes/bootstrap.js';
import { nodeChangeRoutes } from './nodes/change-routes.js';
import { nodeCreateRoutes } from './nodes/create-routes.js';
import { nodeReadRoutes } from './nodes/read-routes.js';
import { peopleRoutes } from './people/routes.js';
import { ratingRoutes } from './ratings/routes.js';
import { recordsRoutes } from './records/gs-routes.js';
import type { Repository } from './repository.js';
import { rmSecurityRoutes } from './rm-security/routes.js';
import { searchRoutes } from './search/routes.js';
import { siteRoutes } from './sites/routes.js';
import { trashcanRoutes } from './trashcan/routes.js';
import { preferenceRoutes } from './preferences/routes.js';
import { tagRoutes } from './tags/routes.js';
import { versionRoutes } from './versions/routes.js';

export interface EmbeddedOptions {
  /** A database that this repository may fill; it keeps to its own schema there. */
  readonly databaseUrl: string;
  /** Where the bytes of documents are kept. */
  readonly contentDir: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Password of `admin` in a fresh database; default `admin`. */
  readonly adminPassword?: string;
  /** On how many nodes a search looks at rights before it ends: `system.acl.maxPermissionChecks`, 1,000 by default as there. */
  readonly permissionChecks?: number;
  /** Whose access tokens are believed, beside tickets and passwords; absent, none. */
  readonly identityService?: IdentityService;
  /** Where the event stream is offered; default 0: any free port. */
  readonly eventsPort?: number;
  /** Password of the event stream's account `events`; default: made at random at each start. */
  readonly eventsPassword?: string;
}

export interface Embedded {
  /** Origin, without a path: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The event stream by AMQP 1.0, as Alfresco's broker offers it: `amqp://events:…@127.0.0.1:49153`. */
  readonly eventsUrl: string;
  close(): Promise<void>;
}

async function openRepository(options: EmbeddedOptions): Promise<Repository> {
  const database = openDatabase(options.databaseUrl);
  try {
    await migrate(database);
    const wellKnown = await bootstrap(database, options.adminPassword ?? 'admin');
    const files = contentFiles(options.contentDir);
    await files.prepare(database);
    const models = contentModels();
    await models.load(database, files);
    await prepareEvents(database);
    const events = await openEventStream(database, `/${wellKnown.get('root') ?? ''}`);
    const byToken = options.identityService && byTokenOver(() => repository, options.identityService);
    const repository: Repository = { database, files, wellKnown, models, locks: ephemeralLocks(), events, permissionChecks: options.permissionChecks ?? 1_000, authorities: authorityBook(database), signIn: signInWith(database, byToken) };
    return repository;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    const unfit = /^22/.test(error.code ?? ''); // text or a number that PostgreSQL can't hold
    const known = error instanceof AcsError ? error : unfit ? plain(400, 'A value of the request cannot be stored') : (error.statusCode ?? 500) < 500 ? plain(error.statusCode ?? 400, error.message) : plain(500, 'An unexpected fault of the embedded repository');
    if (!(error instanceof AcsError) && known.status === 500) process.stderr.write(`embedded repository: ${error.stack ?? error.message}\n`);
    if (known.status === 401) reply.header('www-authenticate', 'AlfTicket realm="Alfresco -default- tenant"');
    return sendJson(reply, known.status, errorBody(known));
  });
}

async function build(repository: Repository): Promise<FastifyInstance> {
  const app = fastify({ logger: false, forceCloseConnections: true, exposeHeadRoutes: false, bodyLimit: Number.MAX_SAFE_INTEGER, routerOptions: { maxParamLength: 500 } });
  app.removeAllContentTypeParsers();
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fileSize: Infinity, fieldSize: 1024 * 1024, files: 5, fields: 500 } });
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  answerErrors(app);
  authRoutes(app, repository);
  discoveryRoutes(app, repository);
  const route = routesAt(app, repository, API);
  for (const offer of [peopleRoutes, groupRoutes, nodeReadRoutes, nodeCreateRoutes, nodeChangeRoutes, contentRoutes, modelRoutes, versionRoutes, lockRoutes, trashcanRoutes, commentRoutes, associationRoutes, renditionRoutes, favoriteRoutes, ratingRoutes, tagRoutes, sizeRoutes, siteRoutes]) offer(route);
  const records = routesAt(app, repository, GS_API);
  const script = webscriptsAt(app, repository);
  preferenceRoutes(route, script);
  modelWebscripts(script);
  serverWebscript(script);
  customModelRoutes(routesAt(app, repository, PRIVATE_API));
  recordsRoutes(records, script);
  dispositionRoutes(records, script);
  rmSecurityRoutes(records, script);
  searchRoutes(app, repository);
  refuseTheRest(app, repository);
  return app;
}

/**
 * Starts a repository that answers as Alfresco does, for trying Bannette and for its tests. Never for production: no clustering,
 * no transformations, no full text, no audit. Data survive restarts and kills.
 * @throws when the database can't be reached or the port is taken
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const repository = await openRepository(options);
  const app = await build(repository);
  const account = { user: 'events', password: options.eventsPassword ?? randomBytes(18).toString('hex') };
  const host = options.host ?? '127.0.0.1';
  let endpoint: EventEndpoint | undefined;
  try {
    endpoint = await openEndpoint(repository.events, account, { host, port: options.eventsPort ?? 0 });
    const { port, close: closeEvents } = endpoint;
    const url = await app.listen({ host, port: options.port ?? 0 });
    return {
      url,
      eventsUrl: `amqp://${account.user}:${account.password}@${host}:${port}`,
      async close() {
        await app.close();
        await closeEvents();
        await repository.database.close();
      },
    };
  } catch (error) {
    await app.close();
    await endpoint?.close();
    await repository.database.close();
    throw error;
  }
}
