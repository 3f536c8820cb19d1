import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@bannette/alfresco/testing';
import { nginx, project, run, start, until } from './tools.mjs';

/** AGS's webscripts, spelt as a servlet container would still understand them. */
const spelt = [
  ...['s', 'service', 'wcs', 'wcservice'].map((servlet) => `/alfresco/${servlet}/api/rma/admin/rmevents`),
  '/alfresco/s/api/rma', '/alfresco/s/api/rma/', '/alfresco/s/api/rma?x=1', '/alfresco/s/API/RMA/admin', '/alfresco/S/api/rma/admin',
  '/alfresco/s//api///rma/admin', '/alfresco//s/api/rma/admin', '//alfresco/s/api/rma/admin', '/alfresco/s/./api/./rma/admin', '/alfresco/s/x/../api/rma/admin', '/alfresco/api/../s/api/rma/admin',
  '/alfresco/s/api;jsessionid=1/rma;a=b/admin', '/alfresco/s;x/api/rma/admin', '/alfresco;x/s/api/rma/admin', '/alfresco/s/api/;x/rma/admin', '/alfresco/s/api%3bx/rma/admin', '/alfresco/s/api/rma%3b/admin',
  '/alfresco/s/api/%72ma/admin', '/alfresco/%73/api/rma/admin', '/alfresco/s/api/%2572ma/admin', '/alfresco/s/api/r%6D%61/admin', '/alfresco/s%2Fapi%2Frma%2Fadmin', '/alfresco/s/api%252frma/admin',
  '/alfresco/s/x/%2e%2e/api/rma/admin', '/alfresco/s/x/%252e%252e/api/rma/admin', '/alfresco/s/x/..;/api/rma/admin', '/alfresco/s/api/x/..;/rma/admin', '/alfresco/s/api/x/%2e%2e;y/rma/admin', '/alfresco/s/api/.;/rma/admin',
  '/alfresco/s\\api\\rma\\admin', '/alfresco/s%5Capi%5Crma/admin', '/alfresco/s/api/rma/%00', '/alfresco/s/api/%zz/../rma/admin',
  '/x/../alfresco/s/api/rma/admin', '/alfresco/x/%2e%2e/s/api/rma/admin',
];
const inner = ['/alfresco/s/api/solr/metadata', '/alfresco/wcs/remoteadm/x', '/alfresco/service/prometheus', '/share/proxy/alfresco/api/solr/metadata', '/share/proxy/alfresco-noauth/remoteadm/x'];
const inShare = ['/share/proxy/alfresco/api/rma/admin/rmevents', '/share/proxy/alfresco-api/api/rma/admin/x', '/share/service/proxy/alfresco/api/rma/admin', '/share/proxy/alfresco/api/rma/x/..;/admin/rmevents', '/share/proxy/alfresco/api/rma/%61dmin/x', '/share/proxy/alfresco/api;x/rma;y/admin;z/rmevents'];
const allowed = {
  '/': 'bannette', '/bannette/api/v1/me': 'bannette', '/app.config.json': 'bannette',
  '/alfresco/api/-default-/public/alfresco/versions/1/nodes/-root-/children?maxItems=5': 'alfresco',
  '/alfresco/api/-default-/public/gs/versions/1/gs-sites/rm': 'alfresco', '/alfresco/s/api/rmax': 'alfresco', '/alfresco/s/api/server': 'alfresco',
  '/alfresco/webdav/Hausse%20de%2010%25%20%28budget%29.pdf': 'alfresco', '/alfresco/s/api/nodes/rma': 'alfresco', '/alfresco/s/x?path=/s/api/rma/admin': 'alfresco',
  '/share/page/': 'share', '/share/page;jsessionid=ABC': 'share', '/share/proxy/alfresco/api/rma/actions/ExecutionQueue': 'share',
  '/auth/realms/bannette/.well-known/openid-configuration': 'keycloak',
};
const closed = ['/metrics', '/auth/admin/', '/auth/admin/master/console/', '/auth/realms/master/protocol/openid-connect/token', '/auth/metrics', '/auth/realms/%6daster/x', '/auth/realms/x/../master/y'];

/** Where open pages are told what has changed: the answer does not end. */
const live = '/bannette/api/v1/live';

describe('The proxy', () => {
  const program = nginx();
  let folder;
  let port;
  let plainPort;
  let proxy;
  const heard = [];
  const servers = [];
  const log = () => join(folder, 'scratch/access.log');

  beforeAll(async () => {
    if (!program) return;
    folder = mkdtempSync(join(tmpdir(), 'bannette-proxy-'));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'scratch'), { mode: 0o777 });
    chmodSync(join(folder, 'scratch'), 0o777);
    run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-keyout', join(folder, 'tls_key'), '-out', join(folder, 'tls_certificate')]);
    [port, plainPort] = [await freePort(), await freePort()];
    writeFileSync(join(folder, 'mime.types'), 'types { text/html html; }\n');
    let text = readFileSync(join(project, 'docker/proxy/nginx.conf'), 'utf8');
    for (const name of ['bannette', 'alfresco', 'share', 'keycloak']) text = text.replace(new RegExp(`http://${name}:\\d+`), await upstream(name));
    const places = [[/(\s)\/tmp\//g, `$1${folder}/scratch/`], [/\/dev\/stdout/g, log()], [/\/etc\/nginx\/mime.types/g, join(folder, 'mime.types')], [/\/etc\/bannette\//g, `${project}/docker/proxy/`], [/\/run\/secrets\//g, `${folder}/`]];
    for (const [place, here] of places) text = text.replace(place, here);
    text = text.replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`).replace('listen 80 ', `listen 127.0.0.1:${plainPort} `);
    // Debian's nginx may be older than the image's.
    if (/nginx\/1\.(1\d|2[0-4])\./.test(run(program, ['-v']).output)) text = text.replace('http2 on;', '');
    writeFileSync(join(folder, 'nginx.conf'), text);
    const checked = run(program, ['-t', '-e', 'stderr', '-c', join(folder, 'nginx.conf')]);
    if (checked.code !== 0) throw new Error(checked.output);
    proxy = start(program, ['-e', 'stderr', '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']);
    await until('the proxy answers', async () => (await fetch(`http://127.0.0.1:${plainPort}/proxy-health`)).ok, 15_000, proxy);
  }, 180_000);
  afterAll(async () => {
    if (!program) return;
    proxy?.child.kill('SIGTERM');
    await proxy?.ended;
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });

  async function upstream(name) {
    const server = createServer((asked, answer) => {
      heard.push({ name, url: asked.url, headers: asked.headers });
      if (asked.url === live) return answer.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: hello\ndata: {}\n\n');
      answer.end(name);
    });
    servers.push(server);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${server.address().port}`;
  }

  /** As it stands on the line: `fetch` would tidy the address up. */
  const ask = (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, rejectUnauthorized: false, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (piece) => (text += piece));
        answer.on('end', () => resolve({ status: answer.statusCode, text, headers: answer.headers }));
      });
      asked.on('error', reject);
      asked.end();
    });

  const withNginx = (what, test) => it(what, async () => (program ? test() : pending('nginx is not on this machine, and Debian’s package can’t be had')));

  for (const path of spelt) {
    withNginx(`keeps AGS’s webscripts from people, spelt ${path}`, async () => {
      for (const method of ['GET', 'POST', 'DELETE']) {
        heard.length = 0;
        const { status } = await ask(path, method);
        // What does not begin as Alfresco's is Bannette's to refuse; never does it reach Alfresco.
        expect(heard.filter(({ name }) => name !== 'bannette')).withContext(`${method} ${status}`).toEqual([]);
        if (heard.length === 0) expect([400, 403, 404]).withContext(method).toContain(status);
      }
    });
  }
  for (const path of [...inner, ...inShare, ...closed]) {
    withNginx(`keeps to itself ${path}`, async () => {
      heard.length = 0;
      expect([403, 404]).toContain((await ask(path, 'POST')).status);
      expect(heard).toEqual([]);
    });
  }
  for (const [path, name] of Object.entries(allowed)) {
    withNginx(`brings ${path} to ${name}, as it is`, async () => {
      heard.length = 0;
      const { status, text, headers } = await ask(path);
      expect([status, text]).toEqual([200, name]);
      expect(heard[0].url).toBe(path);
      expect(heard[0].headers['x-forwarded-proto']).toBe('https');
      expect(headers['strict-transport-security']).toContain('max-age');
    });
  }

  withNginx('lets events of open pages out one by one, as they come', async () => {
    const first = await new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path: live, rejectUnauthorized: false, agent: false }, (answer) => answer.once('data', (piece) => resolve({ text: String(piece), end: () => asked.destroy() })));
      asked.on('error', reject);
      asked.end();
    });
    expect(first.text).toBe('event: hello\ndata: {}\n\n');
    first.end();
  });

  withNginx('lets no script run that somebody has put into Alfresco', async () => {
    const { headers } = await ask('/alfresco/api/-default-/public/alfresco/versions/1/nodes/x/content?attachment=false');
    expect(headers['content-security-policy']).toContain("script-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect((await ask('/')).headers['content-security-policy']).toBeUndefined(); // Bannette's own is its own affair
  });

  withNginx('believes no address that a caller gives itself', async () => {
    heard.length = 0;
    await new Promise((resolve, reject) => request({ host: '127.0.0.1', port, path: '/', rejectUnauthorized: false, headers: { 'x-forwarded-for': '10.20.30.1', host: 'courrier.example.org' } }, resolve).on('error', reject).end());
    expect(heard[0].headers).toEqual(jasmine.objectContaining({ 'x-forwarded-for': '127.0.0.1', host: 'courrier.example.org' }));
  });

  withNginx('sends who comes without TLS to where there is', async () => {
    const answer = await fetch(`http://127.0.0.1:${plainPort}/share/page?x=1`, { redirect: 'manual' });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toMatch(/^https:\/\/.*\/share\/page\?x=1$/);
  });

  withNginx('writes neither words that people search for nor names of files into its log', async () => {
    await ask('/bannette/api/v1/search?q=Jeanne%20Petit');
    await ask('/alfresco/webdav/Petit.pdf');
    await until('the lines are written', async () => /GET \/bannette 200 [\s\S]*GET \/alfresco 200 /.test(readFileSync(log(), 'utf8')));
    expect(readFileSync(log(), 'utf8')).not.toContain('Petit');
  });
});
