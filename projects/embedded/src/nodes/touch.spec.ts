import pg from 'pg';
import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('What a change leaves behind', () => {
  let repository: TestRepository;
  beforeAll(async () => {
    repository = await startTestRepository();
  });
  afterAll(() => repository.dispose());

  /** As if the folder had been left alone for a minute. */
  async function aged(folder: string): Promise<void> {
    const client = new pg.Client({ connectionString: repository.databaseUrl });
    await client.connect();
    await client.query(`update embedded.node set modified = modified - interval '1 minute' where id = $1`, [folder]).finally(() => client.end());
  }

  it('is that a folder is modified by whoever puts something in, takes it out or moves it', async () => {
    const admin = adminOf(repository);
    const anne = await personOf(repository, 'anne');
    const [folder, other] = [await folderOf(admin, 'f', { permissions: { locallySet: [{ authorityId: 'GROUP_EVERYONE', name: 'Coordinator' }] } }), await folderOf(admin, 'g')];
    const modified = async (id: string) => (await admin.get(`nodes/${id}`)).body.entry as { modifiedAt: string; modifiedByUser: { id: string } };
    async function changes(act: () => Promise<unknown>): Promise<boolean> {
      await aged(folder);
      const before = (await modified(folder)).modifiedAt;
      await act();
      return (await modified(folder)).modifiedAt > before;
    }
    let file = '';
    expect(await changes(async () => { file = await fileOf(anne, folder, 'x.txt'); })).toBe(true);
    expect((await modified(folder)).modifiedByUser.id).toBe('anne');
    expect(await changes(() => admin.put(`nodes/${file}`, { properties: { 'cm:title': 'New' } }))).toBe(false);
    expect(await changes(() => admin.post(`nodes/${file}/move`, { targetParentId: other }))).toBe(true);
    expect(await changes(() => admin.post(`nodes/${file}/move`, { targetParentId: folder }))).toBe(true);
    expect(await changes(() => admin.delete(`nodes/${file}`))).toBe(true);
  });

  it('is nothing when nothing is changed', async () => {
    const admin = adminOf(repository);
    const file = await fileOf(admin, await folderOf(admin, 'still'), 'x.txt');
    const once = (await admin.put(`nodes/${file}`, { properties: { 'cm:title': 'Same', 'cm:author': 'a' } })).body.entry;
    const anne = await personOf(repository, 'anne2');
    expect((await admin.put(`nodes/${file}`, { properties: { 'cm:title': 'Same' } })).body.entry.modifiedAt).toBe(once.modifiedAt);
    expect((await anne.put(`nodes/${file}`, { properties: { 'cm:title': 'Same' } })).status).toBe(403);
  });

  it('can be measured: a folder’s size is that of all files below', async () => {
    const admin = adminOf(repository);
    const folder = await folderOf(admin, 'measured');
    await fileOf(admin, await folderOf(admin, 'below', {}, folder), 'x.txt', '12345');
    await fileOf(admin, folder, 'y.txt', '123');
    const asked = await admin.post(`nodes/${folder}/size-details`);
    expect(asked.status).toBe(202);
    expect((await admin.get(`nodes/${folder}/size-details/${asked.body.entry.jobId}`)).body.entry).toEqual(jasmine.objectContaining({ sizeInBytes: 8, numberOfFiles: 2, status: 'COMPLETED' }));
    expect((await admin.get(`nodes/${folder}/size-details/none`)).status).toBe(404);
  });
});
