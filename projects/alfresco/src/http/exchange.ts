import { defaults, type AlfrescoConfig } from '../config.js';
import { AlfrescoError } from '../error.js';
import { failureOf } from './failure.js';
import { watchSilence, type SilenceWatch } from './silence.js';

/** A body that is streamed. It is opened again for each attempt. */
export interface StreamBody {
  /** Bytes in all, announced to the server. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;
}

export interface Ask {
  /** Names the request in errors: method and path template, without identifiers. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/alfresco`, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | StreamBody;
}

/** What the server began to answer. Whoever reads the body awaits the watch meanwhile. */
export interface Answer {
  readonly response: Response;
  readonly watch: SilenceWatch;
}

/** Speaks to the server once, until its answer begins. */
export async function exchange(config: AlfrescoConfig, ask: Ask, authorization?: string): Promise<Answer> {
  const watch = watchSilence(config.timeoutMs ?? defaults.timeoutMs);
  const source = new StreamSource();
  try {
    const response = await fetch(`${config.url.replace(/\/+$/, '')}/alfresco${ask.path}`, {
      method: ask.method,
      headers: headersOf(config, ask, authorization),
      signal: watch.signal,
      redirect: 'error',
      ...(ask.body === undefined ? {} : await bodyOf(ask.body, watch, source)),
    });
    if (!response.ok) throw await failureOf(ask.operation, response);
    watch.rest();
    return { response, watch };
  } catch (error) {
    watch.rest();
    if (source.error) throw source.error;
    throw asFailure(ask.operation, watch, error);
  }
}

/** What a broken connection means, whether it broke before the answer or in the middle of it. */
export function asFailure(operation: string, watch: SilenceWatch, error: unknown): AlfrescoError {
  if (error instanceof AlfrescoError) return error;
  return new AlfrescoError(watch.expired() ? 'timeout' : 'unavailable', operation, { cause: error });
}

function headersOf(config: AlfrescoConfig, { headers, body }: Ask, authorization?: string): Record<string, string> {
  const correlation = config.correlationId?.();
  return {
    Accept: 'application/json',
    // In which language what is written is: Alfresco keeps it with titles and contents, and words and searches them by it.
    // Without one of ours, fetch says `*`, which it would take for a language.
    'Accept-Language': 'fr',
    ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
    ...(typeof body === 'object' && { 'Content-Length': String(body.size) }),
    ...headers,
    ...(authorization && { Authorization: authorization }),
    ...(correlation && { 'X-Correlation-Id': correlation }),
  };
}

type FetchBody = Pick<RequestInit, 'body'> & { duplex?: 'half' };

async function bodyOf(body: string | StreamBody, watch: SilenceWatch, source: StreamSource): Promise<FetchBody> {
  if (typeof body === 'string') return { body };
  return { body: source.reading(() => body.open(), watch) as unknown as RequestInit['body'], duplex: 'half' };
}

/** Tells a source that can't be read from a server that can't be reached. */
class StreamSource {
  error: unknown;

  async *reading(open: StreamBody['open'], watch: SilenceWatch): AsyncGenerator<Uint8Array> {
    try {
      watch.rest();
      for await (const chunk of await open()) {
        // fetch waits for ever after an empty piece.
        if (chunk.length === 0) continue;
        watch.await();
        yield chunk;
        watch.rest();
      }
      watch.await();
    } catch (error) {
      this.error = error;
      throw error;
    }
  }
}
