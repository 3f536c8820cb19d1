import { adminOf, folderOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('A request that means harm, or is merely wrong', () => {
  let repository: TestRepository;
  let admin: Client;
  let home: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    home = await folderOf(admin, 'home');
  });
  afterAll(() => repository.dispose());

  it('is refused as the client’s fault, never as a fault of the repository', async () => {
    const create = (body: unknown) => admin.post(`nodes/${home}/children`, body);
    const node = { name: 'x', nodeType: 'cm:content' };
    const answers = [
      await create('{"name":'), await create('null'), await create('[1]'), await create({ ...node, aspectNames: 'cm:titled' }), await create({ ...node, properties: 'text' }),
      await create({ ...node, permissions: { locallySet: 'all' } }), await create({ ...node, permissions: { locallySet: [null] } }), await create({ ...node, targets: { targetId: home } }),
      await create({ ...node, properties: { 'cm:title': 'nul \u0000' } }), await create({ ...node, properties: JSON.parse('{"__proto__": {"a": 1}}') as object }),
      await admin.get('nodes/-root-/children?where=(isFolder'), await admin.get("groups?where=(displayName in ('((((*'))"), await admin.get('nodes/..%2f..%2fetc%2fpasswd'),
      await admin.post('groups', { id: 'g', parentIds: 'GROUP_x' }),
    ];
    for (const [at, answer] of answers.entries()) expect([at, Math.floor(answer.status / 100)]).toEqual([at, at === 11 ? 2 : 4]);
  });

  it('does not hold the repository up with a pattern', async () => {
    const started = await admin.get("types?where=(namespaceUri matches('(a+)+$'))");
    expect(started.body.list.pagination.count).toBe(0);
  });
});
