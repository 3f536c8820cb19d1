import type { Client } from '../testing/client.js';
import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import { declare, GS, mailOf, permit, planOf, roleFor, type Plan } from '../testing/records.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('What is held', () => {
  let repository: TestRepository;
  let admin: Client;
  let plan: Plan;
  let count = 0;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    plan = await planOf(admin);
  });
  afterAll(() => repository.dispose());

  const holdOf = async (client: Client = admin): Promise<string> => String((await client.post(`${GS}/file-plans/-filePlan-/holds`, { name: `hold ${(count += 1)}`, reason: 'a case' })).body.entry.id);
  const add = (hold: string, id: string, client: Client = admin) => client.post(`${GS}/holds/${hold}/children`, { id });
  const free = (hold: string, id: string, client: Client = admin) => client.delete(`${GS}/holds/${hold}/children/${id}`);

  it('cannot be changed, moved, copied, declared or deleted while it is, and can afterwards', async () => {
    const [mail, hold, elsewhere] = [await mailOf(admin, 'held', []), await holdOf(), await folderOf(admin, 'elsewhere')];
    expect((await add(hold, mail.file)).status).toBe(201);
    expect((await add(hold, mail.file)).status).toBe(201);
    const attempts: readonly [string, () => Promise<{ status: number }>, number][] = [
      ['properties', () => admin.put(`nodes/${mail.file}`, { properties: { 'cm:title': 'x' } }), 403],
      ['bytes', () => admin.put(`nodes/${mail.file}/content`, 'x'), 500],
      ['lock', () => admin.post(`nodes/${mail.file}/lock`, {}), 403],
      ['comment', () => admin.post(`nodes/${mail.file}/comments`, { content: 'x' }), 403],
      ['move', () => admin.post(`nodes/${mail.file}/move`, { targetParentId: elsewhere }), 403],
      ['copy', () => admin.post(`nodes/${mail.file}/copy`, { targetParentId: elsewhere }), 403],
      ['declare', () => admin.post(`${GS}/files/${mail.file}/declare`), 403],
      ['delete', () => admin.delete(`nodes/${mail.file}?permanent=true`), 403],
    ];
    for (const [what, attempt, status] of attempts) expect((await attempt()).status).withContext(what).toBe(status);
    expect((await admin.put(`nodes/${mail.file}`, { permissions: { isInheritanceEnabled: false } })).status).toBe(200);
    expect([(await free(hold, mail.file)).status, (await free(hold, mail.file)).status]).toEqual([204, 204]);
    expect((await admin.put(`nodes/${mail.file}`, { properties: { 'cm:title': 'x' } })).status).toBe(200);
  });

  it('keeps every folder above it from being deleted, but not from being moved', async () => {
    const year = await folderOf(admin, 'year');
    const day = await folderOf(admin, 'day', {}, year);
    const [file, hold, elsewhere] = [await fileOf(admin, day, 'a.txt'), await holdOf(), await folderOf(admin, 'archive')];
    await add(hold, file);
    for (const folder of [day, year]) for (const path of [`nodes/${folder}`, `nodes/${folder}?permanent=true`]) expect((await admin.delete(path)).status).withContext(path).toBe(403);
    expect((await admin.get(`nodes/${day}`)).body.entry.properties['rma:heldChildrenCount']).toBe(1);
    expect((await admin.post(`nodes/${day}/move`, { targetParentId: elsewhere })).status).toBe(200);
    await free(hold, file);
    expect((await admin.delete(`nodes/${day}`)).status).toBe(204);
  });

  it('is a document, a record or a record folder with its records, never a mail, nor what is locked', async () => {
    const [mail, hold] = [await mailOf(admin, 'kinds', []), await holdOf()];
    expect((await add(hold, mail.folder)).status).toBe(400);
    await admin.post(`nodes/${mail.file}/lock`, {});
    expect((await add(hold, mail.file)).status).toBe(400);
    await admin.post(`nodes/${mail.file}/unlock`);
    await declare(admin, mail.file, plan.folder);
    expect((await add(hold, plan.folder)).status).toBe(201);
    expect((await admin.delete(`${GS}/records/${mail.file}`)).status).toBe(403);
    expect((await admin.post(`${GS}/records/${mail.file}/complete`)).status).toBe(422);
    expect((await admin.post(`${GS}/record-folders/${plan.folder}/records`, { name: 'x', nodeType: 'cm:content' })).status).toBe(403);
    await free(hold, plan.folder);
    expect((await admin.post(`${GS}/records/${mail.file}/complete`)).status).toBe(201);
  });

  it('is in a hold that nobody sees but who made it, and administrators', async () => {
    const holdsId = (await admin.get(`nodes/${(await admin.get(`${GS}/file-plans/-filePlan-`)).body.entry.id}?relativePath=Holds`)).body.entry.id;
    const [one, other] = [await personOf(repository, 'one'), await personOf(repository, 'other')];
    for (const id of ['one', 'other']) {
      await roleFor(admin, id, `Holds${id}`, ['ViewRecords', 'CreateHold', 'AddToHold']);
      await permit(admin, holdsId, id);
    }
    const hold = await holdOf(one);
    const listed = async (client: Client) => ((await client.get(`${GS}/file-plans/-filePlan-/holds?maxItems=1000`)).body.list.entries as { entry: { id: string } }[]).some(({ entry }) => entry.id === hold);
    expect([await listed(one), await listed(other), await listed(admin)]).toEqual([true, false, true]);
    expect((await other.get(`${GS}/holds/${hold}`)).status).toBe(403);
  });

  it('is let go with a reason by who may edit holds, without one by who may delete them', async () => {
    const person = await personOf(repository, 'ends');
    await roleFor(admin, 'ends', 'Ends', ['ViewRecords', 'DeleteHold']);
    const [mail, hold] = [await mailOf(admin, 'ended', []), await holdOf()];
    await add(hold, mail.file);
    await permit(admin, hold, 'ends');
    expect((await person.post(`${GS}/holds/${hold}/delete`, { reason: 'closed' })).status).toBe(403);
    expect((await person.delete(`${GS}/holds/${hold}`)).status).toBe(204);
    expect((await admin.put(`nodes/${mail.file}`, { properties: { 'cm:title': 'x' } })).status).toBe(200);
  });

  it('stays held until the last of its holds ends, whatever it is called', async () => {
    const [one, two] = [await mailOf(admin, 'one', []), await folderOf(admin, 'two')];
    const namesake = await fileOf(admin, two, 'one-1.txt');
    const [first, second] = [await holdOf(), await holdOf()];
    for (const hold of [first, second]) await add(hold, one.file);
    expect((await add(first, namesake)).status).toBe(201);
    expect((await admin.get(`/alfresco/s/api/rma/holds?itemNodeRef=workspace://SpacesStore/${one.file}`)).body.data.holds.length).toBe(2);
    expect((await admin.post(`${GS}/holds/${first}/delete`, { reason: 'closed' })).status).toBe(200);
    expect([(await admin.delete(`nodes/${one.file}`)).status, (await admin.delete(`nodes/${namesake}`)).status]).toEqual([403, 204]);
    await admin.delete(`${GS}/holds/${second}`);
    expect((await admin.delete(`nodes/${one.file}`)).status).toBe(204);
  });

  it('is counted once, however many holds take it at the same moment', async () => {
    const [mail, one, two] = [await mailOf(admin, 'counted', []), await holdOf(), await holdOf()];
    const answers = await Promise.all([one, two, one, two].map((hold) => add(hold, mail.file)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    expect((await admin.get(`nodes/${mail.folder}`)).body.entry.properties['rma:heldChildrenCount']).toBe(1);
    await Promise.all([one, two].map((hold) => free(hold, mail.file)));
    expect((await admin.get(`nodes/${mail.folder}`)).body.entry.properties['rma:heldChildrenCount']).toBe(0);
    expect((await admin.delete(`nodes/${mail.file}`)).status).toBe(204);
  });

  it('is added by who has the capabilities and may file among the holds', async () => {
    const service = await personOf(repository, 'holder');
    const mail = await mailOf(admin, 'theirs', [{ authorityId: 'holder', name: 'Coordinator' }]);
    await roleFor(admin, 'holder', 'SpecHolder', ['ViewRecords', 'AddToHold', 'RemoveFromHold', 'CreateHold']);
    expect((await service.post(`${GS}/file-plans/-filePlan-/holds`, { name: 'theirs', reason: 'x' })).status).toBe(403);
    const theirs = await holdOf();
    const holds = String((await admin.get(`nodes/${theirs}`)).body.entry.parentId);
    await permit(admin, holds, 'holder');
    expect((await add(theirs, mail.file, service)).status).withContext('a hold that another made').toBe(403);
    const hold = await holdOf(service);
    expect((await add(hold, mail.file, service)).status).toBe(201);
    expect((await service.delete(`nodes/${mail.folder}`)).status).toBe(403);
    expect((await free(hold, mail.file, service)).status).toBe(204);
  });

  it('is still held after a restart, in bulk too', async () => {
    const [mail, hold] = [await mailOf(admin, 'bulk', []), await holdOf()];
    const bulk = await admin.post(`${GS}/holds/${hold}/bulk`, { query: { query: `PARENT:"workspace://SpacesStore/${mail.folder}"`, language: 'afts' }, op: 'ADD' });
    expect([bulk.status, bulk.body.entry.totalItems]).toEqual([202, 1]);
    await repository.restart();
    expect((await admin.delete(`nodes/${mail.file}`)).status).toBe(403);
    expect((await admin.get(`${GS}/holds/${hold}/bulk-statuses/${bulk.body.entry.bulkStatusId}`)).body.entry.status).toBe('DONE');
  });
});
