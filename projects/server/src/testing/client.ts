import type { Deposit, Mail } from '@bannette/http';
import { demoPassword } from '../start/demo-people.js';
import type { TestLetter } from './letter.js';
import { until } from './until.js';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
}

/** A person of the demonstration, signed in to Alfresco, at Bannette's API. */
export interface Client {
  readonly person: string;
  readonly ticket: string;
  /** Answers whatever the status is; throws only when there is no answer at all. */
  call<T = unknown>(method: string, path: string, body?: object): Promise<Answer<T>>;
  /** @throws for every status but 2xx */
  get<T = unknown>(path: string): Promise<T>;
  post<T = unknown>(path: string, body?: object): Promise<T>;
  deposit(letters: readonly TestLetter[], fields?: { readonly [field: string]: string }, idempotencyKey?: string): Promise<Answer<{ id: string }>>;
  /** Waits until the deposit is read, and answers it with its mails. */
  read(depositId: string): Promise<Deposit>;
  mail(id: string): Promise<Mail>;
}

/** Signs in at Alfresco; every account of the demonstration has the same password. */
export async function signIn(alfrescoUrl: string, person: string, password = demoPassword): Promise<string> {
  const response = await fetch(`${alfrescoUrl}/alfresco/api/-default-/public/authentication/versions/1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: person, password }),
  });
  if (!response.ok) throw new Error(`${person} can't sign in: ${response.status}`);
  return ((await response.json()) as { entry: { id: string } }).entry.id;
}

/** @param url where Bannette answers now; asked for each request, as a restarted one answers elsewhere */
export function clientOf(person: string, ticket: string, url: () => string): Client {
  const headers = { authorization: `Basic ${Buffer.from(ticket).toString('base64')}` };
  const send = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    const response = await fetch(`${url()}/bannette/api/v1${path}`, init);
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
  };
  const call = <T>(method: string, path: string, body?: object): Promise<Answer<T>> =>
    send<T>(path, { method, headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  const wanted = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await call<T>(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const get = <T>(path: string): Promise<T> => wanted<T>('GET', path);
  return {
    person,
    ticket,
    call,
    get,
    post: (path, body = {}) => wanted('POST', path, body),
    deposit: (letters, fields = {}, idempotencyKey) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      for (const { name, bytes } of letters) form.append('files', new Blob([new Uint8Array(bytes)]), name);
      return send('/deposits', { method: 'POST', headers: { ...headers, ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}) }, body: form });
    },
    read: (depositId) =>
      until(`deposit ${depositId} is read`, async () => {
        const deposit = await get<Deposit>(`/deposits/${depositId}`);
        if (deposit.state === 'attention') throw new Error(`A file of deposit ${depositId} is in quarantine: ${deposit.files.map(({ reason }) => reason).join(', ')}`);
        return deposit.state === 'done' && deposit;
      }),
    mail: (id) => get(`/mails/${id}`),
  };
}
