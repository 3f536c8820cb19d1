import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import type { Answer, Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

type Operation = 'read' | 'content' | 'list' | 'find' | 'create' | 'update' | 'write content' | 'delete' | 'change permissions';

/** What each role allows on another's document and its folder. */
const allowed: Readonly<Record<string, readonly Operation[]>> = {
  none: [],
  Consumer: ['read', 'content', 'list', 'find'],
  Contributor: ['read', 'content', 'list', 'find', 'create'],
  Editor: ['read', 'content', 'list', 'find', 'update', 'write content'],
  Collaborator: ['read', 'content', 'list', 'find', 'create', 'update', 'write content'],
  Coordinator: ['read', 'content', 'list', 'find', 'create', 'update', 'write content', 'delete', 'change permissions'],
};

const operations: Readonly<Record<Operation, (client: Client, folder: string, file: string, name: string) => Promise<boolean>>> = {
  read: async (client, _folder, file) => permitted(await client.get(`nodes/${file}`)),
  content: async (client, _folder, file) => permitted(await client.get(`nodes/${file}/content`)),
  list: async (client, folder) => permitted(await client.get(`nodes/${folder}/children`)),
  find: async (client, _folder, _file, name) => (await client.search(`=cm:name:"${name}"`)).body.list.pagination.count === 1,
  create: async (client, folder) => permitted(await client.post(`nodes/${folder}/children?autoRename=true`, { name: 'new', nodeType: 'cm:content' })),
  update: async (client, _folder, file) => permitted(await client.put(`nodes/${file}`, { properties: { 'cm:title': 'changed' } })),
  'write content': async (client, _folder, file) => permitted(await client.put(`nodes/${file}/content`, 'changed')),
  'change permissions': async (client, _folder, file) => permitted(await client.put(`nodes/${file}`, { permissions: { locallySet: [] } })),
  delete: async (client, _folder, file) => permitted(await client.delete(`nodes/${file}`)),
};

function permitted(answer: Answer): boolean {
  if (answer.status === 403) {
    expect(answer.body.error.errorKey).toBe('framework.exception.PermissionDenied');
    return false;
  }
  expect(answer.status).toBeLessThan(300);
  return true;
}

describe('A role on a folder', () => {
  let repository: TestRepository;
  let admin: Client;
  let anne: Client;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    anne = await personOf(repository, 'anne');
    await admin.post('groups', { id: 'all' });
    await admin.post('groups', { id: 'service', parentIds: ['GROUP_all'] });
    await admin.post('groups/GROUP_service/members', { id: 'anne', memberType: 'PERSON' });
  });
  afterAll(() => repository.dispose());

  for (const authority of ['anne', 'GROUP_service', 'GROUP_all', 'GROUP_EVERYONE']) {
    for (const [role, may] of Object.entries(allowed)) {
      it(`${role} for ${authority} allows exactly: ${may.join(', ') || 'nothing'}`, async () => {
        const name = `${role}-${authority}`;
        const locallySet = role === 'none' ? [] : [{ authorityId: authority, name: role }];
        const folder = await folderOf(admin, name, { permissions: { isInheritanceEnabled: false, locallySet } });
        const file = await fileOf(admin, folder, `${name}.txt`);
        const found: string[] = [];
        for (const [operation, attempt] of Object.entries(operations)) if (await attempt(anne, folder, file, `${name}.txt`)) found.push(operation);
        expect(found.sort()).toEqual([...may].sort());
      });
    }
  }

  it('is taken away by a refusal, wherever it comes from', async () => {
    const folder = await folderOf(admin, 'refused', { permissions: { isInheritanceEnabled: false, locallySet: [{ authorityId: 'anne', name: 'Coordinator' }, { authorityId: 'GROUP_all', name: 'Consumer', accessStatus: 'DENIED' }] } });
    const file = await fileOf(admin, folder, 'refused.txt');
    expect((await anne.get(`nodes/${file}`)).status).toBe(403);
    expect((await anne.search('=cm:name:"refused.txt"')).body.list.entries).toEqual([]);
  });
});
