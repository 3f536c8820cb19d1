import { adminOf, personOf } from '../testing/people.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('Preferences', () => {
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await startTestRepository();
  });
  afterAll(() => repository.dispose());

  it('are named by their path, added to one another, and nobody else’s', async () => {
    const [anne, bernard] = [await personOf(repository, 'anne'), await personOf(repository, 'bernard')];
    const set = (body: object) => anne.post('/alfresco/s/api/people/anne/preferences', body);
    expect((await set({ org: { list: { columns: 'name', wide: true } } })).status).toBe(200);
    await set({ org: { list: { columns: 'title' } } });
    expect((await anne.get('people/-me-/preferences')).body.list.entries.map((one: { entry: object }) => one.entry)).toEqual([{ id: 'org.list.columns', value: 'title' }, { id: 'org.list.wide', value: true }]);
    expect((await anne.get('people/-me-/preferences/org.list.wide')).body.entry.value).toBe(true);
    expect([(await anne.get('people/-me-/preferences/org.no')).status, (await bernard.get('people/anne/preferences')).status, (await bernard.post('/alfresco/s/api/people/anne/preferences', { a: 1 })).status]).toEqual([404, 403, 500]);
    expect((await adminOf(repository).get('people/anne')).body.entry.preferences).toBeUndefined();
  });
});
