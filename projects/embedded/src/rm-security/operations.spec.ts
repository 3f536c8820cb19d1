import type { Client } from '../testing/client.js';
import { adminOf, personOf } from '../testing/people.js';
import { permit, planOf, roleFor } from '../testing/records.js';
import { act, accountsOf, categoryOf, eliminated, event, eventFor, recordOf } from '../testing/retention.js';
import { startTestRepository, type TestRepository } from '../testing/server.js';

/** Each operation on a record in the state in which it can be done, and the capability that it needs. */
const operations: readonly (readonly [name: string, capability: string, state: number, params: object])[] = [
  ['completeEvent', 'AddModifyEventDates', 0, { eventName: 'gec_cloture' }],
  ['undoEvent', 'AddModifyEventDates', 0, { eventName: 'gec_cloture' }],
  ['undeclareRecord', 'UndeclareRecords', 0, {}],
  ['cutoff', 'ApproveRecordsScheduledForCutoff', 1, {}],
  ['editDispositionActionAsOfDate', 'ManuallyChangeDispositionDates', 2, { asOfDate: { iso8601: '2020-01-01T00:00:00.000Z' } }],
  ['retain', 'EndRetention', 3, {}],
  ['destroy', 'DestroyRecordsScheduledForDestruction', 4, {}],
];

describe('What somebody may do with a record', () => {
  let repository: TestRepository;
  let admin: Client;
  let svc: Client;
  let place: { category: string; folder: string };
  beforeAll(async () => {
    repository = await startTestRepository();
    admin = adminOf(repository);
    await planOf(admin);
    for (const name of ['gec_cloture', 'gec_visa_elimination']) await eventFor(admin, name);
    ({ svc } = await accountsOf(repository, admin));
    place = await categoryOf(admin, 'D', eliminated);
  });
  afterAll(() => repository.dispose());

  /** A record on which the first so many things were done: use ended, cut off, its day set back, kept and given its visa. */
  async function recordAt(state: number, name: string): Promise<string> {
    const record = await recordOf(svc, place.folder, name);
    const doing = [
      () => event(svc, record, 'gec_cloture'), () => act(svc, 'cutoff', record),
      () => act(svc, 'editDispositionActionAsOfDate', record, { asOfDate: { iso8601: '2020-01-01T00:00:00.000Z' } }),
      async () => (await act(svc, 'retain', record)) + (await event(svc, record, 'gec_visa_elimination')),
    ];
    for (const one of doing.slice(0, state)) await one();
    return record;
  }

  for (const [name, capability, state, params] of operations) {
    it(`is ${name} with ${capability} and Filing, and with neither alone`, async () => {
      const [record, person] = [await recordAt(state, name), `p${name.toLowerCase()}`];
      const client = await personOf(repository, person);
      await roleFor(admin, person, `Only${name}`, ['ViewRecords', capability]);
      await permit(admin, place.category, person, 'ReadRecords');
      expect(await act(client, name, record, params)).toBe(500);
      await permit(admin, place.category, person, 'Filing');
      await admin.put(`/alfresco/s/api/rma/admin/rmroles/Only${name}`, { name: `Only${name}`, displayLabel: name, capabilities: ['ViewRecords'] });
      expect(await act(client, name, record, params)).toBe(500);
      await admin.put(`/alfresco/s/api/rma/admin/rmroles/Only${name}`, { name: `Only${name}`, displayLabel: name, capabilities: ['ViewRecords', capability] });
      expect(await act(client, name, record, params)).toBe(200);
    });
  }

  it('ends when the role is taken away', async () => {
    const record = await recordAt(1, 'taken-away');
    const client = await personOf(repository, 'former');
    await roleFor(admin, 'former', 'Former', ['ViewRecords', 'ApproveRecordsScheduledForCutoff']);
    await permit(admin, place.category, 'former');
    expect((await admin.delete('/alfresco/s/api/rm/roles/Former/authorities/former')).status).toBe(200);
    expect(await act(client, 'cutoff', record)).toBe(500);
  });

  it('is not for those who may manage neither roles nor permissions to change', async () => {
    expect((await svc.post('/alfresco/s/api/rma/admin/rmroles', { name: 'Mine', displayLabel: 'Mine', capabilities: ['DestroyRecordsScheduledForDestruction'] })).status).toBe(500);
    expect((await svc.post('/alfresco/s/api/rm/roles/BannettePurge/authorities/svc')).status).toBe(500);
    expect((await svc.post(`/alfresco/s/api/node/workspace/SpacesStore/${place.category}/rmpermissions`, { permissions: [{ authority: 'svc', role: 'Filing' }], isInherited: true })).status).toBe(500);
  });

  it('is written down, for those who may see it', async () => {
    const record = await recordAt(2, 'audited');
    const log = await admin.get(`/alfresco/s/api/node/workspace/SpacesStore/${record}/rmauditlog?size=50`);
    const events = log.body.data.entries.map((one: { event: string; userName: string }) => `${one.userName}: ${one.event}`);
    expect(events).toContain('svc: Cut Off');
    expect(events).toContain('svc: Complete Event');
    expect((await svc.get(`/alfresco/s/api/node/workspace/SpacesStore/${record}/rmauditlog`)).status).toBe(500);
  });

  it('does not keep anybody who is signed in from making, renaming and removing events, as in Alfresco', async () => {
    const anybody = await personOf(repository, 'anybody');
    const told = async (): Promise<string[]> => Object.keys((await anybody.get('/alfresco/s/api/rma/admin/rmevents')).body.data);
    await eventFor(anybody, 'theirs');
    expect(await told()).toContain('theirs');
    expect((await anybody.delete('/alfresco/s/api/rma/admin/rmevents/theirs')).status).toBe(200);
    expect(await told()).not.toContain('theirs');
    expect((await anybody.post('/alfresco/service/api/rma/admin/rmevents', { eventDisplayLabel: 'gec_cloture', eventType: 'rmEventType.simple' })).status).toBe(400);
  });
});
