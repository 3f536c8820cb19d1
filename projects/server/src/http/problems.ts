import { AlfrescoError } from '@bannette/alfresco';
import { Problem, type ProblemBody } from '@bannette/http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

const byRepository: { readonly [code: string]: [status: number, code: string] } = {
  unauthorized: [401, 'unauthorized'],
  forbidden: [403, 'forbidden'],
  notFound: [404, 'notFound'],
  unavailable: [503, 'repositoryUnavailable'],
  timeout: [503, 'repositoryUnavailable'],
};

const fullDisk: readonly string[] = ['ENOSPC', 'EDQUOT'];

/** Answers every error in the one shape of the API; what nobody expected is logged, and told without its details. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = problemOf(error);
  if (status >= 500) request.log.error({ err: { type: (error as Error).name, message: (error as Error).message, stack: (error as Error).stack } }, body.code);
  void reply.code(status).type('application/json').send({ ...body, correlationId: request.id });
}

/** What the API says of an error. */
export function problemOf(error: unknown): { status: number; body: ProblemBody } {
  if (error instanceof Problem) return { status: error.status, body: { code: error.code, message: error.message, ...(error.params ? { params: { ...error.params } } : {}) } };
  if (error instanceof AlfrescoError) {
    const [status, code] = byRepository[error.code] ?? [502, 'repositoryFailed'];
    return { status, body: { code, message: error.message } };
  }
  const { validation, statusCode, message, code } = error as FastifyError;
  if (fullDisk.includes(code)) return { status: 507, body: { code: 'diskFull', message: 'There is no room left on the disk' } };
  if (validation) return { status: 400, body: { code: 'invalid', message, params: { field: fieldOf(validation) } } };
  if (statusCode === 413) return { status: 413, body: { code: 'tooLarge', message } };
  if (statusCode && statusCode >= 400 && statusCode < 500) return { status: statusCode, body: { code: 'invalid', message } };
  return { status: 500, body: { code: 'unexpected', message: 'Something went wrong that nobody expected; the log holds it under this correlationId' } };
}

function fieldOf(validation: NonNullable<FastifyError['validation']>): string {
  return (validation[0]?.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.');
}
