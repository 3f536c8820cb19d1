import { adminOf, fileOf, folderOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('Folders and documents', () => {
  let repository: TestRepository;
  let admin: Client;
  let home: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    home = await folderOf(admin, 'home');
  });
  afterAll(() => repository.dispose());
  const names = async (query: string): Promise<string[]> => (await admin.get(`nodes/${home}/children?${query}`)).body.list.entries.map((one: { entry: { name: string } }) => one.entry.name);

  it('are made with their path in one call, by many at once, each folder once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => admin.post(`nodes/${home}/children`, { name: `mail-${n}`, nodeType: 'cm:folder', relativePath: '2026/11/22' })));
    expect(answers.map((one) => one.status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(new Set(answers.map((one) => one.body.entry.parentId)).size).toBe(1);
  });

  it('have one name in a folder whatever the case, however many try at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => admin.post(`nodes/${home}/children`, { name: n % 2 === 0 ? 'race' : 'RACE', nodeType: 'cm:folder' })));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await admin.post(`nodes/${home}/children?autoRename=true`, { name: 'race', nodeType: 'cm:folder' })).body.entry.name).toBe('race-1');
  });

  it('are all made or none when sent as a list', async () => {
    await folderOf(admin, 'taken', {}, home);
    const answer = await admin.post(`nodes/${home}/children`, [{ name: 'first', nodeType: 'cm:content' }, { name: 'taken', nodeType: 'cm:content' }]);
    expect(answer.status).toBe(409);
    expect((await admin.get(`nodes/${home}?relativePath=first`)).status).toBe(404);
  });

  it('are refused for a name, type, property or field that Alfresco refuses', async () => {
    const attempt = async (body: object) => (await admin.post(`nodes/${home}/children`, { name: 'x', nodeType: 'cm:content', ...body })).status;
    expect([await attempt({ name: 'a/b' }), await attempt({ name: 'dot.' })]).toEqual([422, 422]);
    expect([await attempt({ nodeType: 'cm:nosuch' }), await attempt({ properties: { 'cm:nosuch': 1 } }), await attempt({ aspectNames: ['cm:nosuch'] }), await attempt({ colour: 'red' }), await attempt({ properties: { 'cm:created': '2020-01-01' } })]).toEqual([400, 400, 400, 400, 400]);
  });

  it('are listed folders first, then by name, in pages, filtered by kind', async () => {
    const list = await folderOf(admin, 'list', {}, home);
    for (const name of ['b.txt', 'A.txt']) await fileOf(admin, list, name);
    await folderOf(admin, 'z', {}, list);
    const of = async (query: string) => (await admin.get(`nodes/${list}/children?${query}`)).body.list;
    const shown = (found: { entries: { entry: { name: string } }[] }) => found.entries.map((one) => one.entry.name);
    expect(shown(await of(''))).toEqual(['z', 'A.txt', 'b.txt']);
    expect(shown(await of('where=(isFile=true)&orderBy=name DESC'))).toEqual(['b.txt', 'A.txt']);
    expect((await of('skipCount=1&maxItems=1')).pagination).toEqual({ count: 1, hasMoreItems: true, totalItems: 3, skipCount: 1, maxItems: 1 });
    expect((await admin.get(`nodes/${list}/children?where=(isFolder=true AND nodeType='cm:folder')`)).status).toBe(400);
  });

  it('change by property and aspect as a client asks: null and empty clear, a property brings its aspect', async () => {
    const file = await fileOf(admin, home, 'changing.txt');
    const put = async (body: object) => (await admin.put(`nodes/${file}`, body)).body.entry;
    expect((await put({ properties: { 'cm:title': 'T', 'cm:description': 'D' } })).aspectNames).toContain('cm:titled');
    expect((await put({ properties: { 'cm:title': '', 'cm:description': null } })).properties['cm:title']).toBeUndefined();
    expect((await put({ aspectNames: ['cm:author'] })).aspectNames.sort()).toEqual(['cm:auditable', 'cm:author']);
  });

  it('move with all below them, never into themselves, and are copied with their bytes', async () => {
    const from = await folderOf(admin, 'from', {}, home);
    const to = await folderOf(admin, 'to', {}, home);
    await fileOf(admin, from, 'inside.txt', 'bytes');
    expect((await admin.post(`nodes/${home}/move`, { targetParentId: to })).status).toBe(409);
    expect((await admin.post(`nodes/${from}/move`, { targetParentId: to })).status).toBe(200);
    const copy = await admin.post(`nodes/${from}/copy`, { targetParentId: home, name: 'copy' });
    const inside = await admin.get(`nodes/${copy.body.entry.id}?relativePath=inside.txt`);
    expect((await admin.get(`nodes/${inside.body.entry.id}/content`)).text).toBe('bytes');
    await admin.delete(`nodes/${from}?permanent=true`);
    expect((await admin.get(`nodes/${inside.body.entry.id}/content`)).text).toBe('bytes');
    expect(await names('where=(isFolder=true)')).toContain('copy');
  });

  it('hang under a second parent without leaving the first', async () => {
    const file = await fileOf(admin, home, 'shared.txt');
    const second = await folderOf(admin, 'second', {}, home);
    expect((await admin.post(`nodes/${second}/secondary-children`, { childId: file, assocType: 'cm:contains' })).status).toBe(201);
    expect((await admin.get(`nodes/${file}/parents`)).body.list.entries.length).toBe(2);
    expect((await admin.delete(`nodes/${second}/secondary-children/${file}`)).status).toBe(204);
    expect((await admin.get(`nodes/${file}`)).body.entry.parentId).toBe(home);
  });
});
