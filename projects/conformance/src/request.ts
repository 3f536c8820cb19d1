import type { RecordedPart, RecordedRequest } from './recording.js';
import { filled, type Variables } from './variables.js';

/** Who asks as the administrator. */
export interface Account {
  readonly user: string;
  readonly password: string;
}

/** What came back. `body` is JSON, if it is any. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Buffer;
  readonly body: unknown;
}

/** Recorded people were all made with this one. */
const passwordOfPeople = 'secret1';
const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString('base64')}`;

function authorization(user: string | null, variables: Variables, account: Account): string | undefined {
  if (user === null) return undefined;
  if (user === 'ticket') return basic(variables.get('ticket') ?? '');
  if (user === 'admin' || user === account.user) return basic(`${account.user}:${account.password}`);
  const named = filled(user, variables);
  return basic(named.includes(':') ? named : `${named}:${passwordOfPeople}`);
}

function part(form: FormData, one: RecordedPart, variables: Variables): void {
  if (one.filename === undefined) return form.append(one.name, filled(one.value ?? '', variables));
  const content = one.raw === undefined ? filled(one.text ?? '', variables) : Buffer.from(one.raw.base64, 'base64');
  form.append(one.name, new Blob([content], one.contentType === undefined ? {} : { type: one.contentType }), filled(one.filename, variables));
}

/** A password sent for the administrator is the given account's. */
function withPassword(body: unknown, account: Account): unknown {
  const sent = body as { userId?: unknown; username?: unknown; password?: unknown } | null;
  return typeof sent === 'object' && sent !== null && [sent.userId, sent.username].includes(account.user) && sent.password === 'admin' ? { ...sent, password: account.password } : body;
}

function bodyOf(request: RecordedRequest, variables: Variables, account: Account): FormData | Buffer<ArrayBuffer> | undefined {
  if (request.multipart !== undefined) {
    const form = new FormData();
    for (const one of request.multipart) part(form, one, variables);
    return form;
  }
  if (request.bodyBase64 !== undefined) return Buffer.from(request.bodyBase64, 'base64');
  if (request.bodyTextTemplate !== undefined) return Buffer.from(filled(request.bodyTextTemplate, variables));
  if (request.bodyTemplate === undefined) return undefined;
  const body = withPassword(request.bodyTemplate, account);
  return Buffer.from(filled(typeof body === 'string' ? body : JSON.stringify(body), variables));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Asks what was recorded. `dates` turns recorded dates and tags in headers to this run's. @throws when nobody answers within 30 s */
export async function ask(origin: string, request: RecordedRequest, variables: Variables, account: Account, dates: ReadonlyMap<string, string>): Promise<Answer> {
  const body = bodyOf(request, variables, account);
  const headers = new Headers(body instanceof FormData ? {} : { ...request.headers });
  for (const [name, value] of headers) headers.set(name, dates.get(value) ?? filled(value, variables));
  const credentials = authorization(request.user, variables, account);
  if (credentials !== undefined) headers.set('authorization', credentials);
  const url = new URL(filled(request.pathTemplate, variables).replaceAll('#', '%23'), origin);
  const answer = await fetch(url, { method: request.method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(30_000) });
  const bytes = Buffer.from(await answer.arrayBuffer().catch(() => new ArrayBuffer(0)));
  const text = bytes.toString('utf8');
  return { status: answer.status, headers: answer.headers, bytes, text, body: text === '' ? undefined : json(text) };
}
