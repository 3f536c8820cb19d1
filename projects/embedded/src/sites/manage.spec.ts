import { adminOf, folderOf, personOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('A site', () => {
  let repository: TestRepository;
  let admin: Client;
  let anne: Client;
  let bernard: Client;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    anne = await personOf(repository, 'anne');
    bernard = await personOf(repository, 'bernard');
  });
  afterAll(() => repository.dispose());

  const made = async (by: Client, id: string, visibility: string): Promise<string> => {
    expect((await by.post('sites', { id, title: `Site ${id}`, visibility })).status).toBe(201);
    return String((await by.get(`sites/${id}/containers/documentLibrary`)).body.entry.id);
  };

  it('belongs to whoever makes it, who need not be an administrator', async () => {
    const library = await made(anne, 'annes', 'PRIVATE');
    expect((await anne.get('sites/annes')).body.entry).toEqual(jasmine.objectContaining({ id: 'annes', role: 'SiteManager', visibility: 'PRIVATE', title: 'Site annes' }));
    expect(await folderOf(anne, 'mine', {}, library)).toBeTruthy();
    expect([(await bernard.get('sites/annes')).status, (await bernard.get(`nodes/${library}`)).status]).toEqual([404, 403]);
  });

  it('shows what it holds to everybody when it is public, only that it is there when it is moderated', async () => {
    const library = await made(admin, 'open', 'PUBLIC');
    expect([(await bernard.get('sites/open')).status, (await bernard.get(`nodes/${library}`)).status]).toEqual([200, 200]);
    expect((await admin.put('sites/open', { visibility: 'MODERATED' })).body.entry.visibility).toBe('MODERATED');
    expect([(await bernard.get('sites/open')).status, (await bernard.get(`nodes/${library}`)).status]).toEqual([200, 403]);
    await admin.put('sites/open', { visibility: 'PUBLIC' });
    expect((await bernard.get(`nodes/${library}`)).status).toBe(200);
    expect((await bernard.put('sites/open', { title: 'Mine now' })).status).toBe(403);
  });

  it('gives its members what their role gives, one role at a time', async () => {
    const library = await made(admin, 'team', 'PRIVATE');
    const may = async () => [(await bernard.get(`nodes/${library}`)).status, (await bernard.post(`nodes/${library}/children?autoRename=true`, { name: 'x', nodeType: 'cm:content' })).status];
    expect(await may()).toEqual([403, 403]);
    expect((await admin.post('sites/team/members', { id: 'bernard', role: 'SiteConsumer' })).status).toBe(201);
    expect(await may()).toEqual([200, 403]);
    expect((await admin.put('sites/team/members/bernard', { role: 'SiteContributor' })).body.entry.role).toBe('SiteContributor');
    expect(await may()).toEqual([200, 201]);
    expect([(await admin.post('sites/team/members', { id: 'bernard', role: 'SiteConsumer' })).status, (await admin.post('sites/team/members', { id: 'anne', role: 'Nope' })).status, (await admin.post('sites/team/members', { id: 'nobody', role: 'SiteConsumer' })).status]).toEqual([409, 400, 404]);
    expect((await admin.delete('sites/team/members/bernard')).status).toBe(204);
    expect([await may(), (await admin.delete('sites/team/members/bernard')).status]).toEqual([[403, 403], 400]);
    await admin.post('groups', { id: 'crew', displayName: 'Crew' });
    await admin.post('groups/GROUP_crew/members', { id: 'bernard', memberType: 'PERSON' });
    expect((await admin.post('sites/team/group-members', { id: 'GROUP_crew', role: 'SiteCollaborator' })).status).toBe(201);
    expect(await may()).toEqual([200, 201]);
  });

  it('lets in at once who asks to join a public one', async () => {
    await made(admin, 'club', 'PUBLIC');
    expect((await bernard.post('people/-me-/site-membership-requests', { id: 'club' })).body.entry.site.role).toBe('SiteConsumer');
    expect((await bernard.get('people/-me-/sites/club')).body.entry.role).toBe('SiteConsumer');
  });

  it('has a name that no other has, and a title', async () => {
    await made(admin, 'once', 'PUBLIC');
    const refused = [await admin.post('sites', { id: 'ONCE', title: 'x', visibility: 'PUBLIC' }), await admin.post('sites', { id: 'two words', title: 'x', visibility: 'PUBLIC' }), await admin.post('sites', { id: 'untitled', visibility: 'PUBLIC' }), await admin.post('sites', { title: 'x', visibility: 'SECRET' })];
    expect(refused.map((one) => one.status)).toEqual([409, 400, 400, 400]);
    expect((await admin.post('sites', { title: 'Été à Lyon', visibility: 'PUBLIC' })).body.entry.id).toMatch(/^[a-z0-9-]+$/);
  });

  it('goes with its groups, and its name is free again', async () => {
    await made(admin, 'gone', 'PRIVATE');
    expect((await bernard.delete('sites/gone')).status).toBe(404);
    expect((await admin.delete('sites/gone?permanent=true')).status).toBe(204);
    expect([(await admin.get('sites/gone')).status, (await admin.get('groups/GROUP_site_gone')).status]).toEqual([404, 404]);
    await made(admin, 'gone', 'PRIVATE');
  });

  it('is a favourite of its maker’s, unless that is not wished', async () => {
    await made(anne, 'liked', 'PUBLIC');
    await anne.post('sites?skipAddToFavorites=true', { id: 'unliked', title: 'x', visibility: 'PUBLIC' });
    const ids = (await anne.get('people/-me-/favorite-sites')).body.list.entries.map((one: { entry: { id: string } }) => one.entry.id);
    expect([ids.includes('liked'), ids.includes('unliked')]).toEqual([true, false]);
  });
});
