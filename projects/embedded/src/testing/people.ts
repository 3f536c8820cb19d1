import { basic, clientOf, type Client } from './client.js';
import type { TestRepository } from './server.js';

export const adminOf = (repository: TestRepository): Client => clientOf(() => repository.url, basic('admin', 'admin'));

/** Makes a person with the password `secret1` and speaks as them, by ticket. */
export async function personOf(repository: TestRepository, id: string): Promise<Client> {
  await adminOf(repository).post('people', { id, firstName: id, email: `${id}@example.org`, password: 'secret1' });
  const ticket = await clientOf(() => repository.url, undefined).post('/alfresco/api/-default-/public/authentication/versions/1/tickets', { userId: id, password: 'secret1' });
  return clientOf(() => repository.url, `Basic ${Buffer.from(String(ticket.body.entry.id)).toString('base64')}`);
}

export async function folderOf(client: Client, name: string, rest: object = {}, parent = '-root-'): Promise<string> {
  const made = await client.post(`nodes/${parent}/children`, { name, nodeType: 'cm:folder', ...rest });
  if (made.status !== 201) throw new Error(`no folder: ${made.text}`);
  return String(made.body.entry.id);
}

export async function fileOf(client: Client, parent: string, name: string, bytes = 'text'): Promise<string> {
  const made = await client.upload(parent, name, bytes);
  if (made.status !== 201) throw new Error(`no file: ${made.text}`);
  return String(made.body.entry.id);
}
