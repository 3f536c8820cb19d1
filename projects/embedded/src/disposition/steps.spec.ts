import { folderOf } from '../testing/people.js';
import type { Client } from '../testing/client.js';
import { adminOf } from '../testing/people.js';
import { GS, planOf } from '../testing/records.js';
import { accountsOf, act, categoryOf, eliminated, event, eventFor, next, recordOf } from '../testing/retention.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('The steps of a retention schedule', () => {
  let repository: TestRepository;
  let admin: Client;
  let svc: Client;
  let pg: Client;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    await planOf(admin);
    for (const name of ['gec_cloture', 'gec_visa_elimination']) await eventFor(admin, name);
    ({ svc, pg } = await accountsOf(repository, admin));
  });
  afterAll(() => repository.dispose());

  const both = { name: 'cutoff', description: 'both', events: ['gec_cloture', 'gec_visa_elimination'], eligibleOnFirstCompleteEvent: false };
  const step = (schedule: string, body: object) => admin.post(`${GS}/retention-schedules/${schedule}/retention-steps`, body);

  it('wait for all their events when a webscript made them so', async () => {
    const { folder } = await categoryOf(admin, 'all by webscript', [both]);
    const record = await recordOf(svc, folder, 'all');
    await event(svc, record, 'gec_cloture');
    expect((await next(svc, record)).eventsEligible).toBeFalse();
    expect(await act(svc, 'cutoff', record)).toBe(500);
    await event(svc, record, 'gec_visa_elimination');
    expect(await act(svc, 'cutoff', record)).toBe(200);
  });

  it('wait for one of them when the REST API was asked for all', async () => {
    const { folder, schedule } = await categoryOf(admin, 'all by REST', []);
    const made = await step(schedule, { ...both, period: 'none', periodProperty: 'cm:created' });
    expect([made.status, made.body.entry.eligibleOnFirstCompleteEvent]).toEqual([201, true]);
    const record = await recordOf(svc, folder, 'one');
    await event(svc, record, 'gec_cloture');
    expect(await act(svc, 'cutoff', record)).toBe(200);
  });

  it('begin with cut-off or retain, come once each but for transfers, and end with destruction', async () => {
    const { schedule } = await categoryOf(admin, 'order', []);
    const given = { description: 'step', period: 'immediately', periodProperty: 'cm:created', events: [] };
    const statuses: number[] = [];
    for (const name of ['transfer', 'cutoff', 'cutoff', 'transfer', 'transfer', 'destroyNode', 'accession']) statuses.push((await step(schedule, { ...given, name })).status);
    expect(statuses).toEqual([422, 201, 409, 201, 201, 201, 409]);
    const listed = (await admin.get(`${GS}/retention-schedules/${schedule}/retention-steps`)).body.list.entries;
    expect(listed.map((one: { entry: { name: string; index: number } }) => [one.entry.name, one.entry.index])).toEqual([['cutoff', 0], ['transfer', 1], ['transfer', 2], ['destroy', 3]]);
  });

  it('are refused with a period, a property or an event that nobody knows; without one, Alfresco falls over', async () => {
    const { schedule } = await categoryOf(admin, 'values', []);
    const given = { name: 'cutoff', description: 'step', period: 'none', periodProperty: 'cm:created', events: ['gec_cloture'] };
    const statuses: number[] = [];
    for (const change of [{ period: 'someday' }, { periodProperty: 'cm:nosuch' }, { events: ['nosuch'] }, { period: undefined }, { periodProperty: undefined }, { combineRetentionStepConditions: true }]) statuses.push((await step(schedule, { ...given, ...change })).status);
    expect(statuses).toEqual([400, 400, 400, 500, 500, 400]);
  });

  it('may be one alone: kept, then free to move to where it is eliminated', async () => {
    const kept = await categoryOf(admin, 'sorted later', [{ name: 'retain', description: 'kept', period: 'year|10', periodProperty: 'rma:dateFiled' }]);
    const bad = await categoryOf(admin, 'sorted out', [{ name: 'retain', description: 'at once', period: 'immediately|0', periodProperty: 'cm:created' }, ...eliminated.slice(2)]);
    const record = await recordOf(svc, kept.folder, 'sample');
    expect(await act(svc, 'editDispositionActionAsOfDate', record, { asOfDate: { iso8601: '2025-12-31T00:00:00.000Z' } })).toBe(200);
    expect(await act(svc, 'retain', record)).toBe(200);
    expect((await next(svc, record)).notFound).toBeTrue();
    expect((await svc.post(`nodes/${record}/move`, { targetParentId: bad.folder })).status).toBe(200);
    expect(await next(svc, record)).toEqual(jasmine.objectContaining({ name: 'retain', eventsEligible: true }));
    expect(await act(svc, 'retain', record)).toBe(200);
    expect(await event(svc, record, 'gec_visa_elimination')).toBe(200);
    expect(await act(pg, 'destroy', record)).toBe(200);
  });

  it('keep a record that was cut off where it is', async () => {
    const { folder } = await categoryOf(admin, 'stays', [both]);
    const other = await categoryOf(admin, 'elsewhere', [both]);
    const record = await recordOf(svc, folder, 'cut');
    for (const name of both.events) await event(svc, record, name);
    await act(svc, 'cutoff', record);
    expect((await svc.post(`nodes/${record}/move`, { targetParentId: other.folder })).status).toBe(403);
    expect(await act(admin, 'unCutoff', record)).toBe(500);
    expect((await admin.get(`nodes/${record}`)).body.entry.properties['rma:cutOffDate']).toBeDefined();
  });

  it('are lived by the folder as a whole where the schedule is for folders', async () => {
    const { folder } = await categoryOf(admin, 'folders', [{ name: 'cutoff', description: 'now', period: 'immediately|0', periodProperty: 'cm:created' }, { name: 'destroy', description: 'now', period: 'immediately|0', periodProperty: 'rma:cutOffDate', ghostOnDestroy: 'ghost' }], false);
    const record = await recordOf(svc, folder, 'in a folder');
    expect((await next(svc, record)).notFound).toBeTrue();
    expect((await svc.get(`nodes/${folder}/children`)).body.list.entries.length).toBe(1);
    expect(await act(svc, 'cutoff', record)).toBe(500);
    expect(await act(svc, 'cutoff', folder)).toBe(200);
    expect((await admin.post(`${GS}/record-folders/${folder}/records`, { name: 'late', nodeType: 'cm:content' })).status).toBe(422);
    expect(await act(pg, 'destroy', folder)).toBe(200);
    expect((await admin.get(`nodes/${record}/content`)).status).toBe(404);
  });

  it('leave documents outside the file plan alone', async () => {
    const outside = await folderOf(admin, 'outside');
    expect(await act(admin, 'cutoff', outside)).toBe(500);
    expect(await act(admin, 'explode', outside)).toBe(500);
    expect(await act(admin, 'cutoff', '00000000-0000-0000-0000-000000000000')).toBe(404);
  });
});
