import type { Client } from '../testing/client.js';
import { adminOf, personOf } from '../testing/people.js';
import { declare, GS, mailOf, permit, planOf, roleFor, type Plan } from '../testing/records.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('A document that became a record where it lay', () => {
  let repository: TestRepository;
  let admin: Client;
  let plan: Plan;
  let reader: Client;
  let other: Client;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    plan = await planOf(admin);
    [reader, other] = [await personOf(repository, 'reader'), await personOf(repository, 'other')];
    for (const [id, member] of [['A', 'reader'], ['B', 'other']] as const) {
      await admin.post('groups', { id, displayName: id });
      await admin.post(`groups/GROUP_${id}/members`, { id: member, memberType: 'PERSON' });
    }
  });
  afterAll(() => repository.dispose());

  const consumers = (group: string, name = 'Consumer') => [{ authorityId: `GROUP_${group}`, name }];
  const names = async (client: Client, folder: string): Promise<string[]> => (await client.get(`nodes/${folder}/children`)).body.list.entries.map((one: { entry: { name: string } }) => one.entry.name);

  it('keeps its id, has the record folder as its first parent and its own folder as a second, and bears its identifier in its name', async () => {
    const mail = await mailOf(admin, 'two-parents', consumers('A'));
    expect(await declare(admin, mail.file, plan.folder)).toBe(mail.file);
    const parents = (await admin.get(`nodes/${mail.file}/parents`)).body.list.entries.map((one: { entry: { id: string; association: { isPrimary: boolean } } }) => [one.entry.id, one.entry.association.isPrimary]);
    expect(parents).toEqual(jasmine.arrayWithExactContents([[plan.folder, true], [mail.folder, false]]));
    const { entry } = (await admin.get(`nodes/${mail.file}`)).body;
    expect(entry.name).toBe(`two-parents-1 (${entry.properties['rma:identifier']}).txt`);
    expect(entry.properties['rma:origionalName']).toBe('two-parents-1.txt');
    expect(entry.parentId).toBe(plan.folder);
    expect(await names(admin, mail.folder)).toEqual([entry.name]);
    expect((await admin.get(`nodes/${mail.file}/content`)).text).toBe('text');
    expect((await admin.post(`${GS}/files/${mail.file}/declare`)).status).toBe(422);
  });

  it('is read by whoever could read it at that moment, whatever becomes of its mail', async () => {
    const mail = await mailOf(admin, 'snapshot', consumers('A'));
    await declare(admin, mail.file, plan.folder);
    expect((await admin.put(`nodes/${mail.folder}`, { permissions: { isInheritanceEnabled: false, locallySet: consumers('B') } })).status).toBe(200);
    expect([(await reader.get(`nodes/${mail.file}`)).status, (await other.get(`nodes/${mail.file}`)).status]).toEqual([200, 403]);
    expect([(await reader.get(`nodes/${mail.file}/content`)).status, (await other.get(`nodes/${mail.file}/content`)).status]).toEqual([200, 403]);
    expect([(await reader.get(`${GS}/records/${mail.file}`)).status, (await other.get(`${GS}/records/${mail.file}`)).status]).toEqual([200, 403]);
    expect(await names(other, mail.folder)).toEqual([]);
    expect((await admin.post('groups/GROUP_A/members', { id: 'other', memberType: 'PERSON' })).status).toBe(201);
    expect((await other.get(`nodes/${mail.file}`)).status).toBe(200);
    await admin.delete('groups/GROUP_A/members/other');
    expect((await other.get(`nodes/${mail.file}`)).status).toBe(403);
  });

  it('opens nothing else of the file plan to its readers', async () => {
    const mail = await mailOf(admin, 'only-this', consumers('A'));
    await declare(admin, mail.file);
    const [secret] = [await mailOf(admin, 'another', consumers('B'))];
    await declare(admin, secret.file);
    await admin.post(`/alfresco/s/api/node/workspace/SpacesStore/${plan.category}/rmpermissions`, { permissions: [], isInherited: true });
    for (const path of [`${GS}/record-categories/${plan.category}`, `${GS}/records/${secret.file}`, `${GS}/unfiled-containers/-unfiled-`]) expect((await reader.get(path)).status).withContext(path).toBe(403);
    expect((await reader.search('=cm:name:"another-1.txt"')).body.list.entries).toEqual([]);
    expect((await reader.search('ASPECT:"rma:record"')).body.list.entries.map((one: { entry: { id: string } }) => one.entry.id)).not.toContain(secret.file);
  });

  it('is still edited by who could write it, until it is complete, and by nobody who could only read it', async () => {
    const mail = await mailOf(admin, 'writers', [...consumers('A', 'Collaborator'), ...consumers('B')]);
    await declare(admin, mail.file, plan.folder);
    const titled = (client: Client) => client.put(`nodes/${mail.file}`, { properties: { 'cm:title': 'mine' } });
    expect([(await titled(reader)).status, (await titled(other)).status]).toEqual([200, 403]);
    await admin.post(`${GS}/records/${mail.file}/complete`);
    expect((await titled(reader)).status).toBe(403);
  });

  it('survives the deletion of its mail, and the link between them is lost for good', async () => {
    const mail = await mailOf(admin, 'lost-link', consumers('A'));
    await declare(admin, mail.file, plan.folder);
    expect((await admin.delete(`nodes/${mail.folder}`)).status).toBe(204);
    expect((await admin.get(`nodes/${mail.file}`)).body.entry.parentId).toBe(plan.folder);
    expect((await admin.post(`deleted-nodes/${mail.folder}/restore`)).status).toBe(200);
    expect(await names(admin, mail.folder)).toEqual([]);
    expect((await admin.get(`nodes/${mail.file}/parents`)).body.list.entries.length).toBe(1);
  });

  it('follows its mail, and is no longer seen there once it is hidden or unlinked', async () => {
    const mail = await mailOf(admin, 'moving', consumers('A'));
    await declare(admin, mail.file);
    const { folder: elsewhere } = await mailOf(admin, 'elsewhere', []);
    await admin.post(`nodes/${mail.folder}/move`, { targetParentId: elsewhere });
    expect((await names(admin, mail.folder)).length).toBe(1);
    expect((await admin.delete(`nodes/${mail.folder}/secondary-children/${mail.file}`)).status).toBe(204);
    expect(await names(admin, mail.folder)).toEqual([]);
    const hidden = await mailOf(admin, 'hidden', consumers('A'));
    expect((await admin.post(`${GS}/files/${hidden.file}/declare?hideRecord=true`)).status).toBe(201);
    expect(await names(admin, hidden.folder)).toEqual([]);
    expect((await admin.get(`${GS}/records/${hidden.file}`)).status).toBe(200);
  });

  it('is filed from among the unfiled, and a second time it is linked, never twice to one folder', async () => {
    const mail = await mailOf(admin, 'filing', consumers('A'));
    await declare(admin, mail.file);
    expect((await admin.get(`${GS}/unfiled-containers/-unfiled-/children`)).body.list.entries.map((one: { entry: { id: string } }) => one.entry.id)).toContain(mail.file);
    const file = (folder: string) => admin.post(`${GS}/records/${mail.file}/file`, { targetParentId: folder });
    expect((await file(plan.folder)).body.entry.parentId).toBe(plan.folder);
    expect((await file(plan.folder)).status).toBe(500);
    const second = String((await admin.post(`${GS}/record-categories/${plan.category}/children`, { name: 'second', nodeType: 'rma:recordFolder' })).body.entry.id);
    expect((await file(second)).body.entry.parentId).toBe(plan.folder);
    expect((await admin.get(`nodes/${mail.file}/parents`)).body.list.entries.length).toBe(3);
  });

  it('is made by an account of the file plan, which may not delete it', async () => {
    const service = await personOf(repository, 'service');
    await roleFor(admin, 'service', 'SpecService', ['ViewRecords', 'DeclareRecords', 'CreateRecords', 'FileUnfiledRecords', 'EditRecordMetadata', 'EditDeclaredRecordMetadata']);
    await permit(admin, plan.category, 'service');
    const mail = await mailOf(admin, 'service', [{ authorityId: 'service', name: 'Coordinator' }, ...consumers('A')]);
    expect(await declare(service, mail.file, plan.folder)).toBe(mail.file);
    expect((await service.put(`nodes/${mail.file}`, { properties: { 'cm:title': 'a' } })).status).toBe(200);
    expect((await service.post(`${GS}/records/${mail.file}/complete`)).status).toBe(201);
    expect((await service.put(`nodes/${mail.file}`, { properties: { 'rma:location': 'shelf' } })).status).toBe(200);
    expect((await service.put(`nodes/${mail.file}`, { properties: { 'cm:title': 'b' } })).status).toBe(403);
    expect([(await service.delete(`nodes/${mail.file}`)).status, (await service.delete(`${GS}/records/${mail.file}`)).status]).toEqual([403, 403]);
    expect((await service.delete(`nodes/${mail.folder}`)).status).toBe(204);
    expect((await service.get(`nodes/${mail.file}`)).status).toBe(200);
  });

  it('becomes one once, however many ask at the same moment', async () => {
    const mail = await mailOf(admin, 'at-once', consumers('A'));
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin.post(`${GS}/files/${mail.file}/declare?parentId=${plan.folder}`)));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 422, 422, 422]);
    expect((await admin.get(`nodes/${mail.file}/parents`)).body.list.entries.length).toBe(2);
    const { entry } = (await admin.get(`nodes/${mail.file}`)).body;
    expect(entry.name).toBe(`at-once-1 (${entry.properties['rma:identifier']}).txt`);
  });

  it('shares its readers with every record that had the same', async () => {
    const groups = async (name: string, readers: readonly { authorityId: string; name: string }[]): Promise<string[]> => {
      const mail = await mailOf(admin, name, readers);
      await declare(admin, mail.file);
      const { locallySet } = (await admin.get(`nodes/${mail.file}?include=permissions`)).body.entry.permissions;
      return locallySet.map((one: { authorityId: string; name: string }) => `${one.name} ${one.authorityId}`).sort();
    };
    const [one, same, wider] = [await groups('share-1', consumers('A')), await groups('share-2', consumers('A')), await groups('share-3', [...consumers('A'), ...consumers('B')])];
    expect(one.map((entry) => entry.replace(/\d+$/, ''))).toEqual(['Filing GROUP_IPRW', 'ReadRecords GROUP_IPRR']);
    expect(same).toEqual(one);
    expect([wider[0] === one[0], wider[1] === one[1]]).toEqual([true, false]);
  });

  it('goes back to where it came from when it is rejected', async () => {
    const mail = await mailOf(admin, 'rejected', consumers('A'));
    await declare(admin, mail.file);
    const answer = await admin.post('/alfresco/s/api/rma/actions/ExecutionQueue', { name: 'reject', nodeRef: `workspace://SpacesStore/${mail.file}`, params: { reason: 'no record' } });
    expect(answer.status).toBe(200);
    const { entry } = (await admin.get(`nodes/${mail.file}`)).body;
    expect([entry.parentId, entry.name, entry.properties['rma:recordRejectionReason']]).toEqual([mail.folder, 'rejected-1.txt', 'no record']);
    expect(entry.aspectNames.filter((one: string) => one.startsWith('rma:'))).toEqual(['rma:recordRejectionDetails']);
    expect([(await reader.get(`nodes/${mail.file}`)).status, (await other.get(`nodes/${mail.file}`)).status]).toEqual([200, 403]);
  });
});
