import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLibrary } from '@bannette/alfresco';
import { install, installOptions } from '../start/install.js';
import { publishDefaults } from '../start/settings.js';
import { liveSettings } from '@bannette/house';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { between, lookAt, told } from './examined.spec-support.js';
import type { Report } from './report.js';

const command = fileURLToPath(new URL('../../bin/bannette.js', import.meta.url));

describe('bannette doctor', () => {
  let house: TestHouse;
  beforeAll(async () => (house = await startTestHouse()), 60_000);
  afterAll(() => house.close(), 60_000);

  const run = (args: readonly string[], variables: { readonly [name: string]: string } = {}) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const { PATH = '' } = process.env;
      execFile(process.execPath, [command, 'doctor', ...args], { env: { PATH, ...house.environment(variables) } }, (error, out, err) => resolve({ code: error ? (error.code as number) : 0, out, err }));
    });

  it('tells on a page what an administrator would want to know, and ends with 2 while something is wrong', async () => {
    await house.administrator.groups.addMember('GROUP_ALFRESCO_ADMINISTRATORS', 'bannette-svc');
    const { code, out, err } = await run(['--user', 'admin'], { ALFRESCO_ADMIN_PASSWORD: 'admin' });
    await house.administrator.groups.removeMember('GROUP_ALFRESCO_ADMINISTRATORS', 'bannette-svc');
    expect([code, err]).toEqual([2, '']);
    expect(out).toContain('ERROR   Accounts and rights: bannette-svc is an administrator of Alfresco.');
    expect(out.split('\n').every((line) => line.length < 400)).toBeTrue();
  }, 60_000);

  it('writes the same as JSON, for programs', async () => {
    const { out } = await run(['--json']);
    const report = JSON.parse(out) as Report;
    expect(report.checks.find(({ check }) => check === 'places')).toEqual({ check: 'places', area: 'rights', outcome: 'well', findings: [] });
  }, 60_000);

  it('takes the administrator’s password from a file, and refuses to do without one', async () => {
    const file = join(house.dataDir, 'admin.password');
    await writeFile(file, 'wrong\n', { mode: 0o600 });
    expect((await run(['--user', 'admin', '--password-file', file])).out).toContain('Alfresco refuses the account admin or its password.');
    const without = await run(['--user', 'admin']);
    expect([without.code, without.out]).toEqual([2, '']);
  }, 60_000);

  it('finds that all is well where all is well', async () => {
    const { administrator: admin, store } = house;
    await publishDefaults(store, 'default');
    const settings = await liveSettings(store, 'default').settings();
    await install(admin, await installOptions(settings, 'default', 'bannette-svc'), house.dataDir);
    const running = await house.serve();
    await store.db.insertInto('journal_verification').values({ intact: true, anchored: true, last_seq: 1 }).execute();
    const newest = await admin.nodes.get((await findLibrary(admin)) ?? '');
    // What a search index would add, and what a proxy would keep from people.
    const found = JSON.stringify({ list: { pagination: { count: 1, hasMoreItems: true, skipCount: 0, maxItems: 100 }, entries: [{ entry: { ...newest, nodeType: newest.type, aspectNames: [], properties: {}, createdByUser: { id: 'admin' }, modifiedByUser: { id: 'admin' } } }] } });
    const indexed = await between(house.alfrescoUrl, { answers: ({ path, body }, reply) => path.endsWith('/search') && body.includes('"afts"') && Boolean(reply.writeHead(200, { 'content-type': 'application/json' }).end(found)) });
    const proxy = await between(house.alfrescoUrl, { answers: ({ path }, reply) => path.includes('/api/rma') && Boolean(reply.writeHead(403).end()) });
    const report = await lookAt(house, { alfrescoUrl: indexed.url, settings, variables: { BANNETTE_PUBLIC_URL: running.url, ALFRESCO_PUBLIC_URL: proxy.url }, limits: { diskLow: 0, diskFull: 0 } });
    await Promise.all([indexed.close(), proxy.close()]);
    // The disposable server of these specs runs without fsync, and the pages may not be built.
    const ofThisMachine = ['notDurable fsync', 'workspaceNotBuilt', 'notDurable full_page_writes', 'notDurable synchronous_commit'];
    expect(told(report).filter((code) => !ofThisMachine.includes(code))).toEqual([]);
    expect(report.checks.filter(({ leftOut }) => leftOut)).toEqual([]);
  }, 120_000);
});
