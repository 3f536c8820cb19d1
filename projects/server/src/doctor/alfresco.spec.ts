import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { findLibrary, type Repository, type RepoRole } from '@bannette/alfresco';
import { startTestHouse, type TestHouse } from '../testing/index.js';
import { judgeAccount } from './checks/accounts.js';
import { judgeStream } from './checks/events.js';
import { judgeModel } from './checks/model.js';
import { judgePlace } from './checks/places.js';
import { judgeVersion } from './checks/repository.js';
import { between, checked, lookAt, tells, told } from './examined.spec-support.js';
import { finding } from './report.js';

describe('The doctor looks at Alfresco and', () => {
  let house: TestHouse;
  let admin: Repository;
  let libraryId: string;
  beforeAll(async () => {
    house = await startTestHouse();
    admin = house.administrator;
    libraryId = (await findLibrary(admin)) ?? '';
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const sendTo = (url: string, method: string, path: string, body?: string, type = 'application/json') =>
    fetch(`${url}/alfresco/api/-default-/public/alfresco/versions/1${path}`, { method, headers: { authorization: `Basic ${Buffer.from('admin:admin').toString('base64')}`, 'content-type': type }, ...(body ? { body } : {}) });
  const modelFile = async () => {
    const models = await admin.nodes.findByPath('-root-', 'Data Dictionary/Models');
    return (await admin.nodes.findByPath(models?.id ?? '', 'gecModel.xml'))?.id ?? '';
  };
  const ourModel = () => readFile(new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url), 'utf8');
  const withEntry = async (id: string, authority: string, role: RepoRole, during: () => Promise<void>) => {
    const before = await admin.nodes.permissions(id);
    await admin.nodes.setPermissions(id, { inherit: before.inherit, entries: [...before.entries, { authority, role }] });
    try {
      await during();
    } finally {
      await admin.nodes.setPermissions(id, { inherit: before.inherit, entries: before.entries });
    }
  };

  it('tells an event broker that does not answer, that nobody hears, and events that wait', async () => {
    expect(checked(await lookAt(house, { variables: { ALFRESCO_EVENTS_URL: '' } }, 'eventBroker'), 'eventBroker').findings).toEqual([finding('brokerNotConfigured')]);
    const broker = createServer().listen(0, '127.0.0.1');
    await once(broker, 'listening');
    const variables = { ALFRESCO_EVENTS_URL: `amqp://127.0.0.1:${(broker.address() as AddressInfo).port}` };
    expect(await tells(house, 'eventBroker', { variables })).toEqual(['brokerNeverHeard']);
    const now = new Date();
    await house.store.db.insertInto('alfresco_stream').values({ entity_id: 'default', connected_at: now, lost_at: null, heard_at: null, event_at: null }).execute();
    expect(await tells(house, 'eventBroker', { variables })).toEqual([]);
    await house.store.db.updateTable('alfresco_stream').set({ lost_at: new Date(now.getTime() - 3_600_000) }).execute();
    expect(await tells(house, 'eventBroker', { variables })).toEqual(['brokerLost']);
    await house.store.db.deleteFrom('alfresco_stream').execute();
    await new Promise<void>((resolve) => broker.close(() => resolve()));
    expect(await tells(house, 'eventBroker', { variables })).toEqual(['brokerUnreachable']);
    expect(judgeStream({ connected: true, lostMinutes: 0, waiting: 3, oldestMinutes: 40 }, { eventMinutes: 15 })).toEqual([finding('eventsWait', { count: 3, minutes: 40 })]);
  }, 60_000);

  it('finds nothing wrong with model, folders, accounts and groups after an installation', async () => {
    const report = await lookAt(house);
    expect(['reach', 'model', 'serviceAccounts', 'places', 'groups'].map((name) => told(report, name))).toEqual([[], [], [], [], []]);
    expect(checked(report, 'version').findings[0]).toEqual(finding('repositoryFound', { edition: 'Community', version: jasmine.any(String) as unknown as string }));
  }, 60_000);

  it('says that it does not answer, and leaves out what needs it', async () => {
    const closedPort = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });
    const report = await lookAt(house, { alfrescoUrl: `http://127.0.0.1:${closedPort}` });
    expect(told(report, 'reach')).toEqual(['alfrescoUnreachable']);
    expect(checked(report, 'reach').findings[0]?.params.reason).toContain('ECONNREFUSED');
    const nobody = { administrator: undefined, variables: { BANNETTE_DATA: `${house.dataDir}/nothing` } };
    expect([await tells(house, 'reach', { ...nobody, alfrescoUrl: `http://127.0.0.1:${closedPort}` }), await tells(house, 'reach', nobody)]).toEqual([['alfrescoUnreachable'], []]);
    expect([checked(report, 'model').leftOut, checked(report, 'searchIndex').leftOut, checked(report, 'databaseReach').outcome]).toEqual(['alfresco', 'service', 'well']);
  }, 60_000);

  it('says that the administrator’s password is wrong, or that the account is none', async () => {
    expect(await tells(house, 'reach', { administrator: { user: 'admin', password: 'wrong' } })).toEqual(['administratorRefused']);
    expect(await tells(house, 'reach', { administrator: { user: 'clara.moreau', password: 'bannette' } })).toEqual(['notAdministrator']);
  }, 60_000);

  it('does without an administrator what the service account may do', async () => {
    const report = await lookAt(house, { administrator: undefined });
    expect(told(report, 'serviceAccounts')).toEqual([]);
    expect(['model', 'places', 'groups'].map((name) => checked(report, name).outcome)).toEqual(['well', 'well', 'well']);
  }, 60_000);

  it('tells versions that are too old, untried, or not of one release', () => {
    const of = (major: number, recordsVersion?: string) => judgeVersion({ edition: 'Community', version: { major, minor: 1, display: `${major}.1` }, recordsVersion }).map(({ code }) => code).filter((code) => !code.endsWith('Found'));
    expect(of(25, '25.3.12.1')).toEqual([]);
    expect(of(22, '22.1')).toEqual(['repositoryTooOld', 'recordsTooOld']);
    expect(of(27, '27.0')).toEqual(['repositoryUntried']);
    expect(of(26, '25.2.0')).toEqual(['repositoryUntried', 'recordsApart']);
    expect([of(25, '25.1.0'), of(23, '23.4')]).toEqual([['recordsTooOld'], ['recordsTooOld']]);
    expect(of(25)).toEqual(['recordsMissing']);
  });

  it('tells a model that is missing, older, newer, foreign, or not active', async () => {
    const id = await modelFile();
    const xml = await ourModel();
    const lookAtModel = async (content: string) => {
      const stands = await between(house.alfrescoUrl, {
        answers: ({ path }, reply) => path.includes(`/nodes/${id}/content`) && Boolean(reply.writeHead(200, { 'content-type': 'text/xml' }).end(content)),
      });
      try {
        return await tells(house, 'model', { alfrescoUrl: stands.url });
      } finally {
        await stands.close();
      }
    };
    expect(await lookAtModel(xml.replace(/<property name="gec:summary">[^]*?<\/property>/, ''))).toEqual(['modelOlder']);
    expect(await lookAtModel(xml.replace('<property name="gec:summary">', '<property name="gec:later"><type>d:text</type></property><property name="gec:summary">'))).toEqual(['modelNewer']);
    expect(await lookAtModel(xml.replace(/(<property name="gec:summary">[^]*?)d:\w+/, '$1d:int'))).toEqual(['modelApart']);
    expect(await lookAtModel(xml.replace(/uri="[^"]*" prefix="gec"/, 'uri="http://example.invalid/other" prefix="gec"'))).toEqual(['modelForeign']);
    expect(await lookAtModel(`${xml}\n<!-- only a comment -->`)).toEqual([]);
  }, 60_000);

  it('tells a model’s file that is gone, is switched off, or that the repository did not take up', async () => {
    const facts = { state: 'same', active: true, lacks: [], exceeds: [], notLive: [] } as const;
    const codes = (change: Partial<Parameters<typeof judgeModel>[0]>) => judgeModel({ ...facts, ...change }).map(({ code }) => code);
    expect([codes({}), codes({ state: 'missing' }), codes({ active: false }), codes({ notLive: ['gec:incoming'] })]).toEqual([[], ['modelMissing'], ['modelInactive'], ['modelNotLive']]);
    const id = await modelFile();
    const gone = await between(house.alfrescoUrl, { answers: ({ path }, reply) => decodeURIComponent(path).includes('gecModel.xml') && Boolean(reply.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"errorKey":"framework.exception.EntityNotFound","statusCode":404}}')) });
    expect([id !== '', await tells(house, 'model', { alfrescoUrl: gone.url })]).toEqual([true, ['modelMissing']]);
    await gone.close();
  }, 60_000);

  it('tells that a check could not be finished, and goes on with the others', async () => {
    const broken = await between(house.alfrescoUrl, { answers: ({ path }, reply) => path.includes('/groups/GROUP_GEC_DPO') && Boolean(reply.writeHead(500).end()) });
    const report = await lookAt(house, { alfrescoUrl: broken.url });
    await broken.close();
    expect([told(report, 'groups'), checked(report, 'places').outcome]).toEqual([['checkFailed'], 'well']);
  }, 60_000);

  it('tells permissions that it may not see, that Bannette never writes, and groups that give an account too much', () => {
    const folder = {} as never;
    const permissions = { inherit: false, entries: [{ authority: 'svc', role: 'Coordinator' as const }], inherited: [], foreign: 0 };
    const codes = (state: Partial<Parameters<typeof judgePlace>[1]>) => judgePlace('library', { folder, ours: true, permissions, ...state }, 'svc').map(({ code }) => code);
    expect([codes({}), codes({ permissions: undefined }), codes({ permissions: { ...permissions, foreign: 2 } })]).toEqual([[], ['permissionsHidden'], ['foreignEntries']]);
    expect(judgeAccount({ role: 'service', id: 'svc', state: 'signedIn', groups: ['GROUP_EVERYONE', 'GROUP_SITE_ADMINISTRATORS'] }, true).map(({ code }) => code)).toEqual(['accountInPowerfulGroup']);
  });

  it('tells that the search index is not there, that it lags, and that it is up to date', async () => {
    expect(await tells(house, 'searchIndex')).toEqual(['indexNone']);
    const newest = await admin.nodes.upload({ parentId: libraryId, name: 'dernier-courrier.txt', type: 'cm:content', properties: {}, mediaType: 'text/plain', size: 3, content: () => Readable.from([Buffer.from('oui')]) });
    const indexKnows = async (ids: readonly string[]) => {
      const node = (await (await sendTo(house.alfrescoUrl, 'GET', `/nodes/${newest.id}`)).json()) as { entry: object };
      const entries = ids.map((id) => ({ entry: { ...node.entry, id } }));
      const answer = JSON.stringify({ list: { pagination: { count: entries.length, hasMoreItems: false, skipCount: 0, maxItems: 100 }, entries } });
      const stands = await between(house.alfrescoUrl, {
        answers: ({ path, body }, reply) => path.endsWith('/search') && body.includes('"afts"') && Boolean(reply.writeHead(200, { 'content-type': 'application/json' }).end(answer)),
      });
      try {
        return await tells(house, 'searchIndex', { alfrescoUrl: stands.url, now: () => new Date(Date.now() + 3_600_000) });
      } finally {
        await stands.close();
      }
    };
    expect(await indexKnows([])).toEqual(['indexBehind']);
    expect(await indexKnows([newest.id])).toEqual([]);
    await admin.nodes.delete(newest.id);
  }, 60_000);

  it('tells who else may write to the library, and that it inherits', async () => {
    await withEntry(libraryId, 'GROUP_GEC_COURRIER', 'Collaborator', async () => expect(await tells(house, 'places')).toEqual(['writableByOthers library']));
    await withEntry(libraryId, 'GROUP_GEC_COURRIER', 'Consumer', async () => expect(await tells(house, 'places')).toEqual(['readableByOthers library']));
    const { entries } = await admin.nodes.permissions(libraryId);
    await admin.nodes.setPermissions(libraryId, { inherit: true, entries: [] });
    expect(await tells(house, 'places')).toEqual(['notCoordinator library', 'inheritanceOn']);
    await admin.nodes.setPermissions(libraryId, { inherit: false, entries });
  }, 60_000);

  it('tells a library without its mark, and one that is gone', async () => {
    const node = await admin.nodes.get(libraryId);
    await admin.nodes.update(libraryId, { properties: { 'gec:id': 'somebody-else' } });
    expect(await tells(house, 'places')).toEqual(['folderForeign library']);
    await admin.nodes.update(libraryId, { properties: { 'gec:id': node.properties['gec:id'] ?? null } });
    await sendTo(house.alfrescoUrl, 'PUT', `/nodes/${libraryId}`, JSON.stringify({ name: 'Ailleurs' }));
    expect(await tells(house, 'places')).toEqual(['folderMissing library']);
    await sendTo(house.alfrescoUrl, 'PUT', `/nodes/${libraryId}`, JSON.stringify({ name: 'Bannette' }));
  }, 60_000);

  it('tells a service account that is an administrator, whose password is wrong or unknown, or that is not there', async () => {
    await admin.groups.addMember('GROUP_ALFRESCO_ADMINISTRATORS', 'bannette-svc');
    expect(await tells(house, 'serviceAccounts')).toContain('accountIsAdministrator bannette-svc');
    await admin.groups.removeMember('GROUP_ALFRESCO_ADMINISTRATORS', 'bannette-svc');
    expect(await tells(house, 'serviceAccounts', { variables: { ALFRESCO_PASSWORD: 'wrong' } })).toContain('signInRefused bannette-svc');
    expect(await tells(house, 'serviceAccounts', { variables: { ALFRESCO_USER: 'clara.moreau' } })).toContain('passwordUnknown clara.moreau');
    expect(await tells(house, 'serviceAccounts', { variables: { ALFRESCO_USER: 'nobody-known' } })).toContain('accountMissing nobody-known');
  }, 60_000);

  it('tells groups that the settings call for and that are missing or astray', async () => {
    await sendTo(house.alfrescoUrl, 'DELETE', '/groups/GROUP_GEC_DPO');
    await admin.groups.removeMember('GROUP_GEC_S_CABINET', 'GROUP_GEC_S_CABINET__SECRETARIAT');
    const { findings } = checked(await lookAt(house), 'groups');
    expect(findings).toEqual([finding('groupsMissing', { count: 1, names: 'GROUP_GEC_DPO' }), finding('groupsAstray', { count: 1, names: 'GROUP_GEC_S_CABINET__SECRETARIAT' })]);
    await admin.groups.create({ id: 'GROUP_GEC_DPO', label: 'dpo', parents: [] });
    await admin.groups.addMember('GROUP_GEC_S_CABINET', 'GROUP_GEC_S_CABINET__SECRETARIAT');
  }, 60_000);
});
