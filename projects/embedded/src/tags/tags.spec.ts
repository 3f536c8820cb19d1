import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('Tags', () => {
  let repository: TestRepository;
  let admin: Client;
  let home: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    home = await folderOf(admin, 'home');
  });
  afterAll(() => repository.dispose());
  const tagsOf = async (node: string): Promise<string[]> => (await admin.get(`nodes/${node}/tags`)).body.list.entries.map((one: { entry: { tag: string } }) => one.entry.tag);

  it('are in small letters, one for each name, however many use it at once', async () => {
    const files = await Promise.all(['a', 'b', 'c', 'd'].map((name) => fileOf(admin, home, name)));
    const answers = await Promise.all(files.map((file) => admin.post(`nodes/${file}/tags`, { tag: 'Urgent' })));
    expect(new Set(answers.map((one) => JSON.stringify(one.body.entry))).size).toBe(1);
    expect(answers[0]!.body.entry.tag).toBe('urgent');
    expect((await admin.get(`tags?where=(tag='urgent')`)).body.list.pagination.totalItems).toBe(1);
  });

  it('are put on a node and taken off it; the node is changed by whoever does', async () => {
    const file = await fileOf(admin, home, 'tagged');
    const { body } = await admin.post(`nodes/${file}/tags`, [{ tag: 'red' }, { tag: 'blue' }]);
    expect(await tagsOf(file)).toEqual(['blue', 'red']);
    const red = body.list.entries[0].entry.id;
    expect((await admin.get(`nodes/${file}`)).body.entry.properties['cm:taggable']).toContain(red);
    expect([(await admin.delete(`nodes/${file}/tags/${red}`)).status, await tagsOf(file)]).toEqual([204, ['blue']]);
    await admin.post(`nodes/${file}/tags`, { tag: 'blue' });
    expect(await tagsOf(file)).toEqual(['blue']);
  });

  it('that are deleted leave the nodes that had them', async () => {
    const file = await fileOf(admin, home, 'bereft');
    const { body } = await admin.post(`nodes/${file}/tags`, { tag: 'passing' });
    expect((await admin.delete(`tags/${body.entry.id}`)).status).toBe(204);
    expect([await tagsOf(file), (await admin.get(`tags/${body.entry.id}`)).status]).toEqual([[], 404]);
  });

  it('need the right to change the node, and an administrator to be managed', async () => {
    const anne = await personOf(repository, 'anne');
    const file = await fileOf(admin, home, 'foreign');
    const tag = (await admin.post('tags', { tag: 'managed' })).body.entry.id;
    expect([(await anne.post(`nodes/${file}/tags`, { tag: 'x' })).status, (await anne.put(`tags/${tag}`, { tag: 'y' })).status, (await anne.delete(`tags/${tag}`)).status, (await anne.get(`tags/${tag}`)).status]).toEqual([403, 403, 403, 200]);
    expect([(await admin.post(`nodes/${file}/tags`, { tag: '' })).status, (await admin.post(`nodes/${file}/tags`, { tag: 'a|b' })).status]).toEqual([400, 400]);
  });
});
