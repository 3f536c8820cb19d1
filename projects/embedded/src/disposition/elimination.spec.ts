import type { Client } from '../testing/client.js';
import { adminOf } from '../testing/people.js';
import { planOf } from '../testing/records.js';
import { accountsOf, act, categoryOf, eliminated, event, eventFor, next, recordOf } from '../testing/retention.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

describe('A record that is eliminated when its time is over and its visa given', () => {
  let repository: TestRepository;
  let admin: Client;
  let svc: Client;
  let pg: Client;
  let folder: string;
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    await planOf(admin);
    for (const name of ['gec_cloture', 'gec_visa_elimination']) await eventFor(admin, name);
    ({ svc, pg } = await accountsOf(repository, admin));
    ({ folder } = await categoryOf(admin, 'D', eliminated));
  });
  afterAll(() => repository.dispose());

  const properties = async (id: string): Promise<Record<string, unknown>> => (await admin.get(`nodes/${id}`)).body.entry.properties;
  const waitingForVisa = async (name: string, versions = 1): Promise<string> => {
    const record = await recordOf(svc, folder, name, versions);
    expect([await event(svc, record, 'gec_cloture'), await act(svc, 'cutoff', record)]).toEqual([200, 200]);
    expect(await act(svc, 'editDispositionActionAsOfDate', record, { asOfDate: { iso8601: '2025-12-31T00:00:00.000Z' } })).toBe(200);
    expect(await act(svc, 'retain', record)).toBe(200);
    return record;
  };

  it('waits for the event, is cut off, and is then kept for ten years', async () => {
    const record = await recordOf(svc, folder, 'kept');
    expect(await next(svc, record)).toEqual(jasmine.objectContaining({ name: 'cutoff', eventsEligible: false }));
    expect(await act(svc, 'cutoff', record)).toBe(500);
    expect(await event(svc, record, 'gec_cloture')).toBe(200);
    expect(await act(svc, 'cutoff', record)).toBe(200);
    const cut = String((await properties(record))['rma:cutOffDate']);
    const { name, asOf } = await next(svc, record);
    expect(name).toBe('retain');
    expect(asOf?.slice(0, 4)).toBe(String(Number(cut.slice(0, 4)) + 10));
    expect(asOf?.slice(4, 23)).toBe(cut.slice(4, 23));
    expect(await act(svc, 'retain', record)).toBe(500);
    expect(await act(pg, 'destroy', record)).toBe(500);
    expect((await svc.get(`nodes/${record}/content`)).status).toBe(200);
  });

  it('has its day counted anew when its cut-off date is set back, and no date is taken away', async () => {
    const record = await recordOf(svc, folder, 'backlog');
    await event(svc, record, 'gec_cloture');
    await act(svc, 'cutoff', record);
    expect((await svc.put(`nodes/${record}`, { properties: { 'rma:cutOffDate': '2015-12-31T00:00:00.000+0000' } })).status).toBe(200);
    expect(await next(svc, record)).toEqual(jasmine.objectContaining({ asOf: '2025-12-31T00:00:00.000Z', eventsEligible: true }));
    expect((await properties(record))['rma:recordSearchDispositionActionAsOf']).toBe('2025-12-31T00:00:00.000+0000');
    expect((await svc.put(`nodes/${record}`, { properties: { 'rma:cutOffDate': null } })).status).toBe(500);
    expect((await properties(record))['rma:cutOffDate']).toBe('2015-12-31T00:00:00.000+0000');
    expect(await act(svc, 'retain', record)).toBe(200);
  });

  it('is destroyed by nobody without the visa, not even by an administrator, and has no day that could be set', async () => {
    const record = await waitingForVisa('no-visa');
    expect(await next(svc, record)).toEqual(jasmine.objectContaining({ name: 'destroy', eventsEligible: false }));
    expect((await next(svc, record)).asOf).toBeUndefined();
    expect([await act(pg, 'destroy', record), await act(svc, 'destroy', record), await act(admin, 'destroy', record)]).toEqual([500, 500, 500]);
    expect(await act(admin, 'editDispositionActionAsOfDate', record, { asOfDate: { iso8601: '2020-01-01T00:00:00.000Z' } })).toBe(500);
    expect((await admin.get(`nodes/${record}/content`)).status).toBe(200);
  });

  it('is given its visa by the service account only, and destroyed by the purge account only', async () => {
    const record = await waitingForVisa('two-hands');
    expect(await event(pg, record, 'gec_visa_elimination')).toBe(500);
    expect(await event(svc, record, 'gec_visa_elimination')).toBe(200);
    expect(await act(svc, 'destroy', record)).toBe(500);
    expect((await pg.delete(`nodes/${record}`)).status).toBe(403);
    expect(await act(pg, 'destroy', record)).toBe(200);
    expect(await act(pg, 'destroy', record)).toBe(500);
  });

  it('is closed to destruction again when the visa is withdrawn', async () => {
    const record = await waitingForVisa('withdrawn');
    await event(svc, record, 'gec_visa_elimination');
    expect(await act(svc, 'undoEvent', record, { eventName: 'gec_visa_elimination' })).toBe(200);
    expect(await act(pg, 'destroy', record)).toBe(500);
    expect(await event(svc, record, 'gec_visa_elimination')).toBe(200);
    expect(await act(pg, 'destroy', record)).toBe(200);
  });

  it('leaves a tombstone: description without bytes, no place in its mail', async () => {
    const record = await waitingForVisa('tombstone');
    const mail = (await admin.get(`nodes/${record}/parents`)).body.list.entries.map((one: { entry: { id: string } }) => one.entry.id).find((id: string) => id !== folder);
    await event(svc, record, 'gec_visa_elimination');
    expect(await act(pg, 'destroy', record)).toBe(200);
    const { entry } = (await admin.get(`nodes/${record}`)).body;
    expect(entry.aspectNames).toContain('rma:ghosted');
    expect(entry.content).toBeUndefined();
    expect(entry.properties['rma:origionalName']).toBe('tombstone.txt');
    expect((await admin.get(`nodes/${record}/content`)).status).toBe(404);
    expect((await admin.get(`nodes/${mail}/children`)).body.list.entries).toEqual([]);
    expect((await admin.get(`deleted-nodes/${record}`)).status).toBe(404);
    expect((await svc.put(`nodes/${record}`, { properties: { 'cm:title': 'scrubbed' } })).status).toBe(403);
    expect((await svc.put(`nodes/${record}`, { properties: { 'rma:location': 'box 1' } })).status).toBe(200);
  });

  it('leaves the bytes of its older versions readable: who wants them gone prunes them before', async () => {
    const record = await waitingForVisa('versions', 2);
    await event(svc, record, 'gec_visa_elimination');
    expect(await act(pg, 'destroy', record)).toBe(200);
    expect((await admin.get(`nodes/${record}/versions/1.1/content`)).status).toBe(404);
    const older = await admin.get(`nodes/${record}/versions/1.0/content`);
    expect([older.status, older.text]).toEqual([200, 'version 1']);
  });

  it('is destroyed once, however many ask at once', async () => {
    const record = await waitingForVisa('at-once');
    await event(svc, record, 'gec_visa_elimination');
    const answers = await Promise.all([1, 2, 3].map(() => act(pg, 'destroy', record)));
    expect(answers.sort()).toEqual([200, 500, 500]);
  });

  it('is vetoed by a hold, visa or not', async () => {
    const record = await waitingForVisa('held');
    await event(svc, record, 'gec_visa_elimination');
    const gs = '/alfresco/api/-default-/public/gs/versions/1';
    const hold = (await admin.post(`${gs}/file-plans/-filePlan-/holds`, { name: 'litigation', description: 'case', reason: 'case' })).body.entry.id;
    expect((await admin.post(`${gs}/holds/${hold}/children`, { id: record })).status).toBe(201);
    expect([await act(pg, 'destroy', record), await act(admin, 'destroy', record)]).toEqual([500, 500]);
    expect((await admin.delete(`${gs}/holds/${hold}/children/${record}`)).status).toBe(204);
    expect(await act(pg, 'destroy', record)).toBe(200);
  });

  it('is found by what is due, before an index knows it', async () => {
    const record = await recordOf(svc, folder, 'due');
    await event(svc, record, 'gec_cloture');
    await act(svc, 'cutoff', record);
    await svc.put(`nodes/${record}`, { properties: { 'rma:cutOffDate': '2003-12-31T00:00:00.000+0000' } });
    const due = async (day: string): Promise<string[]> => {
      const found = await svc.search(`select * from rma:dispositionAction where rma:dispositionAsOf < TIMESTAMP '${day}T00:00:00.000Z'`, 'cmis', { include: ['properties'] });
      return found.body.list.entries.map((one: { entry: { parentId: string } }) => one.entry.parentId);
    };
    expect(await due('2014-01-01')).toEqual([record]);
    expect(await due('2013-12-31')).toEqual([]);
  });

  it('is where it was after a restart', async () => {
    const record = await waitingForVisa('restart');
    await event(svc, record, 'gec_visa_elimination');
    await repository.restart();
    expect(await next(svc, record)).toEqual(jasmine.objectContaining({ name: 'destroy', eventsEligible: true }));
    expect(await act(pg, 'destroy', record)).toBe(200);
    await repository.restart();
    expect((await next(svc, record)).notFound).toBeTrue();
    expect((await admin.get(`nodes/${record}/content`)).status).toBe(404);
  });
});
