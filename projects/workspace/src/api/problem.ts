import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemBody } from './types.js';

/** What went wrong, as a stable code that has its sentence under `PROBLEM.<code>`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: { readonly [name: string]: string | number } = {},
    readonly correlationId?: string,
  ) {
    super(code);
    this.name = 'Problem';
  }
}

const byStatus: { readonly [status: number]: string } = { 0: 'unreachable', 401: 'unauthorized', 403: 'forbidden', 404: 'notFound', 413: 'tooLarge', 502: 'unavailable', 503: 'unavailable', 504: 'unavailable' };

/** Any failure of a call as a problem; an answer that isn't one of ours (a proxy's page, no answer) goes by its status. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof HttpErrorResponse)) return new Problem(0, 'unexpected');
  const body: unknown = error.error;
  if (isProblemBody(body)) return new Problem(error.status, body.code, body.params, body.correlationId);
  return new Problem(error.status, byStatus[error.status] ?? 'unexpected');
}

const isProblemBody = (body: unknown): body is ProblemBody => typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
