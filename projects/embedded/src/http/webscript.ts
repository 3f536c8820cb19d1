import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Repository } from '../repository.js';
import { readAll } from './body.js';
import { AcsError, runningNumber } from './errors.js';
import { exchangeOf, type Exchange } from './exchange.js';
import { sendJson, signedIn } from './routes.js';

/** A refusal in the shape that Alfresco's webscripts give. */
export class WebscriptError extends Error {
  readonly code = 'webscript-refusal';
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** What a webscript makes of a failure below it: always 500, with the words of the failure. */
export const wrapped = (words: string): WebscriptError => new WebscriptError(500, `${runningNumber()} Wrapped Exception (with status template): ${runningNumber()} ${words}`);

const statuses: Readonly<Record<number, readonly [name: string, description: string]>> = {
  400: ['Bad Request', 'Request sent by the client was syntactically incorrect.'],
  401: ['Unauthorized', 'The request requires HTTP authentication.'],
  404: ['Not Found', 'Requested resource is not available.'],
  500: ['Internal Error', 'An error inside the HTTP server which prevented it from fulfilling the request.'],
  501: ['Not Implemented', 'The HTTP server does not support the functionality needed to fulfill this request.'],
};

function refusal(status: number, message: string): object {
  const [name, description] = statuses[status] ?? statuses[500] ?? ['', ''];
  return { status: { code: status, name, description }, message, exception: '', callstack: [], server: '', time: new Date().toUTCString() };
}

function answerError(error: Error, reply: FastifyReply): FastifyReply {
  if (error instanceof WebscriptError) return sendJson(reply, error.status, refusal(error.status, error.message));
  const status = error instanceof AcsError ? error.status : (error as FastifyError).statusCode;
  if (status === 501) return sendJson(reply, 501, refusal(501, error.message));
  if (status === undefined) process.stderr.write(`embedded repository: ${error.stack ?? error.message}\n`);
  return sendJson(reply, 500, refusal(500, wrapped(status === undefined ? 'An unexpected fault of the embedded repository' : error.message).message));
}

export type Webscript = (exchange: Exchange) => Promise<unknown>;

/** The JSON object that a webscript was sent. @throws WebscriptError 400 */
export async function jsonOf(exchange: Exchange): Promise<Record<string, unknown>> {
  const text = (await readAll(exchange.request.body as Readable | undefined)).toString('utf8');
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new WebscriptError(400, `${runningNumber()} Could not parse JSON from req.`);
}

const roots = ['/alfresco/s/api', '/alfresco/service/api'];

/** Where a webscript is called from: its answers name addresses under the same root. */
export const rootOf = (exchange: Exchange): string => roots.find((root) => exchange.request.url.startsWith(`${root}/`)) ?? '/alfresco/s/api';

/** Registers webscripts under both of their roots. What a handler gives is sent as it is, text too. */
export function webscriptsAt(app: FastifyInstance, repository: Repository) {
  return (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, handler: Webscript): void => {
    for (const root of roots) {
      app.route({
        method,
        url: `${root}/${path}`,
        exposeHeadRoute: false,
        errorHandler: (error, _request, reply) => answerError(error as Error, reply),
        handler: async (request, reply) => {
          const person = await signedIn(repository, request);
          if (person === undefined) throw new WebscriptError(401, `${runningNumber()} Authentication failed`);
          const body = await handler(await exchangeOf(repository, request, reply, person));
          if (typeof body === 'string') return reply.code(200).type('application/json;charset=UTF-8').send(body);
          return sendJson(reply, 200, body ?? {});
        },
      });
    }
  };
}

export type Webscripts = ReturnType<typeof webscriptsAt>;
