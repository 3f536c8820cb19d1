/** What the repository answered. `body` is JSON, or nothing. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into answers of many shapes
  readonly text: string;
}

const API = '/alfresco/api/-default-/public/alfresco/versions/1/';

export const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** Speaks to a repository as one person. Paths not starting with `/` are below the core API. */
export function clientOf(origin: () => string, authorization: string | undefined) {
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const form = body instanceof FormData;
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const answer = await fetch(origin() + (path.startsWith('/') ? path : API + path), {
      method, signal: AbortSignal.timeout(20_000),
      headers: { ...(authorization === undefined ? {} : { authorization }), ...(body === undefined || form || raw ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: form || raw ? (body as FormData | string) : JSON.stringify(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    const json = answer.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
    return { status: answer.status, headers: answer.headers, text, body: json ? JSON.parse(text) : undefined };
  }
  return {
    get: (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers),
    post: (path: string, body?: unknown) => call('POST', path, body),
    put: (path: string, body?: unknown) => call('PUT', path, body),
    delete: (path: string) => call('DELETE', path),
    upload(parent: string, name: string, bytes: string | Buffer, fields: Record<string, string> = {}) {
      const form = new FormData();
      form.append('filedata', new Blob([bytes as Buffer<ArrayBuffer>]), name);
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      return call('POST', `nodes/${parent}/children`, form);
    },
    search: (query: string, language = 'afts', rest: object = {}) => call('POST', '/alfresco/api/-default-/public/search/versions/1/search', { query: { query, language }, ...rest }),
  };
}

export type Client = ReturnType<typeof clientOf>;
