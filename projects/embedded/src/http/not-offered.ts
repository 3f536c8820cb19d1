import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Repository } from '../repository.js';
import { AcsError, runningNumber, unauthorized } from './errors.js';
import { API, authenticate, sendJson, signedIn } from './routes.js';

/** First words of paths that a real ACS answers and this repository does not. */
const known = new Set(['actions', 'action-definitions', 'action-executions', 'action-parameter-constraints', 'audit-applications', 'categories', 'deleted-nodes', 'downloads', 'groups', 'aspects', 'types', 'nodes', 'people', 'queries', 'shared-links', 'site-membership-requests', 'sites', 'tags', 'rendition-definitions', 'secret', 'probes', 'size-details', 'config']);

const IDS = /[0-9a-f]{8}-[0-9a-f-]{27}/gi;

/** The operation's name: method and path, without ids. */
const operation = (request: FastifyRequest, path: string): string => `${request.method} ${path.replace(IDS, '{id}')}`;

const notOffered = (name: string): AcsError => new AcsError(501, `Not offered by the embedded repository: ${name}`);

function refusal(request: FastifyRequest): AcsError {
  const path = request.url.split('?')[0] ?? '';
  const rest = path.startsWith(`${API}/`) ? path.slice(API.length + 1).split('/') : undefined;
  if (rest !== undefined) {
    const [first = ''] = rest;
    if (!known.has(first)) return new AcsError(404, undefined, '');
    if (rest.length === 1 && (request.method === 'PUT' || request.method === 'DELETE')) return new AcsError(405, `${request.method} is executed against the instance URL`);
    if (first === 'people' && rest.length === 3 && !people.has(rest[2] ?? '')) return new AcsError(404, rest[2] ?? '');
    if (request.method === 'HEAD') return new AcsError(405, 'framework.exception.UnsupportedResourceOperation', 'The operation is unsupported');
    return notOffered(operation(request, rest.join('/')));
  }
  const publicApi = /^\/alfresco\/api\/-default-\/public\/(\w+)\/versions\/(\d+)\//.exec(path);
  if (publicApi !== null && (publicApi[2] !== '1' || !['authentication', 'search', 'gs', 'workflow', 'alfresco'].includes(publicApi[1] ?? ''))) return new AcsError(404, 'framework.exception.NotFound', '{0} was not found');
  if (path.startsWith('/alfresco/api/-default-/public/search/') && request.method === 'GET') return new AcsError(404, 'framework.exception.NotFound', '{0} was not found');
  return notOffered(operation(request, path));
}

const people = new Set(['activities', 'avatar', 'containers', 'favorite-sites', 'favorites', 'groups', 'networks', 'preferences', 'sites', 'site-membership-requests', 'request-password-reset', 'reset-password']);

const scriptOf = (path: string): string => (/^\/alfresco\/(s|service)\/api\/people\/[^/?]+/.test(path) ? ' for Web Script org/alfresco/repository/person/person.get' : '');

/** Webscripts refuse in a shape of their own. */
const webscriptRefusal = (path: string): object => ({
  status: { code: 401, name: 'Unauthorized', description: 'The request requires HTTP authentication.' },
  message: `${runningNumber()} Authentication failed${scriptOf(path)}`, exception: '', callstack: [], server: '', time: new Date().toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }),
});

/** Answers whatever no handler took: who is not signed in learns nothing else; what ACS would answer gets 501, never an invention. */
export function refuseTheRest(app: FastifyInstance, repository: Repository): void {
  app.setNotFoundHandler(async (request, reply) => {
    const tenant = /^\/alfresco\/api\/([^/]+)\//.exec(request.url)?.[1];
    if (request.method === 'OPTIONS' && request.url.startsWith('/alfresco')) throw unauthorized('org/alfresco/api/MetaDataWebScript.options');
    if (tenant !== undefined && tenant !== '-default-') throw unauthorized(`org/alfresco/api/ResourceWebScript.${request.method.toLowerCase()}`);
    if (/^\/alfresco\/(s|service)\//.test(request.url) && (await signedIn(repository, request)) === undefined) return sendJson(reply, 401, webscriptRefusal(request.url));
    if (request.method === 'GET' && request.url.startsWith(`${API}/shared-links/`)) throw refusal(request); // links need no sign-in
    if (request.url.startsWith('/alfresco/')) await authenticate(repository, request);
    throw refusal(request);
  });
}
