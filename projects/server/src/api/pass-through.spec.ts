import { request } from 'node:http';
import { isBlocked } from '../http/pass-through.js';
import type { Running } from '../serve.js';
import { startTestHouse, type TestHouse } from '../testing/index.js';

/** The records webscripts, spelt as a servlet container would still understand them. */
const spelt = [
  '/alfresco/s/api/rma/admin/rmroles',
  '/alfresco/service/api/rma/admin/rmroles',
  '/alfresco/wcs/api/rma/admin/rmroles',
  '/alfresco/wcservice/api/rma/admin/rmroles',
  '/alfresco/s/api/rma',
  '/alfresco/s/api/rma/',
  '/alfresco/s/api/rma?x=1',
  '/alfresco/s/api/rma#x',
  '/alfresco/s/API/RMA/admin',
  '/alfresco/S/api/rma/admin',
  '/alfresco/s//api///rma/admin',
  '/alfresco//s/api/rma/admin',
  '/alfresco/s/./api/./rma/admin',
  '/alfresco/s/x/../api/rma/admin',
  '/alfresco/api/../s/api/rma/admin',
  '/alfresco/s/api;jsessionid=1/rma;a=b/admin',
  '/alfresco/s;x/api/rma/admin',
  '/alfresco/s/api/%72ma/admin',
  '/alfresco/%73/api/rma/admin',
  '/alfresco/s/api/%2572ma/admin',
  '/alfresco/s/api/r%6D%61/admin',
  '/alfresco/s%2Fapi%2Frma%2Fadmin',
  '/alfresco/s/x/%2e%2e/api/rma/admin',
  '/alfresco/s/x/%252e%252e/api/rma/admin',
  '/alfresco/s/x/..;/api/rma/admin',
  '/alfresco/s/api/rma%3b/admin',
  '/alfresco/s\\api\\rma\\admin',
  '/alfresco/s%5Capi%5Crma/admin',
  '/alfresco/s/api/rma/%00',
  '/alfresco/s/api/%zz/../rma/admin',
];

describe('The passage to Alfresco', () => {
  let house: TestHouse;
  let running: Running;
  let authorization: string;

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    authorization = `Basic ${Buffer.from((await house.client('clara.moreau', running.url)).ticket).toString('base64')}`;
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  /** As it stands on the line: `fetch` would tidy the address up. */
  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}, body?: string): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(running.url);
      const asked = request({ hostname, port, path, method, headers: { authorization, ...headers } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString(), headers: answer.headers }));
      });
      asked.on('error', reject);
      asked.end(body);
    });

  for (const path of spelt) {
    it(`is closed to the records webscripts spelt ${path}`, async () => {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const { status, text } = await ask(path, method);
        // 403 from us, 404 where no passage begins; never Alfresco's own word.
        expect([400, 403, 404]).withContext(method).toContain(status);
        expect(text).withContext(method).not.toContain('briefSummary');
      }
      expect(isBlocked(path)).toBeTrue();
    });
  }

  it('tells them apart from what only looks alike', () => {
    for (const path of ['/alfresco/api/-default-/public/gs/versions/1/gs-sites/rm', '/alfresco/s/api/rmax', '/alfresco/s/api/nodes/rma', '/alfresco/s/rma', '/alfresco/api/rma', '/alfresco/s/api?rma=/s/api/rma/', '/alfresco/s/api/server']) {
      expect(isBlocked(path)).withContext(path).toBeFalse();
    }
  });

  it('lets ADF sign in, be told who it is, list and sign out', async () => {
    const json = { 'content-type': 'application/json' };
    const signed = await ask('/alfresco/api/-default-/public/authentication/versions/1/tickets', 'POST', json, JSON.stringify({ userId: 'ines.kaci', password: 'bannette' }));
    expect(signed.status).toBe(201);
    const { entry } = JSON.parse(signed.text) as { entry: { id: string } };
    const own = { authorization: `Basic ${Buffer.from(entry.id).toString('base64')}` };
    const me = await ask('/alfresco/api/-default-/public/alfresco/versions/1/people/-me-', 'GET', own);
    expect((JSON.parse(me.text) as { entry: { id: string } }).entry.id).toBe('ines.kaci');
    const children = await ask('/alfresco/api/-default-/public/alfresco/versions/1/nodes/-root-/children?maxItems=5', 'GET', own);
    expect(children.status).toBe(200);
    expect((await ask('/alfresco/api/-default-/public/authentication/versions/1/tickets/-me-', 'DELETE', own)).status).toBe(204);
    expect((await ask('/alfresco/api/-default-/public/alfresco/versions/1/people/-me-', 'GET', own)).status).toBe(401);
  });

  it("gives a file's bytes, or the range that is asked for", async () => {
    const home = JSON.parse((await ask('/alfresco/api/-default-/public/alfresco/versions/1/nodes/-my-')).text) as { entry: { id: string } };
    const boundary = 'x-y-z';
    const form = `--${boundary}\r\nContent-Disposition: form-data; name="filedata"; filename="essai.txt"\r\nContent-Type: text/plain\r\n\r\n0123456789\r\n--${boundary}--\r\n`;
    const put = await ask(`/alfresco/api/-default-/public/alfresco/versions/1/nodes/${home.entry.id}/children`, 'POST', { 'content-type': `multipart/form-data; boundary=${boundary}` }, form);
    expect(put.status).withContext(put.text).toBe(201);
    const { entry } = JSON.parse(put.text) as { entry: { id: string } };
    const content = `/alfresco/api/-default-/public/alfresco/versions/1/nodes/${entry.id}/content`;
    expect((await ask(content)).text).toBe('0123456789');
    const part = await ask(content, 'GET', { range: 'bytes=2-5' });
    expect([part.status, part.text, part.headers['content-range']]).toEqual([206, '2345', 'bytes 2-5/10']);
  });

  it('adds its own guard to what Alfresco answers', async () => {
    const { headers } = await ask('/alfresco/api/-default-/public/alfresco/versions/1/people/-me-');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });
});
