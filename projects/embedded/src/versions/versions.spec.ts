import { adminOf, fileOf, folderOf, personOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';
import { nextLabel } from './record.js';

describe('Versions, locks, comments and the trashcan', () => {
  let repository: TestRepository;
  let admin: Client;
  let anne: Client;
  let home: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    anne = await personOf(repository, 'anne');
    home = await folderOf(admin, 'home', { permissions: { locallySet: [{ authorityId: 'anne', name: 'Editor' }] } });
  });
  afterAll(() => repository.dispose());
  const labels = async (file: string) => (await admin.get(`nodes/${file}/versions`)).body.list.entries.map((one: { entry: { id: string } }) => one.entry.id);

  it('number versions from 1.0, minor by minor, until a major one', () => {
    expect([nextLabel(undefined, true), nextLabel('1.0', false), nextLabel('1.9', false), nextLabel('1.9', true)]).toEqual(['1.0', '1.1', '1.10', '2.0']);
  });

  it('keep every version readable, give one back as a new one, and prune those that must go', async () => {
    const file = await fileOf(admin, home, 'letter.txt', 'one');
    await admin.put(`nodes/${file}/content?majorVersion=true&comment=better`, 'two');
    expect(await labels(file)).toEqual(['2.0', '1.0']);
    expect((await admin.get(`nodes/${file}/versions/1.0/content`)).text).toBe('one');
    expect((await admin.post(`nodes/${file}/versions/1.0/revert`, {})).body.entry.id).toBe('2.1');
    expect((await admin.get(`nodes/${file}/content`)).text).toBe('one');
    expect((await admin.delete(`nodes/${file}/versions/1.0`)).status).toBe(204);
    expect((await admin.get(`nodes/${file}/versions/1.0/content`)).status).toBe(404);
    expect((await admin.get(`nodes/${file}/content`)).text).toBe('one');
  });

  it('forget the history of a document that is no longer versionable, and begin it anew', async () => {
    const file = await fileOf(admin, home, 'unversioned.txt');
    await admin.put(`nodes/${file}`, { aspectNames: ['cm:titled'] });
    expect(await labels(file)).toEqual([]);
    expect((await admin.put(`nodes/${file}/content?majorVersion=true`, 'new')).body.entry.properties['cm:versionLabel']).toBe('1.0');
  });

  it('hold others off a locked document by 409, and its owner too when the lock is full', async () => {
    const file = await fileOf(admin, home, 'locked.txt');
    await admin.post(`nodes/${file}/lock`, {});
    expect([(await anne.put(`nodes/${file}`, { properties: { 'cm:title': 'x' } })).status, (await anne.put(`nodes/${file}/content`, 'x')).status, (await anne.post(`nodes/${file}/lock`, {})).status, (await anne.post(`nodes/${file}/unlock`)).status]).toEqual([409, 409, 422, 403]);
    expect((await admin.put(`nodes/${file}`, { properties: { 'cm:title': 'mine' } })).status).toBe(200);
    await admin.post(`nodes/${file}/lock`, { type: 'FULL' });
    expect((await admin.delete(`nodes/${file}`)).status).toBe(409);
    await admin.post(`nodes/${file}/unlock`);
    expect((await anne.put(`nodes/${file}`, { properties: { 'cm:title': 'x' } })).status).toBe(200);
    expect((await admin.post(`nodes/${home}/lock`, {})).status).toBe(400);
  });

  it('put a deleted folder back with all below it, where it was, with its rights', async () => {
    const folder = await folderOf(admin, 'deleted', {}, home);
    const file = await fileOf(admin, folder, 'inside.txt', 'bytes');
    expect((await admin.delete(`nodes/${folder}`)).status).toBe(204);
    expect([(await admin.get(`nodes/${file}`)).status, (await anne.search('=cm:name:"inside.txt"')).body.list.entries.length, (await anne.get(`deleted-nodes/${folder}`)).status]).toEqual([404, 0, 403]);
    await folderOf(admin, 'deleted', {}, home);
    expect((await admin.post(`deleted-nodes/${folder}/restore`)).status).toBe(409);
    await admin.delete(`nodes/${(await admin.get(`nodes/${home}?relativePath=deleted`)).body.entry.id}?permanent=true`);
    expect((await admin.post(`deleted-nodes/${folder}/restore`)).status).toBe(200);
    expect((await anne.get(`nodes/${file}/content`)).text).toBe('bytes');
    await admin.delete(`nodes/${folder}`);
    expect([(await admin.delete(`deleted-nodes/${folder}`)).status, (await admin.get(`deleted-nodes/${file}`)).status]).toEqual([204, 404]);
  });

  it('let people comment, and change only what they wrote themselves', async () => {
    await admin.put(`nodes/${home}`, { permissions: { locallySet: [{ authorityId: 'anne', name: 'Collaborator' }] } });
    const file = await fileOf(admin, home, 'commented.txt');
    const theirs = await admin.post(`nodes/${file}/comments`, { content: 'theirs' });
    const own = await anne.post(`nodes/${file}/comments`, { content: 'mine' });
    expect([own.status, own.body.entry.canEdit, own.body.entry.createdBy.id]).toEqual([201, true, 'anne']);
    expect((await anne.put(`nodes/${file}/comments/${theirs.body.entry.id}`, { content: 'no' })).status).toBe(403);
    expect((await anne.put(`nodes/${file}/comments/${own.body.entry.id}`, { content: 'changed' })).body.entry.edited).toBeTrue();
    expect((await admin.get(`nodes/${file}/comments`)).body.list.entries.map((one: { entry: { content: string } }) => one.entry.content)).toEqual(['changed', 'theirs']);
  });
});
