import type { Client } from '../testing/client.js';
import { adminOf, folderOf } from '../testing/people.js';
import { declare, GS, mailOf, planOf, type Plan } from '../testing/records.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('A record', () => {
  let repository: TestRepository;
  let admin: Client;
  let plan: Plan;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    plan = await planOf(admin);
  });
  afterAll(() => repository.dispose());

  async function record(name: string, complete = true): Promise<string> {
    const { file } = await mailOf(admin, name, []);
    await declare(admin, file, plan.folder);
    if (complete) expect((await admin.post(`${GS}/records/${file}/complete`)).status).toBe(201);
    return file;
  }
  const change = (id: string, body: object) => admin.put(`nodes/${id}`, body);

  it('keeps its bytes from its first day', async () => {
    const [fresh, complete] = [await record('bytes', false), await record('bytes-complete')];
    expect((await admin.put(`nodes/${fresh}/content`, 'other')).status).toBe(500);
    expect((await admin.put(`nodes/${complete}/content`, 'other')).status).toBe(403);
    expect((await admin.post(`nodes/${complete}/versions/1.0/revert`, {})).status).toBe(403);
    expect((await admin.get(`nodes/${fresh}/content`)).text).toBe('text');
  });

  it('lets nobody touch its own properties, its name or its type once it is complete, not even an administrator', async () => {
    const id = await record('untouchable');
    for (const body of [{ properties: { 'cm:title': 'x' } }, { name: 'x.txt' }, { nodeType: 'cm:thumbnail' }, { properties: { 'rma:location': 'x', 'cm:title': 'x' } }]) expect((await change(id, body)).status).withContext(JSON.stringify(body)).toBe(403);
    expect((await admin.put(`${GS}/records/${id}`, { properties: { 'cm:title': 'x' } })).status).toBe(403);
    expect((await change(id, { properties: { 'rma:location': 'shelf' } })).body.entry.properties['rma:location']).toBe('shelf');
    expect((await admin.post(`nodes/${id}/tags`, { tag: 'x' })).status).toBe(403);
    expect((await admin.post(`${GS}/records/${id}/complete`)).status).toBe(422);
  });

  it('loses no aspect that makes it one', async () => {
    expect((await change(await record('aspects'), { aspectNames: ['cm:titled'] })).status).toBe(422);
  });

  it('leaves the file plan neither moved nor copied, but may change folders within it', async () => {
    const [id, outside] = [await record('staying'), await folderOf(admin, 'outside')];
    expect((await admin.post(`nodes/${id}/move`, { targetParentId: outside })).status).toBe(403);
    expect((await admin.post(`nodes/${id}/copy`, { targetParentId: outside })).status).toBe(403);
    const second = String((await admin.post(`${GS}/record-categories/${plan.category}/children`, { name: 'other folder', nodeType: 'rma:recordFolder' })).body.entry.id);
    expect((await admin.post(`nodes/${id}/move`, { targetParentId: second })).body.entry.parentId).toBe(second);
  });

  it('is deleted by an administrator without a trashcan', async () => {
    const id = await record('gone');
    expect((await admin.delete(`nodes/${id}`)).status).toBe(204);
    expect([(await admin.get(`nodes/${id}`)).status, (await admin.get(`deleted-nodes/${id}`)).status]).toEqual([404, 404]);
  });

  it('is not taken by a closed folder', async () => {
    const folder = String((await admin.post(`${GS}/record-categories/${plan.category}/children`, { name: 'closed', nodeType: 'rma:recordFolder' })).body.entry.id);
    const act = (name: string) => admin.post('/alfresco/s/api/rma/actions/ExecutionQueue', { name, nodeRef: `workspace://SpacesStore/${folder}` });
    expect((await act('closeRecordFolder')).status).toBe(200);
    const file = () => admin.post(`${GS}/record-folders/${folder}/records`, { name: 'x', nodeType: 'cm:content' });
    expect((await file()).status).toBe(422);
    const { file: document } = await mailOf(admin, 'late', []);
    expect((await admin.post(`${GS}/files/${document}/declare?parentId=${folder}`)).status).toBe(422);
    await act('openRecordFolder');
    expect((await file()).status).toBe(201);
  });

  it('keeps older versions, which an administrator alone deletes', async () => {
    const { file } = await mailOf(admin, 'versions', []);
    await admin.put(`nodes/${file}/content`, 'second');
    await declare(admin, file, plan.folder);
    expect((await admin.get(`nodes/${file}/versions/1.0/content`)).text).toBe('text');
    expect((await admin.delete(`nodes/${file}/versions/1.0`)).status).toBe(204);
  });

  it('is what it was after a restart', async () => {
    const id = await record('restart');
    const before = (await admin.get(`nodes/${id}?include=permissions,path`)).body;
    await repository.restart();
    expect((await admin.get(`nodes/${id}?include=permissions,path`)).body).toEqual(before);
    expect((await change(id, { properties: { 'cm:title': 'x' } })).status).toBe(403);
    expect((await admin.post(`${GS}/gs-sites`, { title: 'Again' })).status).toBe(409);
  });
});
