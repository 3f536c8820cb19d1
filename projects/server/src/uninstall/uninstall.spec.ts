import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, findLibrary, purgeRole, serviceRole } from '@bannette/alfresco';
import { newId } from '@bannette/store';
import { createEmptyDatabase, createTestDatabase } from '@bannette/store/testing';
import { quiet, workingDay, type WorkingDay } from '../rebuild/working-day.spec-support.js';
import { keptPassword } from '../start/secrets.js';
import { alfrescoProxy, border, runBannette, signIn, startTestHouse, type TestHouse } from '../testing/index.js';

describe('An uninstallation', () => {
  let house: TestHouse;
  let day: WorkingDay;
  type Said = Promise<{ code: number | null; said: string }>;
  const run = (command: string, args: readonly string[], { variables = {}, ...more }: { variables?: { [name: string]: string }; input?: string; onStart?: (kill: () => void) => void } = {}): Said =>
    runBannette([command, ...args], { ...house.environment(variables), ALFRESCO_ADMIN_PASSWORD: 'admin' }, more);
  const uninstall = (...args: string[]): Said => run('uninstall', ['--user', 'admin', ...args]);
  const nodeIds = async (): Promise<string[]> => (await house.store.db.selectFrom('document').innerJoin('mail', 'mail.id', 'mail_id').select(['document.node_id', 'mail.node_id as folder']).where('mail.node_id', 'is not', null).execute()).flatMap(({ node_id, folder }) => [node_id ?? '', folder ?? '']);
  const enters = (account: string): Promise<boolean> => keptPassword(house.dataDir, account).then((password) => signIn(house.alfrescoUrl, account, password)).then(() => true, () => false);
  const roles = async (): Promise<string[]> => (await house.administrator.records.roles.list()).map(({ name }) => name).filter((name) => [serviceRole.name, purgeRole.name].includes(name)).sort();

  beforeAll(async () => {
    house = await startTestHouse();
    day = await workingDay(house);
    await day.running.stop();
  }, 180_000);
  afterAll(() => house?.close(), 60_000);

  it('takes Bannette’s accounts and rights away and nothing else, also after a kill; then an installation finds all again', async () => {
    const nodes = await nodeIds();
    const plan = await uninstall();
    expect(plan.code).withContext(plan.said).toBe(0);
    for (const words of ['take the role BannetteService from bannette-svc', 'delete the role BannettePurge', 'switch off bannette-purge', 'the visa event', '1 letters that nobody numbered', 'Nothing was changed']) expect(plan.said).toContain(words);
    expect([await enters('bannette-svc'), await roles()]).toEqual([true, [purgeRole.name, serviceRole.name]]);

    const running = await house.serve();
    expect(await uninstall('--apply')).toEqual({ code: 2, said: jasmine.stringContaining('stop all its processes') });
    await running.stop();

    const wire = border();
    const proxy = await alfrescoProxy(house.alfrescoUrl, wire);
    const killed = await run('uninstall', ['--user', 'admin', '--apply'], { variables: { ALFRESCO_URL: proxy.url }, onStart: (kill) => wire.watch({ wire: 'alfresco', number: 1, when: 'after', matching: /^DELETE .*rmroles/ }, kill) });
    expect(killed.code).toBeNull();
    await proxy.close();
    const rest = await uninstall('--apply');
    expect(rest.code).withContext(rest.said).toBe(0);
    expect(rest.said).not.toContain('export the journal');
    expect(await uninstall('--apply')).toEqual({ code: 0, said: jasmine.stringContaining('Nothing to change') });

    expect([await enters('bannette-svc'), await enters('bannette-purge'), await roles()]).toEqual([false, false, []]);
    for (const id of nodes) await expectAsync(house.administrator.nodes.get(id)).toBeResolved();
    expect((await house.administrator.records.events.list()).map(({ name }) => name)).toContain('gec_visa_elimination');
    expect((await house.administrator.groups.find('GROUP_GEC_S_ROUTES'))?.id).toBe('GROUP_GEC_S_ROUTES');

    const again = await run('install', ['--user', 'admin']);
    expect(again.said).toContain('let bannette-svc sign in again');
    expect(again.code).withContext(again.said).toBe(0);
    const compared = await run('rebuild', []);
    expect(compared.said).toContain('Nothing differs.');
    const open = await house.serve();
    const sophie = await house.client('sophie.martel', open.url);
    await sophie.post(`/mails/${day.ids.noted}/take`);
    await quiet(house);
    await open.stop();
  }, 180_000);

  it('leaves the journal so that anybody can recompute its chain, and a register without persons, to administrators only', async () => {
    expect((await uninstall('--apply')).code).toBe(0);
    const folder = join(house.dataDir, 'export');
    const [journal, register, report] = await Promise.all(['journal.ndjson', 'register.csv', 'journal-report.json'].map((name) => readFile(join(folder, name), 'utf8'))) as [string, string, string];
    let previous = Buffer.alloc(32);
    const lines = journal.trimEnd().split('\n').map((line) => JSON.parse(line) as { seq: number; hash: string; body: string; personal?: { salt: string; data: object } });
    for (const { hash, body, seq } of lines) {
      previous = createHash('sha256').update(previous).update(body, 'utf8').digest();
      expect(hash).withContext(String(seq)).toBe(previous.toString('hex'));
    }
    expect(JSON.parse(report)).toEqual(jasmine.objectContaining({ intact: true, entries: lines.length, last: { seq: String(lines.length), hash: previous.toString('hex') } }));
    expect(lines.some(({ personal }) => JSON.stringify(personal ?? {}).includes('Odile Vasseur'))).toBeTrue();
    expect(register.split('\n')[0]).toBe('chrono,kind,state,type,receivedAt,departureDate,registeredAt,closedAt,service,mailId,nodeId,documents');
    expect(register).toMatch(/^A-\d{4}-000001,incoming,/m);
    expect(register).not.toMatch(/Vasseur|poule/);
    expect((await stat(join(folder, 'journal.ndjson'))).mode & 0o077).toBe(0);

    const there = await house.administrator.nodes.findByPath('-root-', 'Data Dictionary/Bannette/Export/journal.ndjson');
    expect(await house.administrator.nodes.digest(there?.id ?? '', 'sha512')).toBe(createHash('sha512').update(journal).digest('hex'));
    const karim = connect({ url: house.alfrescoUrl }, { ticket: await signIn(house.alfrescoUrl, 'karim.benali') });
    await expectAsync(karim.nodes.get(there?.id ?? '')).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    await run('install', ['--user', 'admin']);
  }, 60_000);

  it('refuses while a campaign of elimination is being carried out, and names what of the records stays', async () => {
    const { db } = house.store;
    const campaign = newId();
    const visa = { approved_by: 'b', validated_by: 'a', visa_by: 'v', visa_on: '2026-01-05', visa_reference: 'AD/1', manifest_sha512: 'x', visa_manifest_sha512: 'x', cooling_until: new Date() };
    await db.insertInto('campaign').values({ id: campaign, entity_id: 'default', year: 2026, number: 900, chrono: 'ELIM-2026-900', title: 'T', state: 'stopped', until: '2026-01-01', max_items: 1, max_share: 1, max_errors: 1, cooling_days: 0, created_by: 'o', created_by_name: 'O', ...visa }).execute();
    await db.insertInto('hold').values({ id: newId(), entity_id: 'default', kind: 'litigation', title: 'T', reason: 'R', review_on: '2020-01-01', scope_kind: 'mails', created_by: 'o', created_by_name: 'O', node_id: 'n' }).execute();
    const said = await uninstall('--apply');
    expect([said.code, said.said]).toEqual([1, jasmine.stringContaining('ELIM-2026-900 is being carried out')]);
    const doctor = (await run('doctor', [])).said;
    for (const words of ['A hold should have been looked at again', 'A campaign of elimination has stopped']) expect(doctor).toContain(words);
    await db.updateTable('campaign').set({ state: 'cancelled' }).where('id', '=', campaign).execute();
    expect((await uninstall()).said).toContain('1 holds go on in Governance Services');
    await db.deleteFrom('hold').where('node_id', '=', 'n').execute();
  }, 120_000);

  it('removes groups only where nobody is in them and no mail names them', async () => {
    const { said } = await uninstall('--groups');
    for (const words of ['GROUP_GEC_S_ROUTES: people are in it', 'GROUP_GEC_S_FINANCES: people are in it', 'delete GROUP_GEC_S_EST__C_ASE,']) expect(said).toContain(words);
    await house.administrator.groups.create({ id: 'GROUP_GEC_S_OTHERS', label: 'Others', parents: [] });
    expect((await uninstall('--groups', '--apply')).code).toBe(0);
    expect([await house.administrator.groups.find('GROUP_GEC_S_EST__C_ASE'), (await house.administrator.groups.find('GROUP_GEC_S_OTHERS'))?.label]).toEqual([undefined, 'Others']);
    expect((await run('install', ['--user', 'admin'])).said).toContain('make GROUP_GEC_S_EST__C_ASE');
  }, 120_000);

  it('takes no role or account that is another’s', async () => {
    const { records, people } = house.administrator;
    await people.create({ id: 'robot', firstName: 'Robot', email: 'robot@example.org', password: 'robot-1' });
    await records.roles.assign(serviceRole.name, 'robot');
    const { said } = await run('uninstall', ['--user', 'admin', '--apply'], { variables: { ALFRESCO_USER: 'robot' } });
    expect(said).toContain('the account robot: installation did not make it');
    expect((await people.find('robot'))?.enabled).toBeTrue();
    await run('install', ['--user', 'admin']);
    await records.roles.assign(serviceRole.name, 'robot');
    expect((await uninstall('--apply')).said).toContain('the role BannetteService: others have it too');
    expect(await roles()).toEqual([serviceRole.name]);
    await records.roles.unassign(serviceRole.name, 'robot');
    await run('install', ['--user', 'admin']);
  }, 120_000);

  it('drops a database only under its typed name, and when it holds no letter alone; nodes then give the mails back', async () => {
    expect(await uninstall('--drop-database', '--apply')).toEqual({ code: 1, said: jasmine.stringContaining('letters that nobody numbered are known to it alone') });
    const spare = await createTestDatabase();
    const name = new URL(spare.url).pathname.slice(1);
    const drop = (input: string): Said => run('uninstall', ['--user', 'admin', '--apply', '--drop-database'], { variables: { DATABASE_URL: spare.url }, input });
    expect(await drop('yes\n')).toEqual({ code: 1, said: jasmine.stringContaining('That is not its name. Nothing was changed.') });
    expect(await enters('bannette-svc')).toBeTrue();
    expect((await drop(`${name}\n`)).said).toContain(`drop the database ${name}, for good`);
    expect((await run('doctor', [], { variables: { DATABASE_URL: spare.url } })).said).toContain('3D000');
    await run('install', ['--user', 'admin']);

    const fresh = await createEmptyDatabase();
    await run('install', ['--user', 'admin'], { variables: { DATABASE_URL: fresh.url } });
    const back = await run('rebuild', ['--apply'], { variables: { DATABASE_URL: fresh.url } });
    expect(back.said).toMatch(/^13 rowMissing/m);
    expect((await run('rebuild', [], { variables: { DATABASE_URL: fresh.url } })).said).toContain('Nothing differs.');
    await fresh.drop();
    expect(await findLibrary(house.administrator)).toBeDefined();
  }, 120_000);
});
