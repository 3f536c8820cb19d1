import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { credentialsOf } from '../auth/credentials.js';
import type { SignedIn } from '../auth/sign-in.js';
import type { Repository } from '../repository.js';
import { unauthorized } from './errors.js';
import { exchangeOf, type Exchange } from './exchange.js';
import { narrowed } from './paging.js';

export const API = '/alfresco/api/-default-/public/alfresco/versions/1';
export const AUTH_API = '/alfresco/api/-default-/public/authentication/versions/1';
export const PRIVATE_API = '/alfresco/api/-default-/private/alfresco/versions/1';
export const GS_API = '/alfresco/api/-default-/public/gs/versions/1';
export const SEARCH_API = '/alfresco/api/-default-/public/search/versions/1';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Handler = (exchange: Exchange) => Promise<unknown>;

const scripts: Readonly<Record<string, string>> = { [AUTH_API]: 'org/alfresco/api/ResourceWebScript', [SEARCH_API]: 'org/alfresco/api/SearchApiWebscript' };

export function signedIn(repository: Repository, request: FastifyRequest): Promise<SignedIn | undefined> {
  const ticket = (request.query as Record<string, string | undefined>)['alf_ticket'];
  return repository.signIn.signIn(credentialsOf(request.headers.authorization, ticket));
}

/** @throws AcsError 401 */
export async function authenticate(repository: Repository, request: FastifyRequest): Promise<SignedIn> {
  const person = await signedIn(repository, request);
  if (person !== undefined) return person;
  const script = Object.entries(scripts).find(([prefix]) => request.url.startsWith(prefix))?.[1] ?? (request.url.startsWith('/alfresco/api/discovery') ? 'org/alfresco/api/DiscoveryApiWebscript' : 'org/alfresco/api/ResourceWebScript');
  throw unauthorized(`${script}.${request.method.toLowerCase()}`);
}

export function sendJson(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  return reply.code(status).header('cache-control', 'no-cache').header('x-frame-options', 'SAMEORIGIN').type('application/json;charset=UTF-8').send(body === undefined ? '' : JSON.stringify(body));
}

const statusOf: Readonly<Record<Method, number>> = { GET: 200, POST: 201, PUT: 200, DELETE: 204 };

interface Listing {
  readonly list: { readonly pagination: unknown; readonly entries: readonly { readonly entry: unknown }[]; readonly source?: unknown };
}
const isListing = (body: unknown): body is Listing => typeof body === 'object' && body !== null && 'list' in body && Object.keys(body).length === 1;

/** What a handler gave, as the API wraps and narrows it: a listing, an entry, or nothing. */
function wrapped(body: unknown, exchange: Exchange): unknown {
  if (body === undefined) return undefined;
  const narrow = (entry: unknown) => narrowed(entry, exchange.query('fields'), exchange.include);
  if (!isListing(body)) return { entry: narrow(body) };
  return { list: { ...body.list, entries: body.list.entries.map(({ entry }) => ({ entry: narrow(entry) })) } };
}

/** Registers operations under one of the API's roots. A handler that answers by itself returns its reply. */
export function routesAt(app: FastifyInstance, repository: Repository, root: string) {
  return (method: Method, path: string, handler: Handler, status: number = statusOf[method]): void => {
    app.route({
      method,
      url: `${root}/${path}`,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const exchange = await exchangeOf(repository, request, reply, await authenticate(repository, request));
        const body = await handler(exchange);
        return body === reply || reply.sent ? reply : sendJson(reply, status, wrapped(body, exchange));
      },
    });
  };
}

export type Routes = ReturnType<typeof routesAt>;
