import { readdir } from 'node:fs/promises';
import { adminOf, fileOf, folderOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';
import { rangeOf } from './range.js';

describe('The bytes of a document', () => {
  let repository: TestRepository;
  let admin: Client;
  let home: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    home = await folderOf(admin, 'home');
  });
  afterAll(() => repository.dispose());
  const stored = async () => (await readdir(repository.contentDir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;

  it('come back unchanged, whole and by range, also to an <img> with a ticket in its address', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));
    const made = await admin.upload(home, 'scan.pdf', bytes);
    const id = String(made.body.entry.id);
    expect(made.body.entry.content).toEqual({ mimeType: 'application/pdf', mimeTypeName: 'Adobe PDF Document', sizeInBytes: 100_000, encoding: 'UTF-8' });
    const part = await fetch(`${repository.url}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${id}/content?attachment=false`, { headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, range: 'bytes=10-19' } });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-disposition')]).toEqual([206, 'bytes 10-19/100000', null]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBeTrue();
    const ticket = (await admin.post('/alfresco/api/-default-/public/authentication/versions/1/tickets', { userId: 'admin', password: 'admin' })).body.entry.id;
    const whole = await fetch(`${repository.url}/alfresco/api/-default-/public/alfresco/versions/1/nodes/${id}/content?alf_ticket=${ticket}`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBeTrue();
  });

  it('are not sent again when they did not change', async () => {
    const file = await fileOf(admin, home, 'cached.txt');
    const first = await admin.get(`nodes/${file}/content`);
    expect((await admin.get(`nodes/${file}/content`, { 'if-modified-since': first.headers.get('last-modified') ?? '' })).status).toBe(304);
    expect((await admin.get(`nodes/${file}/content`, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(200);
  });

  it('leave no file behind when the upload is refused or the document is gone for good', async () => {
    await fileOf(admin, home, 'taken.txt');
    const before = await stored();
    expect((await admin.upload(home, 'taken.txt', 'again')).status).toBe(409);
    const file = await fileOf(admin, home, 'passing.txt');
    await admin.put(`nodes/${file}/content`, 'second version');
    expect(await stored()).toBe(before + 2);
    await admin.delete(`nodes/${file}?permanent=true`);
    expect(await stored()).toBe(before);
  });

  it('are read by ranges as Alfresco reads them: the last n are the first n + 1', () => {
    expect(rangeOf('bytes=-3', 11)).toEqual({ kind: 'part', start: 0, end: 3 });
    expect(rangeOf('bytes=6-', 11)).toEqual({ kind: 'part', start: 6, end: 10 });
    expect(rangeOf('bytes=9999-', 11)).toEqual({ kind: 'outside' });
    expect(rangeOf(undefined, 11)).toEqual({ kind: 'all' });
  });
});
