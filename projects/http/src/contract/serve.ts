import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isGuest, type Person } from '@bannette/domain';
import { forbidden } from '../problem.js';
import { contract, type Contract, type Operation, type OperationName } from './contract.js';

/** The signed-in person, with what stands for them at Alfresco: its ticket, or the identity service's access token. */
export interface Caller extends Person {
  readonly proof: { readonly ticket: string } | { readonly token: string };
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** Asks again who asks, as a new request would; for what goes on longer than a proof is believed. Fails as a request does. */
    renew(): Promise<Caller>;
  }
}

type Parsed<O extends Operation, K extends 'params' | 'query' | 'body'> = O[K] extends z.ZodType ? z.output<O[K]> : undefined;
type Answer<O extends Operation> = O['response'] extends z.ZodType ? z.input<O['response']> : unknown;

/** What a handler is given: the parts of the request as the contract parsed them, and who asks. */
export interface Call<O extends Operation> {
  readonly params: Parsed<O, 'params'>;
  readonly query: Parsed<O, 'query'>;
  readonly body: Parsed<O, 'body'>;
  readonly caller: Caller;
  readonly correlationId: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
export type Handlers = { readonly [N in OperationName]?: (call: Call<Contract[N]>) => Promise<Answer<Contract[N]>> };

/** Gives operations of the contract their handlers on `app`, whose compilers check what they take and answer against it (`fastify-type-provider-zod`). */
export function serve(app: FastifyInstance, handlers: Handlers): void {
  for (const [name, handler] of Object.entries(handlers)) register(app, contract[name as OperationName], name, handler as (call: Call<Operation>) => Promise<unknown>);
}

function register(app: FastifyInstance, operation: Operation, operationId: string, handler: (call: Call<Operation>) => Promise<unknown>): void {
  const status = operation.status ?? 200;
  app.route({
    method: operation.method,
    ...(operation.bodyBytes ? { bodyLimit: operation.bodyBytes } : {}),
    url: operation.path.replace(/\{(\w+)\}/g, ':$1'),
    // Before anything of the request is looked at.
    onRequest: async ({ caller }) => {
      if (!operation.guests && isGuest(caller)) throw forbidden(operationId);
    },
    schema: {
      operationId,
      ...(operation.params ? { params: operation.params } : {}),
      ...(operation.query ? { querystring: operation.query } : {}),
      ...(operation.body ? { body: operation.body } : {}),
      ...(operation.response ? { response: { [status]: operation.response } } : {}),
    } as object,
    handler: async (request, reply) => {
      reply.code(status);
      return handler({ params: request.params, query: request.query, body: request.body, caller: request.caller, correlationId: request.id, request, reply } as Call<Operation>);
    },
  });
}
