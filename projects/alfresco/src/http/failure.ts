import { AlfrescoError, type AlfrescoErrorCode } from '../error.js';

interface ErrorBody {
  readonly error?: { readonly errorKey?: string; readonly statusCode?: number; readonly briefSummary?: string; readonly logId?: string };
  /** A webscript's, as the message. */
  readonly status?: { readonly code?: number };
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
  const body = await bodyOf(response);
  const { error = {}, message } = body;
  return new AlfrescoError(saysNothing(response.status, body) ? 'unavailable' : codeFor(response.status, error.briefSummary), operation, { status: response.status, errorKey: error.errorKey ?? message, logId: error.logId });
}

// Alfresco says 409 both for a taken name and for a document that another person has locked. The second names the node's id
// in brackets, in every language that it speaks; no name of a node can have a colon in it.
const lockRefusal = /[(（]id(entifi[^\s:]*)?\s*:/i;

function codeFor(status: number, summary = ''): AlfrescoErrorCode {
  if ((status === 409 || status === 422) && lockRefusal.test(summary)) return 'locked';
  return codes[status] ?? 'failed';
}

// A Tomcat whose Alfresco didn't start, and a proxy without a way to it, answer 404 to everything. Only Alfresco's own word
// says that a node, a version or its bytes are gone: deletions are told, and destructions proven, by it.
const saysNothing = (status: number, { error, status: script }: ErrorBody): boolean => status === 404 && error?.statusCode !== 404 && script?.code !== 404;

async function bodyOf(response: Response): Promise<ErrorBody> {
  try {
    return ((await response.json()) ?? {}) as ErrorBody;
  } catch {
    return {};
  }
}
