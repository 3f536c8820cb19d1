import { sql } from 'kysely';
import type { Running } from '../../serve.js';
import { startTestHouse, until, type Client, type TestHouse } from '../../testing/index.js';

interface Health {
  readonly at?: string;
  readonly checks: readonly { readonly check: string; readonly outcome: string; readonly findings: readonly { readonly code: string; readonly severity: string }[] }[];
}

describe('The state of the installation', () => {
  let house: TestHouse;
  let running: Running;
  let administrator: Client;
  beforeAll(async () => {
    house = await startTestHouse();
    running = await house.serve();
    await house.administrator.groups.addMember('GROUP_GEC_ADMIN', 'clara.moreau');
    administrator = await house.client('clara.moreau', running.url);
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const look = () => administrator.post<Health>('/administration/health');
  const codes = ({ checks }: Health, name: string) => checks.find(({ check }) => check === name)?.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  const journaled = () => house.store.db.selectFrom('journal').select('data').where('type', '=', 'health.changed').orderBy('seq').execute();
  const notices = async () => (await administrator.get<{ items: { kind: string; params: { count: number } }[] }>('/notices')).items.filter(({ kind }) => kind === 'health.errors');

  it('is for administrators only', async () => {
    const other = await house.client('yann.lebrun', running.url);
    expect((await other.call('GET', '/administration/health')).status).toBe(403);
    expect((await other.call('POST', '/administration/health')).status).toBe(403);
  });

  it('is kept as it was last found, the worst first, and tells errors once', async () => {
    await look();
    const [entries, told] = [(await journaled()).length, (await notices()).length];
    await look();
    expect([(await journaled()).length, (await notices()).length]).toEqual([entries, told]);

    await house.administrator.groups.addMember('GROUP_ALFRESCO_ADMINISTRATORS', 'bannette-svc');
    const worse = await look();
    expect(codes(worse, 'serviceAccounts')).toContain('accountIsAdministrator');
    expect(worse.checks[0]?.outcome).toBe('error');
    expect(await administrator.get<Health>('/administration/health')).toEqual(worse);
    expect((await journaled()).at(-1)?.data).toEqual(jasmine.objectContaining({ came: ['serviceAccounts accountIsAdministrator'], gone: [] }) as never);
    expect([(await journaled()).length, (await notices()).length]).toEqual([entries + 1, told + 1]);
    await look();
    expect([(await journaled()).length, (await notices()).length]).toEqual([entries + 1, told + 1]);

    await house.administrator.groups.removeMember('GROUP_ALFRESCO_ADMINISTRATORS', 'bannette-svc');
    await look();
    expect((await journaled()).at(-1)?.data).toEqual(jasmine.objectContaining({ came: [], gone: ['serviceAccounts accountIsAdministrator'] }) as never);
    expect((await notices()).length).toBe(told + 1);
  }, 60_000);

  it('is looked at again every day by itself, by one job for all processes', async () => {
    const waiting = async () => (await sql<{ runAt: Date }>`select run_at as "runAt" from graphile_worker._private_jobs where key = 'doctor.examine'`.execute(house.store.db)).rows;
    expect((await waiting()).length).toBe(1);
    const { at } = await administrator.get<Health>('/administration/health');
    await house.store.transaction({ entityId: 'default', actor: 'system' }, (tx) => tx.enqueue('doctor.examine', {}, { key: 'doctor.examine' }));
    await until('the job has looked', async () => (await administrator.get<Health>('/administration/health')).at !== at);
    const [next] = await waiting();
    expect((next?.runAt.getTime() ?? 0) - Date.now()).toBeGreaterThan(23 * 3_600_000);
  }, 60_000);
});
