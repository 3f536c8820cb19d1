/**
 * What went wrong, in words that code can act on:
 * - `unauthorized` nobody is signed in any more, or the password is wrong; `forbidden` the person may not
 * - `conflict` the name or link exists already; `locked` another person holds the document
 * - `invalid` the repository, or our own check before sending, refuses what was asked
 * - `unavailable` and `timeout` nobody answered in a usable way: what was asked may or may not have been done
 * - `notOffered` this repository does not do that; `failed` anything else
 */
export type AlfrescoErrorCode = 'unauthorized' | 'forbidden' | 'notFound' | 'conflict' | 'invalid' | 'locked' | 'unavailable' | 'timeout' | 'notOffered' | 'failed';

export interface AlfrescoErrorDetails {
  readonly status?: number;
  readonly errorKey?: string;
  readonly logId?: string;
  readonly cause?: unknown;
}

/**
 * An exchange with the repository that did not succeed. The message names the operation, the code and Alfresco's `logId`,
 * never what was sent or answered. `errorKey` is Alfresco's own and may hold a file's or a person's name, so it is not
 * an enumerable property: a logger that copies an error's fields leaves it out.
 */
export class AlfrescoError extends Error {
  override readonly name = 'AlfrescoError';
  readonly status?: number;
  readonly logId?: string;
  readonly #errorKey?: string;

  constructor(
    readonly code: AlfrescoErrorCode,
    readonly operation: string,
    details: AlfrescoErrorDetails = {},
  ) {
    super(describe(code, operation, details), { cause: details.cause });
    this.status = details.status;
    this.logId = details.logId;
    this.#errorKey = details.errorKey;
  }

  get errorKey(): string | undefined {
    return this.#errorKey;
  }
}

function describe(code: AlfrescoErrorCode, operation: string, { status, logId }: AlfrescoErrorDetails): string {
  const facts = [status && `HTTP ${status}`, logId && `log ${logId}`].filter(Boolean).join(', ');
  return `${operation}: ${code}${facts ? ` (${facts})` : ''}`;
}

export function hasCode(error: unknown, ...codes: readonly AlfrescoErrorCode[]): error is AlfrescoError {
  return error instanceof AlfrescoError && codes.includes(error.code);
}

/** True when nobody can tell whether the repository did what was asked. */
export function outcomeUnknown(error: unknown): boolean {
  return hasCode(error, 'unavailable', 'timeout');
}
