import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect, findLibrary, type Repository } from '@bannette/alfresco';
import { startEmbedded } from '@bannette/embedded';
import { createTestDatabase } from '@bannette/store/testing';

const command = fileURLToPath(new URL('../../bin/bannette.js', import.meta.url));

interface Ended {
  /** null: killed. */
  readonly code: number | null;
  readonly text: string;
}

describe('bannette install', () => {
  let dataDir: string;
  let url: string;
  let admin: Repository;
  let close: () => Promise<void>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'bannette-install-'));
    const database = await createTestDatabase();
    const embedded = await startEmbedded({ databaseUrl: database.url, contentDir: join(dataDir, 'alfresco') });
    url = embedded.url;
    admin = connect({ url }, { user: 'admin', password: 'admin' });
    close = async () => {
      await embedded.close();
      await database.drop();
    };
  }, 60_000);
  afterAll(async () => {
    await close?.();
    await rm(dataDir, { recursive: true, force: true });
  });

  const run = (args: readonly string[], { user = 'admin', password = 'admin', at = url, variables = {}, watch = (_text: string, _child: ChildProcess): void => undefined } = {}): Promise<Ended> => {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [command, 'install', '--alfresco-url', at, '--user', user, ...args], { env: { PATH, BANNETTE_DATA: dataDir, ALFRESCO_ADMIN_PASSWORD: password, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        watch(text, child);
      });
    }
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, text })));
  };
  const secrets = (): Promise<string[]> => readdir(join(dataDir, 'secrets')).catch(() => []);

  it('shows a plan and leaves all as it is, is killed half-way, goes on, and then has nothing to change', async () => {
    const dry = await run(['--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.text).toMatch(/^\d+ changes:\n {2}Content model \(2\)\n {4}deploy gec:model\n {4}deploy gecf:model\n {2}Groups \(\d+\)/);
    expect(dry.text).toContain('Records management (8)');
    expect(dry.text).toContain('Nothing was changed');
    expect([await findLibrary(admin), await admin.records.plan.site(), await secrets()]).toEqual([undefined, undefined, []]);

    const killed = await run([], { watch: (text, child) => void (/category “CHR-0/.test(text.split('Installing:')[1] ?? '') && child.kill('SIGKILL')) });
    expect(killed.code).toBeNull();
    expect(await admin.records.plan.site()).toBeDefined();

    const rest = await run([]);
    expect(rest.code).toBe(0);
    expect(rest.text).toContain('Installed.');
    expect(rest.text).not.toContain('deploy gec:model');

    const again = await run([]);
    expect([again.code, again.text]).toEqual([0, 'Nothing to change: all is in place.\n']);
    expect((await secrets()).sort()).toEqual(['bannette-purge.password', 'bannette-svc.password']);
  }, 240_000);

  /** An Alfresco that nobody else installs into. */
  async function inAnother(work: (at: string, ownData: string) => Promise<void>): Promise<void> {
    const database = await createTestDatabase();
    const ownData = await mkdtemp(join(tmpdir(), 'bannette-another-'));
    const embedded = await startEmbedded({ databaseUrl: database.url, contentDir: join(ownData, 'alfresco') });
    try {
      await work(embedded.url, ownData);
    } finally {
      await embedded.close();
      await database.drop();
      await rm(ownData, { recursive: true, force: true });
    }
  }

  it('is carried out to its end though nobody reads on what it says', () =>
    inAnother(async (at, ownData) => {
      const { PATH = '' } = process.env;
      const child = spawn(process.execPath, [command, 'install', '--alfresco-url', at, '--user', 'admin'], { env: { PATH, BANNETTE_DATA: ownData, ALFRESCO_ADMIN_PASSWORD: 'admin' }, stdio: ['ignore', 'pipe', 'pipe'] });
      let complaint = '';
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
      child.stdout.once('data', () => child.stdout.destroy());
      const [code] = (await once(child, 'close')) as [number | null];
      expect([code, complaint]).toEqual([0, '']);
      const again = await run([], { at, variables: { BANNETTE_DATA: ownData } });
      expect(again.text).toBe('Nothing to change: all is in place.\n');
    }), 120_000);

  it('plans by the settings in force just what it then does, in whatever order the database keeps them', () =>
    inAnother(async (at, ownData) => {
      const database = await createTestDatabase();
      const variables = { DATABASE_URL: database.url, BANNETTE_DATA: ownData };
      expect((await run([], { at, variables })).code).toBe(0);
      expect((await run(['--dry-run'], { at, variables })).text.trim()).toBe('Nothing to change: all is in place.');
      await database.drop();
    }), 120_000);

  it('says who may install', async () => {
    await admin.people.create({ id: 'clerk', firstName: 'Any', email: 'clerk@example.org', password: 'secret-1' });
    const refused = await run([], { user: 'clerk', password: 'secret-1' });
    expect([refused.code, refused.text]).toEqual([1, 'Nothing is changed, because:\n  - clerk is not an administrator of this Alfresco; only one can install\n']);
  }, 60_000);

  it('says that the password is wrong, and that the address is', async () => {
    const wrong = await run([], { password: 'wrong' });
    expect([wrong.code, wrong.text]).toEqual([3, jasmine.stringContaining('refuses this user name or password')]);
    expect(wrong.text).not.toMatch(/wrong[^ ]|admin:/);
    const elsewhere = await serverThat((_url, response) => void response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not here</h1>'));
    const another = await run([], { at: elsewhere.at });
    expect([another.code, another.text]).toEqual([3, jasmine.stringContaining('No Alfresco answers there')]);
    elsewhere.close();
    const away = await run([], { at: elsewhere.at });
    expect([away.code, away.text]).toEqual([3, jasmine.stringMatching(/Nothing listens there.*ECONNREFUSED/)]);
    const tls = await run([], { at: url.replace('http:', 'https:') });
    expect([tls.code, tls.text]).toEqual([3, jasmine.stringContaining('does not speak TLS as expected')]);
  }, 120_000);

  it('says that Alfresco is too old', async () => {
    const { at, close: stop } = await serverThat(answersAs('7', '4'));
    const old = await run([], { at });
    stop();
    expect([old.code, old.text]).toEqual([1, 'Nothing is changed, because:\n  - this Alfresco is 7.4; Bannette needs 23.1 or later\n']);
  }, 60_000);
});

type Answers = (url: string, response: ServerResponse) => void;

async function serverThat(answers: Answers): Promise<{ at: string; close(): void }> {
  const server = createServer((request, response) => answers(request.url ?? '', response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** What is asked before an installation begins, as an Alfresco of that version answers it. */
const answersAs = (major: string, minor: string): Answers => (url, response) => {
  const entry = url.endsWith('/tickets') ? { id: 'TICKET', userId: 'admin' } : url.endsWith('/discovery') ? { repository: { edition: 'Community', version: { major, minor }, modules: [] } } : { id: 'admin', capabilities: { isAdmin: true } };
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ entry }));
};
