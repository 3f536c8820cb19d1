import { AlfrescoError } from '../error.js';
import type { Ask } from './exchange.js';
import type { SendJson } from './send.js';

// js-api's own names for what it asks of an HTTP client (`LegacyHttpClient`), reduced to what its API classes use.
interface ApiRequest {
  readonly path: string;
  readonly pathParams?: Readonly<Record<string, unknown>>;
  readonly queryParams?: Readonly<Record<string, unknown>>;
  readonly bodyParam?: unknown;
}

/**
 * The HTTP client under js-api's API classes: they know paths and parameters, we send. Answers are left as Alfresco wrote
 * them. GET, PUT and DELETE may be repeated; POST only to the paths of `repeatable`, which change nothing.
 */
export function apiClient(send: SendJson, servicePath: string, repeatable: readonly string[] = []) {
  const ask =
    (method: Ask['method']) =>
    async <T>(request: ApiRequest): Promise<T> => {
      const body = method === 'GET' || request.bodyParam === undefined ? undefined : JSON.stringify(request.bodyParam);
      return (await send({
        operation: `${method} ${request.path}`,
        method,
        path: servicePath + withParameters(request),
        body,
        safe: method !== 'POST' || repeatable.includes(request.path),
      })) as T;
    };
  const absent = (): never => {
    throw new AlfrescoError('notOffered', 'js-api call outside its API classes');
  };
  return {
    basePath: servicePath,
    config: {},
    get: ask('GET'),
    post: ask('POST'),
    put: ask('PUT'),
    delete: ask('DELETE'),
    request: absent,
    callApi: absent,
    callCustomApi: absent,
  };
}

function withParameters({ path, pathParams = {}, queryParams = {} }: ApiRequest): string {
  const filled = path.replace(/\{([\w-]+)\}/g, (_hole, name: string) => encodeURIComponent(String(pathParams[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(queryParams)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  // Alfresco reads "+" in a query as a plus sign in some places and as a space in others.
  const written = query.toString().replaceAll('+', '%20');
  return written ? `${filled}?${written}` : filled;
}
