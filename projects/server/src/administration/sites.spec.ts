import type { Retirement } from '@bannette/http';
import type { Settings } from '@bannette/domain';
import type { Running } from '../serve.js';
import { clientOf, signIn, startTestHouse, until, type Client, type TestHouse } from '../testing/index.js';
import { prepareArrivals, type Arrivals } from '../rights/sites.spec-support.js';

type Published = { readonly settings: Settings; readonly versions: { readonly [kind: string]: number } };
type Refusal = { readonly code: string };

describe('Sites and services that change', () => {
  let house: TestHouse;
  let running: Running;
  let admin: Client;
  let paul: Client;
  let clara: Client;
  let gaelle: Client;
  let arrivals: readonly Arrivals[];

  beforeEach(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
    [paul, clara, gaelle] = await Promise.all((['paul.renard', 'clara.moreau', 'gaelle.kerouan'] as const).map((id) => house.client(id, running.url))) as [Client, Client, Client];
    arrivals = await prepareArrivals(running.house);
  }, 120_000);
  afterEach(() => house.close(), 60_000);

  const published = () => admin.get<Published>('/settings');
  const row = (id: string) => house.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const of = (place: string): Arrivals => arrivals.find((each) => each.place === place)!;
  const retire = async (code: string, trays: { readonly [tray: string]: string }, by = admin, older = 0) => {
    const { versions } = await published();
    return by.call<Refusal>('POST', `/administration/services/${code}/retire`, { trays, comment: 'réorganisation', basedOn: { services: (versions['services'] ?? 0) - older, rules: versions['rules'] } });
  };

  it('leave nothing without a mail room: what waits at a site that gives its own up goes to the central one, what is distributed stays', async () => {
    const { settings, versions } = await published();
    const { mails, deposit, box, batch, quarantined } = of('BREVELLES');
    expect((await clara.call('GET', `/mails/${mails.toQualify}`)).status).toBe(404);
    const sites = settings.sites.map((site) => (site.code === 'BREVELLES' ? { ...site, mailRoom: false } : site));
    expect(await admin.call('PUT', '/settings/sites', { data: sites, comment: 'Brévelles ne numérise plus', basedOn: versions['sites'] })).toEqual(jasmine.objectContaining({ status: 200 }));
    await until('the central mail room has it', async () => (await row(mails.toQualify)).mail_rooms === null);
    const after = await Promise.all([mails.toQualify, mails.registered, mails.distributed].map(row));
    expect(after.map(({ readers, site }) => [site, ...readers])).toEqual([['BREVELLES', 'GROUP_GEC_COURRIER'], ['BREVELLES', 'GROUP_GEC_COURRIER'], ['BREVELLES', 'GROUP_GEC_COURRIER__BREVELLES', 'GROUP_GEC_S_NORD']]);
    for (const path of [`/mails/${mails.toQualify}`, `/mails/${mails.registered}`, `/deposits/${deposit}`, `/quarantine/${quarantined}/content`, `/boxes/${box}`]) {
      const [now, before] = await Promise.all([clara, gaelle].map(async (one) => (await fetch(`${running.url}/bannette/api/v1${path}`, { headers: { authorization: `Basic ${Buffer.from(one.ticket).toString('base64')}` } })).status));
      expect([now, before]).withContext(path).toEqual([200, 404]);
    }
    expect((await house.store.db.selectFrom('batch').select('mail_rooms').where('id', '=', batch).executeTakeFirstOrThrow()).mail_rooms).toBeNull();
    expect((await gaelle.call('GET', `/mails/${mails.distributed}`)).status).toBe(200);
  }, 60_000);

  it('let the central mail room in where the setting says so, and only there', async () => {
    const { settings, versions } = await published();
    const sites = settings.sites.map((site) => (site.code === 'BREVELLES' ? { ...site, centralReads: true } : site));
    expect(await admin.call('PUT', '/settings/sites', { data: sites, comment: 'renfort', basedOn: versions['sites'] })).toEqual(jasmine.objectContaining({ status: 200 }));
    await until('both may read it', async () => (await row(of('BREVELLES').mails.toQualify)).readers.length === 2);
    expect([(await clara.call('GET', `/mails/${of('BREVELLES').mails.toQualify}`)).status, (await gaelle.call('GET', `/mails/${of('BREVELLES').mails.toQualify}`)).status, (await clara.call('GET', `/mails/${of('MONTCOURBE').mails.toQualify}`)).status]).toEqual([200, 200, 404]);
  }, 60_000);

  it('are closed by administrators alone, and as a whole or not at all', async () => {
    expect([(await clara.call('GET', '/administration/services/NORD/retirement')).status, (await retire('NORD', { nord: 'sud', 'nord-enfance': 'sud-enfance' }, clara)).status]).toEqual([403, 403]);
    expect((await retire('DGS', {})).body.code).toBe('serviceHasParts');
    expect((await retire('NORD', { nord: 'sud' })).body.code).toBe('successorMissing');
    expect((await retire('NORD', { nord: 'nord-enfance', 'nord-enfance': 'sud-enfance' })).body.code).toBe('successorMissing');
    expect((await retire('NORD', { nord: 'sud', 'nord-enfance': 'sud-enfance' }, admin, 1)).body.code).toBe('staleSettings');
    await house.store.db.updateTable('mail').set({ compartment: 'ASE', confidentiality: 3 }).where('id', '=', of('BREVELLES').mails.secret).execute();
    expect((await retire('NORD', { nord: 'routes', 'nord-enfance': 'sud-enfance' })).body.code).toBe('serviceNotCleared');
    expect((await published()).versions['services']).toBe(1);
    expect((await retire('NOWHERE', {})).status).toBe(404);
  }, 60_000);

  it('hand a closed service’s trays over: its mail, its rules, and no right to read left behind', async () => {
    const { mails } = of('BREVELLES');
    const told = await admin.get<Retirement>('/administration/services/NORD/retirement');
    expect(told.parts).toEqual([]);
    expect(told.trays.map(({ id, open, rules }) => [id, open > 0, rules.length > 0])).toEqual([['nord', true, true], ['nord-enfance', false, true]]);
    expect((await paul.call('GET', `/mails/${mails.distributed}`)).status).toBe(200);
    expect((await retire('NORD', { nord: 'sud', 'nord-enfance': 'sud-enfance' })).status).toBe(200);
    const moved = await until('the mail is in the other tray', async () => { const found = await row(mails.distributed); return found.tray === 'sud' && found; });
    expect([moved.service, moved.state, moved.assignee]).toEqual(['SUD', 'distributed', null]);
    expect(moved.readers).toEqual(['GROUP_GEC_COURRIER__BREVELLES', 'GROUP_GEC_S_SUD']);
    expect((await paul.call('GET', `/mails/${mails.distributed}`)).status).toBe(404);
    await until('all of its mails are', async () => (await house.store.db.selectFrom('mail').select('id').where('tray', '=', 'nord').execute()).length === 0);
    const settings = await until('its closing is in force', async () => {
      const now = (await published()).settings;
      return now.services.find(({ code }) => code === 'NORD')?.retired && now;
    });
    expect(settings.rules.filter(({ tray }) => tray.startsWith('nord'))).toEqual([]);
    expect((await paul.get<{ items: { id: string }[] }>('/trays')).items.map(({ id }) => id)).not.toContain('nord');
    const qualified = { type: 'APA', sender: { kind: 'individual', name: 'Jeanne Aubert', postcode: '98120' }, subject: 'APA', receivedAt: '2026-01-05' };
    expect((await gaelle.call<Refusal>('POST', `/mails/${mails.toQualify}/qualify`, { ...qualified, service: 'NORD' })).body.code).toBe('serviceRetired');
    await gaelle.post(`/mails/${mails.toQualify}/qualify`, qualified);
    await until('the rules lead to who took over', async () => (await row(mails.toQualify)).tray === 'sud');
    expect((await retire('NORD', {})).body.code).toBe('notInState');
  }, 60_000);
});
