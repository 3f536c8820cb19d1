import { z } from 'zod';
import { problemSchema } from '../problem.js';
import { depositFieldsSchema } from '../schemas/deposit.js';
import { operations, type Operation } from './contract.js';

type Json = { [key: string]: unknown };

/** Where the API lives; within v1 it only grows. */
export const apiPrefix = '/bannette/api/v1';

/** The OpenAPI 3.1 description of the contract: what the front end's types are generated from. */
export function openApiDocument(): Json {
  const schemas: Json = {};
  const paths: { [path: string]: Json } = {};
  for (const [operationId, operation] of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describe(operationId, operation, schemas);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bannette', version: '1', description: 'Electronic correspondence management over Alfresco. Sign-in is Alfresco’s own: `Authorization: Basic base64(ticket)`; or the identity service’s, where one is configured: `Authorization: Bearer token`.' },
    servers: [{ url: apiPrefix }],
    security: [{ alfrescoTicket: [] }, { accessToken: [] }],
    paths,
    components: { schemas, securitySchemes: { alfrescoTicket: { type: 'http', scheme: 'basic' }, accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
}

function describe(operationId: string, operation: Operation, schemas: Json): Json {
  const json = (schema: z.ZodType, io: 'input' | 'output'): Json => ({ 'application/json': { schema: toSchema(schema, io, schemas) } });
  const parameters = [...parametersOf(operation.params, 'path', schemas), ...parametersOf(operation.query, 'query', schemas)];
  if (operation.stream === 'upload') parameters.push({ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } });
  const content = operation.stream === 'download' ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : operation.stream === 'events' ? { 'text/event-stream': { schema: { type: 'string' } } } : operation.response && json(operation.response, 'output');
  return {
    operationId,
    summary: operation.summary,
    tags: [operation.tag],
    ...(parameters.length ? { parameters } : {}),
    ...(operation.body ? { requestBody: { required: true, content: json(operation.body, 'input') } } : {}),
    ...(operation.stream === 'upload' ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: uploadSchema(schemas) } } } } : {}),
    responses: { [operation.status ?? 200]: { description: operation.summary, ...(content ? { content } : {}) }, default: { description: 'What went wrong', content: json(problemSchema, 'output') } },
  };
}

function uploadSchema(schemas: Json): Json {
  const fields = toSchema(depositFieldsSchema, 'input', schemas) as { properties: Json };
  return { ...fields, properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } }, ...fields.properties }, required: ['files'] };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query', schemas: Json): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || !(part as z.ZodType).safeParse(undefined).success,
    schema: toSchema(part as z.ZodType, 'input', schemas),
  }));
}

/** JSON schema of `schema`; what has an id of its own goes to the components and is referred to. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const whole = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any' }) as unknown as { properties: { it: Json }; $defs?: Json };
  const rewritten = JSON.parse(JSON.stringify(whole).replaceAll('#/$defs/', '#/components/schemas/')) as typeof whole;
  for (const [id, definition] of Object.entries(rewritten.$defs ?? {})) {
    const { id: _id, ...rest } = definition as Json;
    schemas[id] ??= rest;
  }
  return rewritten.properties.it;
}
