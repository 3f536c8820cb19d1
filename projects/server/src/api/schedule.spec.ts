import type { ProblemBody, SchedulePlan, ScheduleContent, ScheduleDifference, ScheduleOverview, ScheduleSimulation, ScheduleVersion } from '@bannette/http';
import { rowDrift } from '@bannette/retention';
import { newId } from '@bannette/store';
import type { Running } from '../serve.js';
import { clientOf, signIn, startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';

describe('The retention schedule', () => {
  let house: TestHouse;
  let running: Running;
  let odile: Client;
  let dpo: Client;
  let admin: Client;
  beforeAll(async () => {
    house = await startTestHouse();
    running = await house.serve();
    odile = await house.client('odile.charpentier', running.url);
    dpo = await house.client('karim.benali', running.url);
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  const open = async (): Promise<ScheduleContent> => {
    const { versions } = await odile.get<ScheduleOverview>('/schedule');
    const found = versions.find(({ state }) => state === 'draft' || state === 'agreed') ?? (await odile.post<ScheduleVersion>('/schedule/versions'));
    return odile.get(`/schedule/versions/${found.id}`);
  };
  const discard = async (): Promise<void> => {
    const { version } = await open();
    await odile.call('POST', `/schedule/versions/${version.id}/discard`, { revision: version.revision });
  };
  const problem = async (client: Client, method: string, path: string, body?: object): Promise<string> => {
    const answer = await client.call<ProblemBody | undefined>(method, path, body);
    return `${answer.status} ${answer.body?.code ?? ''}`.trim();
  };
  const change = (version: ScheduleVersion, changes: readonly object[], title?: string) => odile.call<ScheduleContent & ProblemBody>('PUT', `/schedule/versions/${version.id}`, { revision: version.revision, changes, title });
  const rowOf = ({ rows }: ScheduleContent, code: string) => {
    const { agreed: _, ...row } = rows.find((each) => each.code === code)!;
    return row;
  };
  const closedMail = async (row: string, day: string): Promise<string> => {
    const id = newId();
    const at = new Date(`${day}T10:00:00Z`);
    await house.store.db.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'closed', channel: 'post', proposals: '{}', read_text: '', copies: [], confidentiality: 0, readers: [], listers: [], service: 'ROUTES', schedule_row: row, registered_at: at, closed_at: at, retention_trigger: day, retention_due: `${Number(day.slice(0, 4)) + 5}${day.slice(4).replace('02-29', '02-28')}` } as never).execute();
    return id;
  };

  it('is drafted row by row, agreed, simulated and brought into force; due days follow', async () => {
    const first = (await odile.get<ScheduleOverview>('/schedule')).versions.find(({ state }) => state === 'inForce');
    const agreedBefore = first?.agreedRows ?? 0;
    const mails = [await closedMail('REC-01', '2024-02-29'), await closedMail('REC-01', '2023-05-10')];

    const draft = await open();
    expect(await problem(odile, 'POST', '/schedule/versions', {})).toBe('409 draftOpen');
    const row = rowOf(draft, 'REC-01');
    expect([row.years, row.trigger]).toEqual([5, 'CLOTURE']);
    const changed = await change(draft.version, [{ was: 'REC-01', row: { ...row, years: 3, currentUseYears: 1, personalData: 'ordinary', personalDataYears: 2 } }, { row: { ...row, code: 'NEW-01' } }]);
    expect([changed.status, changed.body.flaws]).toEqual([200, []]);
    expect((await change(draft.version, [])).body.code).toBe('staleSchedule');
    expect((await change(changed.body.version, [{ row: { ...row, code: 'new-01' } }])).body.code).toBe('rowCodeTaken');

    const broken = await change(changed.body.version, [{ was: 'REC-01' }]);
    expect(broken.body.flaws.map(({ code }) => code)).toEqual(jasmine.arrayContaining(['inUse', 'hasMails']));
    const agreement = { by: 'Archives départementales', on: '2026-01-05', reference: 'AD/2026/4' };
    expect(await problem(odile, 'POST', `/schedule/versions/${draft.version.id}/agree`, { revision: broken.body.version.revision, ...agreement })).toBe('422 scheduleFlawed');
    const mended = await change(broken.body.version, [{ row: { ...row, years: 3, currentUseYears: 1 } }]);
    expect(mended.body.flaws).toEqual([]);

    const path = `/schedule/versions/${draft.version.id}`;
    expect((await odile.call('POST', `${path}/simulation`)).status).toBe(202);
    const counted = await until('the effect is counted', async () => {
      const found = await dpo.get<ScheduleSimulation>(`${path}/simulation`);
      return found.state === 'done' && found;
    });
    expect(counted.current).toBeTrue();
    expect(counted.effect).toEqual(jasmine.objectContaining({ mails: 2, earlier: 2, later: 0, parts: [{ row: 'REC-01', service: 'ROUTES', how: 'earlier', years: 2, mails: 2 }] }));
    expect((await house.store.db.selectFrom('mail').select('retention_due').where('id', '=', mails[0]!).executeTakeFirst())?.retention_due).toBe('2029-02-28');

    expect(await problem(odile, 'POST', `${path}/enforce`, { revision: mended.body.version.revision })).toBe('409 scheduleState');
    expect(await problem(odile, 'POST', `${path}/agree`, { revision: mended.body.version.revision, ...agreement, on: '2999-01-01' })).toBe('422 dayInFuture');
    const agreed = await odile.post<ScheduleVersion>(`${path}/agree`, { revision: mended.body.version.revision, ...agreement, rows: ['REC-01', 'NEW-01'] });
    expect([agreed.state, agreed.agreedRows]).toEqual(['agreed', agreedBefore + 2]);
    expect((await change(agreed, [{ was: 'NEW-01' }])).body.code).toBe('scheduleState');
    const enforced = await odile.post<ScheduleVersion>(`${path}/enforce`, { revision: agreed.revision });
    expect([enforced.state, enforced.number]).toEqual(['inForce', draft.version.number]);

    const settings = await until('it is in force', async () => {
      const { schedule } = await running.house.settings();
      return schedule.rows.some(({ code }) => code === 'NEW-01') && schedule;
    });
    expect(settings.rows.find(({ code }) => code === 'REC-01')).toEqual(jasmine.objectContaining({ years: 3, agreed: agreement }));
    expect(settings.rows.filter((each) => each.agreed).length).toBe(agreedBefore + 2);
    const days = await until('due days follow', async () => {
      const rows = await house.store.db.selectFrom('mail').select('retention_due').where('id', 'in', mails).orderBy('retention_due').execute();
      return rows[0]?.retention_due !== '2028-05-10' && rows.every(({ retention_due }) => (retention_due ?? '') < '2028') && rows.map(({ retention_due }) => retention_due);
    });
    expect(days).toEqual(['2026-05-10', '2027-02-28']);
    const { versions } = await odile.get<ScheduleOverview>('/schedule');
    expect(versions.slice(0, 2).map(({ id, state }) => `${id} ${state}`)).toEqual([`${enforced.id} inForce`, `${first?.id} superseded`]);
    expect((await change(enforced, [])).body.code).toBe('scheduleState');
    const told = await house.store.db.selectFrom('journal').select('type').where('subject_kind', '=', 'schedule').where('subject_id', '=', enforced.id).orderBy('seq').execute();
    expect(told.map(({ type }) => type)).toEqual(['schedule.drafted', 'schedule.changed', 'schedule.changed', 'schedule.changed', 'schedule.agreed', 'schedule.enforced']);
  }, 60_000);

  it('goes out as a file and comes back, and nothing of a file that can’t be read is taken', async () => {
    const { version, rows } = await open();
    const path = `/schedule/versions/${version.id}`;
    const text = await (await fetch(`${running.url}/bannette/api/v1${path}/file`, { headers: { authorization: `Basic ${Buffer.from(odile.ticket).toString('base64')}` } })).text();
    type Imported = { flaws: { line: number; column: string; code: string }[]; applied: boolean; rows: number; difference: ScheduleDifference; version: ScheduleVersion };
    const take = (csv: string, more: object = {}) => odile.post<Imported>(`${path}/import`, { revision: version.revision, text: csv, ...more });
    const same = await take(text);
    expect([same.flaws, same.applied, same.rows, same.difference.same]).toEqual([[], false, rows.length, rows.length]);
    const bad = await take(`${text}BAD-01;;x;;CLOTURE;D;;;;;;;;\r\n`, { dryRun: false });
    expect([bad.applied, bad.flaws.map(({ line, column, code }) => `${line} ${column} ${code}`), bad.version.revision]).toEqual([false, [`${rows.length + 2} intitule missing`, `${rows.length + 2} dua_annees notYears`], version.revision]);
    const more = await take('code,intitule,dua_annees,declencheur,sort_final\nREC-01,Plaintes,4,CLOTURE,D\nADD-01,Autres,1,FIN_ANNEE,T\n', { mode: 'merge', dryRun: false });
    expect([more.applied, more.difference.added.map(({ code }) => code), more.difference.removed.length]).toEqual([true, ['ADD-01'], 0]);
    const after = await open();
    expect(after.rows.find(({ code }) => code === 'REC-01')).toEqual(jasmine.objectContaining({ years: 4 }));
    expect(after.rows.find(({ code }) => code === 'REC-01')?.agreed).withContext('the archives never agreed to this').toBeUndefined();
    const inForce = (await odile.get<ScheduleOverview>('/schedule')).versions.find(({ state }) => state === 'inForce')!;
    const difference = await dpo.get<ScheduleDifference>(`/schedule/versions/${inForce.id}/comparison?with=${after.version.id}`);
    expect(difference.added.map(({ code }) => code)).toEqual(['ADD-01']);
    await discard();
  }, 60_000);

  it('has its categories written by an administrator of Alfresco alone, and tells where they differ', async () => {
    const { schedule } = await running.house.settings();
    const { version } = await open();
    const agreed = await odile.post<ScheduleVersion>(`/schedule/versions/${version.id}/agree`, { revision: version.revision, by: 'Archives départementales', on: '2026-02-01', reference: 'AD/2026/9', rows: ['CHR-01'] });
    await odile.post(`/schedule/versions/${version.id}/enforce`, { revision: agreed.revision });
    await until('CHR-01 is agreed', async () => (await running.house.settings()).schedule.rows.some((row) => row.code === 'CHR-01' && row.agreed));
    expect(schedule.rows.some((row) => row.code === 'CHR-01' && row.agreed)).toBeFalse();
    const plan = await odile.post<SchedulePlan>('/schedule/plan/compare');
    const drift = ({ rows }: SchedulePlan, code: string) => rows.find((row) => row.code === code)?.drift.map(({ code: what }) => what);
    expect(plan.problem).toBeUndefined();
    expect([drift(plan, 'CHR-01'), drift(plan, 'CHR-02')]).toEqual([['scheduleMissing'], ['notAgreed']]);
    expect((await rowDrift(running.house, 'CHR-01')).map(({ code }) => code)).toEqual(['scheduleMissing']);

    expect(await problem(odile, 'POST', '/schedule/plan/apply')).toBe('403 forbidden');
    await house.administrator.groups.addMember('GROUP_GEC_ADMIN', 'yann.lebrun');
    expect(await problem(await house.client('yann.lebrun', running.url), 'POST', '/schedule/plan/apply')).toBe('403 notAlfrescoAdministrator');
    const wanted = await admin.get<{ steps: { action: string; subject: string }[] }>('/schedule/plan/steps');
    expect(wanted.steps.map(({ action }) => action)).toContain('writeSchedule');
    const done = await admin.post<typeof wanted>('/schedule/plan/apply');
    expect(done.steps).toEqual(wanted.steps);
    expect(drift(await odile.get<SchedulePlan>('/schedule/plan'), 'CHR-01')).toEqual([]);
    expect(await rowDrift(running.house, 'CHR-01')).toEqual([]);
    expect((await admin.post<typeof wanted>('/schedule/plan/apply')).steps).toEqual([]);
    const told = await house.store.db.selectFrom('journal').select('actor').where('type', '=', 'schedule.planApplied').execute();
    expect(told).toEqual([{ actor: 'admin' }]);
  }, 60_000);

  it('is read by those whom it concerns, and changed by the archives alone', async () => {
    const { version } = await open();
    const rooms: string[] = [];
    for (const who of ['clara.moreau', 'ines.kaci', 'hortense.aubry', 'marc.delmas', 'bertrand.lacaze', 'karim.benali']) {
      const client = await house.client(who, running.url);
      const statuses = [];
      for (const [method, path, body] of [['GET', '/schedule', undefined], ['GET', `/schedule/versions/${version.id}`, undefined], ['GET', '/schedule/plan', undefined], ['PUT', `/schedule/versions/${version.id}`, { revision: version.revision, changes: [] }], ['POST', `/schedule/versions/${version.id}/simulation`, undefined], ['POST', `/schedule/versions/${version.id}/discard`, { revision: version.revision }]] as const) statuses.push((await client.call(method, path, body)).status);
      rooms.push(`${who} ${statuses.join(' ')}`);
    }
    expect(rooms).toEqual(['clara.moreau 403 404 403 404 404 404', 'ines.kaci 403 404 403 404 404 404', 'hortense.aubry 403 403 403 403 403 403', 'marc.delmas 200 200 200 403 403 403', 'bertrand.lacaze 200 200 200 403 403 403', 'karim.benali 200 200 200 403 403 403']);
    const { versions } = await admin.get<{ versions: { [kind: string]: number } }>('/settings');
    expect(await problem(admin, 'PUT', '/settings/schedule', { data: { title: 'x', rows: [] }, comment: 'x', basedOn: versions.schedule })).toBe('409 scheduleHasVersions');
    await discard();
  }, 60_000);
});
