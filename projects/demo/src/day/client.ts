/** A person at work: what they ask of Bannette, over the same API that the workspace uses. */
export interface Colleague {
  readonly id: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  deposit(file: { bytes: Buffer; fileName: string }, fields: { readonly [name: string]: string }, key: string): Promise<string>;
}

/** Signs a person in to Alfresco, and gives what they can do. */
export async function signIn(url: string, id: string, password: string): Promise<Colleague> {
  const signed = await fetch(`${url}/alfresco/api/-default-/public/authentication/versions/1/tickets`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userId: id, password }) });
  if (!signed.ok) throw new Error(`${id} can't sign in: ${signed.status}`);
  const ticket = ((await signed.json()) as { entry: { id: string } }).entry.id;
  const authorization = `Basic ${Buffer.from(ticket).toString('base64')}`;
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const answer = await fetch(`${url}/bannette/api/v1${path}`, { ...init, headers: { authorization, ...init.headers } });
    if (!answer.ok) throw new Refusal(path, answer.status, ((await answer.json()) as { code: string }).code);
    return (await answer.json()) as T;
  };
  return {
    id,
    get: (path) => ask(path, {}),
    put: (path, body) => ask(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    post: (path, body) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    deposit: async (file, fields, key) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('files', new Blob([new Uint8Array(file.bytes)]), file.fileName);
      return (await ask<{ id: string }>('/deposits', { method: 'POST', headers: { 'idempotency-key': key }, body: form })).id;
    },
  };
}

export class Refusal extends Error {
  constructor(
    path: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${path}: ${status} ${code}`);
  }
}
