import { adminOf, personOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('Groups', () => {
  let repository: TestRepository;
  let admin: Client;
  let anne: Client;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    anne = await personOf(repository, 'anne');
    await admin.post('groups', { id: 'territory', displayName: 'Territory' });
    await admin.post('groups', { id: 'service', displayName: 'Service', parentIds: ['GROUP_territory'] });
  });
  afterAll(() => repository.dispose());
  const groupsOfAnne = async () => (await anne.get('people/-me-/groups')).body.list.entries.map((one: { entry: { id: string } }) => one.entry.id);

  it('reach a person through groups of groups, from the moment they are added until they are removed', async () => {
    expect((await admin.post('groups/GROUP_service/members', { id: 'anne', memberType: 'PERSON' })).status).toBe(201);
    expect(await groupsOfAnne()).toEqual(['GROUP_EVERYONE', 'GROUP_service', 'GROUP_territory']);
    expect((await admin.delete('groups/GROUP_service/members/anne')).status).toBe(204);
    expect(await groupsOfAnne()).toEqual(['GROUP_EVERYONE']);
  });

  it('are for administrators to change', async () => {
    for (const answer of [await anne.post('groups', { id: 'mine' }), await anne.post('groups/GROUP_service/members', { id: 'anne', memberType: 'PERSON' }), await anne.delete('groups/GROUP_service'), await anne.post('people', { id: 'x', firstName: 'x', email: 'x', password: 'x' })]) {
      expect([answer.status, answer.body.error.errorKey]).toEqual([403, 'framework.exception.PermissionDenied']);
    }
  });

  it('never hold themselves', async () => {
    expect((await admin.post('groups/GROUP_service/members', { id: 'GROUP_territory', memberType: 'GROUP' })).status).toBe(400);
    expect((await admin.post('groups/GROUP_service/members', { id: 'GROUP_service', memberType: 'GROUP' })).status).toBe(400);
  });

  it('make their members administrators when they are the administrators', async () => {
    await admin.post('groups/GROUP_ALFRESCO_ADMINISTRATORS/members', { id: 'anne', memberType: 'PERSON' });
    expect((await anne.post('groups', { id: 'new' })).status).toBe(201);
    await admin.delete('groups/GROUP_ALFRESCO_ADMINISTRATORS/members/anne');
    expect((await anne.post('groups', { id: 'newer' })).status).toBe(403);
  });
});
