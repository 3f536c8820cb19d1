import { adminOf, personOf } from '../testing/people.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('Sites', () => {
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await startTestRepository();
    await adminOf(repository).post('/alfresco/api/-default-/public/gs/versions/1/gs-sites', { title: 'Records Management' });
  });
  afterAll(() => repository.dispose());

  it('are listed with the role of whoever asks, their library and their members', async () => {
    const admin = adminOf(repository);
    const [{ entry }] = (await admin.get('sites?where=(visibility=\'PUBLIC\')&orderBy=title DESC')).body.list.entries;
    expect(entry).toEqual(jasmine.objectContaining({ id: 'rm', role: 'SiteManager', visibility: 'PUBLIC', title: 'Records Management' }));
    expect((await admin.get('sites/rm/containers/documentLibrary')).body.entry.folderId).toBe('documentLibrary');
    expect((await admin.get('sites/rm/containers/wiki')).status).toBe(404);
    expect((await admin.get('sites/rm/members')).body.list.entries[0].entry).toEqual(jasmine.objectContaining({ id: 'admin', role: 'SiteManager' }));
    expect((await admin.get('people/-me-/sites/rm')).body.entry.site.id).toBe('rm');
    expect((await admin.get('sites/nosuch')).status).toBe(404);
    expect((await admin.get('sites?orderBy=colour')).status).toBe(400);
  });

  it('are nobody’s own who is no member', async () => {
    const anne = await personOf(repository, 'anne');
    expect((await anne.get('people/-me-/sites')).body.list.entries).toEqual([]);
    expect((await anne.get('sites')).body.list.entries.map((one: { entry: { role?: string } }) => one.entry.role)).not.toContain('SiteManager');
  });
});
