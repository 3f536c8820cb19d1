import { randomUUID } from 'node:crypto';

/**
 * A refusal in the shape that Alfresco's REST API gives.
 * `key` is what a client may compare; `brief` defaults to the key. Alfresco numbers most briefs, not all.
 */
export class AcsError extends Error {
  readonly code = 'acs-refusal';
  constructor(readonly status: number, readonly key: string | undefined, readonly brief: string = key ?? '', readonly numbered = true) {
    super(brief);
  }
}

export const badRequest = (key: string): AcsError => new AcsError(400, key);
export const notFound = (id: string): AcsError => new AcsError(404, 'framework.exception.EntityNotFound', `The entity with id: ${id} was not found`);
export const relationNotFound = (entity: string, id: string): AcsError =>
  new AcsError(404, 'framework.exception.RelationshipNotFound', `The relationship resource was not found for the entity with id: ${entity} and a relationship id of ${id}`);
export const denied = (): AcsError => new AcsError(403, 'framework.exception.PermissionDenied', 'Permission was denied');
export const unauthorized = (script: string): AcsError => new AcsError(401, 'framework.exception.ApiDefault', `Authentication failed for Web Script ${script}`);
export const unsupported = (): AcsError => new AcsError(405, 'framework.exception.UnsupportedResourceOperation', 'The operation is unsupported');
export const invalidArgument = (detail: string): AcsError => new AcsError(400, 'framework.exception.InvalidArgument', `An invalid argument was received ${detail}`);

/** A refusal whose cause lies below the REST layer: no key of its own, and often no number. */
export const plain = (status: number, brief: string, numbered = true): AcsError => new AcsError(status, 'framework.exception.ApiDefault', brief, numbered);

let running = 0;

/** Alfresco's own numbering: month, day, then a count since the start. */
export function runningNumber(now: Date = new Date()): string {
  const day = `${String(now.getUTCMonth()).padStart(2, '0')}${String(now.getUTCDate()).padStart(2, '0')}`;
  return day + String(running++ % 10_000).padStart(4, '0');
}

export function errorBody(error: AcsError): object {
  return {
    error: {
      ...(error.key === undefined ? {} : { errorKey: error.key }),
      statusCode: error.status,
      ...(error.brief === '' && !error.numbered ? {} : { briefSummary: error.numbered ? `${runningNumber()} ${error.brief}` : error.brief }),
      stackTrace: 'For security reasons the stack trace is no longer displayed, but the property is kept for previous versions',
      descriptionURL: 'https://api-explorer.alfresco.com',
      logId: randomUUID(),
    },
  };
}
