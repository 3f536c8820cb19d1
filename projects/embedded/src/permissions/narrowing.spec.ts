import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

const consumer = (authorityId: string) => ({ authorityId, name: 'Consumer' });
const coordinator = (authorityId: string) => ({ authorityId, name: 'Coordinator' });

describe('Narrowing who may read a mail', () => {
  let repository: TestRepository;
  let admin: Client;
  let svc: Client;
  let anne: Client;
  let bernard: Client;
  let library: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    [svc, anne, bernard] = [await personOf(repository, 'svc'), await personOf(repository, 'anne'), await personOf(repository, 'bernard')];
    await admin.post('groups', { id: 'A' });
    await admin.post('groups', { id: 'B' });
    await admin.post('groups/GROUP_A/members', { id: 'anne', memberType: 'PERSON' });
    await admin.post('groups/GROUP_B/members', { id: 'bernard', memberType: 'PERSON' });
    library = await folderOf(admin, 'library', { permissions: { isInheritanceEnabled: false, locallySet: [coordinator('svc'), consumer('GROUP_A'), consumer('GROUP_B')] } });
  });
  afterAll(() => repository.dispose());

  const mailFor = (name: string, group: string) => folderOf(svc, name, { relativePath: '2026/11/22', permissions: { isInheritanceEnabled: false, locallySet: [coordinator('svc'), consumer(group)] } }, library);

  it('hides the mail, its documents, its place and its search results from the others at once', async () => {
    const mail = await mailFor('hidden', 'GROUP_A');
    const file = await fileOf(svc, mail, 'hidden.txt', 'secret');
    expect((await anne.get(`nodes/${file}/content`)).text).toBe('secret');
    for (const path of [`nodes/${mail}`, `nodes/${file}`, `nodes/${file}/content`, `nodes/${mail}/children`]) expect((await bernard.get(path)).status).toBe(403);
    expect((await bernard.get(`nodes/${library}?relativePath=2026/11/22/hidden`)).status).toBe(404);
    const day = (await svc.get(`nodes/${library}?relativePath=2026/11/22`)).body.entry.id;
    const names = (await bernard.get(`nodes/${day}/children`)).body.list.entries.map((one: { entry: { name: string } }) => one.entry.name);
    expect(names).not.toContain('hidden');
    expect((await bernard.search('=cm:name:"hidden.txt"')).body.list.pagination).toEqual(jasmine.objectContaining({ count: 0, totalItems: 0 }));
    await svc.put(`nodes/${mail}`, { permissions: { locallySet: [coordinator('svc'), consumer('GROUP_B')] } });
    expect([(await anne.get(`nodes/${file}`)).status, (await bernard.get(`nodes/${file}`)).status]).toEqual([403, 200]);
  });

  it('refuses a service account that would cut off its own right in the same request, and changes nothing', async () => {
    const foreign = await folderOf(admin, 'foreign', {}, library);
    const cut = { isInheritanceEnabled: false, locallySet: [coordinator('svc'), consumer('GROUP_A')] };
    expect((await svc.put(`nodes/${foreign}`, { permissions: cut })).status).toBe(403);
    expect((await bernard.get(`nodes/${foreign}`)).status).toBe(200);
    expect((await svc.put(`nodes/${foreign}`, { permissions: { locallySet: [coordinator('svc')] } })).status).toBe(200);
    expect((await svc.put(`nodes/${foreign}`, { permissions: cut })).status).toBe(200);
    expect((await bernard.get(`nodes/${foreign}`)).status).toBe(403);
  });

  it('leaves an upload with the one who made it, until the owner is set', async () => {
    const mail = await mailFor('owned', 'GROUP_A');
    await svc.put(`nodes/${mail}`, { permissions: { locallySet: [coordinator('svc'), { authorityId: 'GROUP_A', name: 'Collaborator' }] } });
    const file = await fileOf(anne, mail, 'by-anne.txt');
    await svc.put(`nodes/${mail}`, { permissions: { locallySet: [coordinator('svc'), consumer('GROUP_B')] } });
    expect((await anne.get(`nodes/${file}`)).status).toBe(200);
    await svc.put(`nodes/${file}`, { properties: { 'cm:owner': 'svc' } });
    expect((await anne.get(`nodes/${file}`)).status).toBe(403);
    expect((await svc.get(`nodes/${file}`)).body.entry.properties['cm:owner']).toEqual({ id: 'svc', displayName: 'svc' });
  });

  it('follows a document that is moved, and inheritance that is given back', async () => {
    const [one, other] = [await mailFor('one', 'GROUP_A'), await mailFor('other', 'GROUP_B')];
    const sub = await folderOf(svc, 'sub', {}, one);
    const file = await fileOf(svc, sub, 'moved.txt');
    await svc.post(`nodes/${sub}/move`, { targetParentId: other });
    expect([(await anne.get(`nodes/${file}`)).status, (await bernard.get(`nodes/${file}`)).status]).toEqual([403, 200]);
    await svc.put(`nodes/${other}`, { permissions: { isInheritanceEnabled: true } });
    expect((await anne.get(`nodes/${file}`)).status).toBe(200);
    const shown = (await svc.get(`nodes/${file}?include=permissions,allowableOperations`)).body.entry;
    expect(shown.permissions.isInheritanceEnabled).toBeTrue();
    expect(shown.permissions.inherited).toContain({ authorityId: 'GROUP_A', name: 'Consumer', accessStatus: 'ALLOWED' });
    expect(shown.allowableOperations).toEqual(['delete', 'update', 'updatePermissions']);
  });

  it('also binds documents that come in at the same moment', async () => {
    for (const round of [1, 2, 3]) {
      const mail = await folderOf(svc, `race-${round}`, {}, library);
      const sub = await folderOf(svc, 'sub', {}, mail);
      const uploads = Array.from({ length: 8 }, (_, n) => svc.upload(n % 2 === 0 ? mail : sub, `doc-${n}.txt`, 'secret'));
      const narrowed = svc.put(`nodes/${mail}`, { permissions: { isInheritanceEnabled: false, locallySet: [coordinator('svc'), consumer('GROUP_A')] } });
      const made = await Promise.all(uploads);
      expect((await narrowed).status).toBe(200);
      for (const one of made) expect((await bernard.get(`nodes/${one.body.entry.id}`)).status).toBe(403);
    }
  });

  it('says neither who may what nor what may be done to those who only read', async () => {
    const mail = await mailFor('quiet', 'GROUP_A');
    const shown = (await anne.get(`nodes/${mail}?include=permissions,allowableOperations`)).body.entry;
    expect([shown.permissions, shown.allowableOperations]).toEqual([undefined, undefined]);
  });
});
