import type { Client } from '../testing/client.js';
import { adminOf, personOf } from '../testing/people.js';
import { declare, GS, mailOf, permit, planOf, roleFor, type Plan } from '../testing/records.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('The file plan', () => {
  let repository: TestRepository;
  let admin: Client;
  let plan: Plan;
  let record: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    plan = await planOf(admin);
    record = (await mailOf(admin, 'letter', [])).file;
    await declare(admin, record, plan.folder);
  });
  afterAll(() => repository.dispose());

  it('shows nothing of itself to who has no role in it', async () => {
    const outsider = await personOf(repository, 'outsider');
    const places = ['file-plans/-filePlan-', `record-categories/${plan.category}`, `record-categories/${plan.category}/children`, `record-folders/${plan.folder}`, `record-folders/${plan.folder}/records`, `records/${record}`, `records/${record}/content`, 'unfiled-containers/-unfiled-', 'file-plans/-filePlan-/holds'];
    for (const path of places) expect((await outsider.get(`${GS}/${path}`)).status).withContext(path).toBe(403);
    for (const path of [`nodes/${plan.category}`, `nodes/${record}`, `nodes/${record}/content`]) expect((await outsider.get(path)).status).withContext(path).toBe(403);
    expect((await outsider.search('ASPECT:"rma:filePlanComponent"')).body.list.entries).toEqual([]);
    expect((await outsider.post(`${GS}/file-plans/-filePlan-/categories`, { name: 'mine' })).status).toBe(403);
    expect((await outsider.post(`nodes/${plan.folder}/children`, { name: 'x', nodeType: 'cm:content' })).status).toBe(403);
  });

  it('gives a permission in it no effect without a role', async () => {
    const permitted = await personOf(repository, 'permitted');
    await permit(admin, plan.category, 'permitted', 'ReadRecords');
    expect((await permitted.get(`nodes/${record}`)).status).toBe(403);
    expect((await permitted.search('ASPECT:"rma:record"')).body.list.entries).toEqual([]);
    await roleFor(admin, 'permitted', 'SpecReader', ['ViewRecords']);
    expect((await permitted.get(`nodes/${record}`)).status).toBe(200);
    expect((await permitted.put(`nodes/${record}`, { properties: { 'cm:title': 'x' } })).status).toBe(403);
    expect((await permitted.search('ASPECT:"rma:record"')).body.list.entries.length).toBe(1);
  });

  it('opens by a role alone no category that keeps to itself', async () => {
    const viewer = await personOf(repository, 'viewer');
    await roleFor(admin, 'viewer', 'SpecViewer', ['ViewRecords']);
    expect((await viewer.get(`${GS}/file-plans/-filePlan-`)).status).toBe(200);
    expect((await viewer.get(`${GS}/file-plans/-filePlan-/categories`)).body.list.entries).toEqual([]);
    expect((await viewer.get(`${GS}/records/${record}`)).status).toBe(403);
  });

  it('takes into it nothing but what belongs there', async () => {
    const post = (parent: string, body: object) => admin.post(`nodes/${parent}/children`, body);
    expect((await post(plan.folder, { name: 'nested', nodeType: 'cm:folder' })).status).toBe(422);
    expect((await post(plan.category, { name: 'a.txt', nodeType: 'cm:content' })).status).toBe(422);
    expect((await post(plan.category, { name: 'plain folder', nodeType: 'cm:folder' })).body.entry.nodeType).toBe('rma:recordFolder');
    const { file } = await mailOf(admin, 'moving in', []);
    expect((await admin.post(`nodes/${file}/move`, { targetParentId: plan.folder })).status).toBe(403);
  });

  it('is made once, by an administrator, and by no other rules than the standard', async () => {
    const someone = await personOf(repository, 'someone');
    const make = async (client: Client, body: object): Promise<number> => (await client.post(`${GS}/gs-sites`, { title: 'Records', ...body })).status;
    expect([await make(admin, {}), await make(someone, {}), await make(admin, { compliance: 'NOPE' }), await make(admin, { compliance: 'DOD5015' })]).toEqual([409, 409, 400, 501]);
  });

  it('has furniture that nobody removes', async () => {
    const filePlan = (await admin.get(`${GS}/file-plans/-filePlan-`)).body.entry;
    const unfiled = (await admin.get(`${GS}/unfiled-containers/-unfiled-`)).body.entry;
    for (const id of [filePlan.parentId, filePlan.id, unfiled.id]) expect((await admin.delete(`nodes/${id}`)).status).toBe(403);
  });

  it('is deleted with all that is in a category, for good', async () => {
    const category = String((await admin.post(`${GS}/file-plans/-filePlan-/categories`, { name: 'short-lived' })).body.entry.id);
    const folder = String((await admin.post(`${GS}/record-categories/${category}/children`, { name: 'f', nodeType: 'rma:recordFolder' })).body.entry.id);
    const { file } = await mailOf(admin, 'short', []);
    await declare(admin, file, folder);
    expect((await admin.delete(`${GS}/record-categories/${category}`)).status).toBe(204);
    for (const id of [category, folder, file]) expect([(await admin.get(`nodes/${id}`)).status, (await admin.get(`deleted-nodes/${id}`)).status]).toEqual([404, 404]);
  });
});
