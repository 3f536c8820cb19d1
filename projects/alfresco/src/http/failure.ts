import { AlfrescoError, type AlfrescoErrorCode } from '../error.js';

interface ErrorBody {
  readonly error?: { readonly errorKey?: string; readonly briefSummary?: string; readonly logId?: string };
  /** A webscript's. */
  readonly message?: string;
}

const codes: Readonly<Record<number, AlfrescoErrorCode>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  405: 'notOffered',
  409: 'conflict',
  416: 'invalid',
  422: 'invalid',
  501: 'notOffered',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Reads Alfresco's error body, `{error: {errorKey, briefSummary, logId …}}`, or a webscript's, `{message}`; a proxy's page has neither. */
export async function failureOf(operation: string, response: Response): Promise<AlfrescoError> {
  const { error = {}, message } = await bodyOf(response);
  return new AlfrescoError(codeFor(response.status, error.briefSummary), operation, { status: response.status, errorKey: error.errorKey ?? message, logId: error.logId });
}

// Alfresco says 409 both for a taken name and for a document that another person has locked. The name of a node is in the
// first text too, so only the beginning tells them apart; it follows a running number.
const lockRefusal = /^(\d+ )?(Cannot perform operation since the node|The node) \(id/;

function codeFor(status: number, summary = ''): AlfrescoErrorCode {
  if ((status === 409 || status === 422) && lockRefusal.test(summary)) return 'locked';
  return codes[status] ?? 'failed';
}

async function bodyOf(response: Response): Promise<ErrorBody> {
  try {
    return (await response.json()) as ErrorBody;
  } catch {
    return {};
  }
}
