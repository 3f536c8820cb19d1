import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { connect, type Repository } from '../repository.js';
import { freshRepository, type FreshRepository } from '../testing/fresh-repository.js';
import { applyInstall } from './apply.js';
import { planInstall } from './plan.js';
import type { InstallOptions } from './steps.js';

const modelText = (): Promise<string> => readFile(new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url), 'utf8');

const optionsFor = async (): Promise<InstallOptions> => ({
  model: await modelText(),
  entity: 'DEPT',
  groups: [
    { id: 'GROUP_GEC_S_DGS', label: 'Bannette – DGS', parents: [] },
    { id: 'GROUP_GEC_S_DGS__SECRETARIAT', label: 'Bannette – DGS – secrétariat', parents: ['GROUP_GEC_S_DGS'] },
  ],
  serviceAccount: { id: 'bannette', email: 'bannette@example.org' },
  settings: [{ name: 'services.json', text: '{"services":["Été"]}' }],
});

const asAdmin = ({ url }: FreshRepository): Repository => connect({ url }, { user: 'admin', password: 'admin' });
const stepsOf = async (admin: Repository, options: InstallOptions): Promise<readonly string[]> => (await planInstall(admin, options)).steps.map(({ action, subject }) => `${action} ${subject}`);
const storePassword = async (): Promise<void> => undefined;

describe('installation on an empty repository', () => {
  let fresh: FreshRepository;
  beforeEach(async () => (fresh = await freshRepository()), 60_000);
  afterEach(() => fresh.close());

  it('switches the model on that somebody put there, or switched off, and else waits for it in vain', async () => {
    const admin = asAdmin(fresh);
    const options = await optionsFor();
    const models = await admin.nodes.findByPath('-root-', 'Data Dictionary/Models');
    const text = Buffer.from(options.model);
    await admin.nodes.upload({ parentId: models?.id ?? '', name: 'gecModel.xml', type: 'cm:dictionaryModel', properties: { 'cm:modelActive': false }, mediaType: 'text/xml', size: text.length, content: () => Readable.from([text]) });
    const plan = await planInstall(admin, options);
    expect([plan.problems, plan.steps[0]?.action]).toEqual([[], 'updateModel']);
    await applyInstall(admin, plan, { storePassword });
    expect(await stepsOf(admin, options)).toEqual([]);
    expect(await admin.dictionary.propertiesOf('aspect', 'gec:identified')).toContain('gec:id');
  }, 60_000);

  it('says what it would do and does nothing, does it once, and then has nothing to do', async () => {
    const admin = asAdmin(fresh);
    const options = await optionsFor();
    const first = await planInstall(admin, options);
    expect(first.problems).toEqual([]);
    expect(await stepsOf(admin, options)).toEqual([
      'deployModel gec:model',
      'createGroup GROUP_GEC_S_DGS',
      'createGroup GROUP_GEC_S_DGS__SECRETARIAT',
      'createAccount bannette',
      'createFolder library',
      'createFolder configuration',
      'writeSettings services.json',
    ]);

    let password = '';
    const { libraryId } = await applyInstall(admin, first, { storePassword: async (_account, made) => void (password = made) });
    expect(await stepsOf(admin, options)).toEqual([]);

    const service = connect({ url: fresh.url }, { user: 'bannette', password });
    expect((await service.me()).isAdmin).toBeFalse();
    const mail = await service.nodes.createFolder({
      parentId: libraryId,
      relativePath: '2026/11/22',
      name: 'A-2026-000001',
      type: 'gec:incoming',
      properties: { 'gec:id': randomUUID(), 'gec:chrono': 'A-2026-000001', 'gec:dueDate': '2026-12-22' },
      permissions: { inherit: false, entries: [{ authority: 'bannette', role: 'Coordinator' }, { authority: 'GROUP_GEC_S_DGS', role: 'Consumer' }] },
    });
    expect(mail.properties['gec:dueDate']).toBe('2026-12-22');
  }, 60_000);

  it('goes on where it stopped', async () => {
    const admin = asAdmin(fresh);
    const options = { ...(await optionsFor()), settings: [] };
    const diskFull = { storePassword: () => Promise.reject(new Error('disk full')) };
    await expectAsync(applyInstall(admin, await planInstall(admin, options), diskFull)).toBeRejectedWithError('disk full');
    const rest = await planInstall(admin, options);
    expect(rest.steps.map(({ action }) => action)).toEqual(['createAccount', 'createFolder', 'createFolder']);
    await applyInstall(admin, rest, { storePassword });
    expect(await stepsOf(admin, options)).toEqual([]);
  }, 60_000);

  it('does not touch a folder of others that has its name', async () => {
    const admin = asAdmin(fresh);
    const theirs = await admin.nodes.createFolder({ parentId: '-root-', name: 'Bannette', type: 'cm:folder', properties: {} });
    const plan = await planInstall(admin, await optionsFor());
    expect(plan.problems).toEqual([{ code: 'folderForeign', subject: theirs.id }]);
    await expectAsync(applyInstall(admin, plan, { storePassword })).toBeRejectedWith(jasmine.objectContaining({ code: 'invalid' }));
    expect((await admin.groups.find('GROUP_GEC_S_DGS'))).toBeUndefined();
  }, 60_000);
});

describe('installation on a repository', () => {
  let fresh: FreshRepository;
  let admin: Repository;
  let options: InstallOptions;
  const actions = (wanted = options): Promise<readonly string[]> => stepsOf(admin, wanted);

  beforeAll(async () => {
    fresh = await freshRepository();
    admin = asAdmin(fresh);
    options = await optionsFor();
  }, 60_000);
  afterAll(() => fresh?.close());

  it('opens the library to nobody but the service account', async () => {
    const { libraryId } = await applyInstall(admin, await planInstall(admin, options), { storePassword });
    await admin.people.create({ id: 'clerk', firstName: 'Any', email: 'clerk@example.org', password: 'secret-1' });
    const clerk = connect({ url: fresh.url }, { user: 'clerk', password: 'secret-1' });
    await expectAsync(clerk.nodes.get(libraryId)).toBeRejectedWith(jasmine.objectContaining({ code: 'forbidden' }));
    expect(await admin.nodes.permissions(libraryId)).toEqual(jasmine.objectContaining({ inherit: false, inherited: [] }));
    expect((await planInstall(clerk, options)).problems.map(({ code }) => code)).toEqual(['notAdministrator']);
  }, 60_000);

  it('mends what was changed since, and leaves what an administrator added', async () => {
    const { libraryId } = await applyInstall(admin, await planInstall(admin, options), { storePassword });
    await admin.nodes.setPermissions(libraryId, { inherit: true, entries: [{ authority: 'GROUP_GEC_S_DGS', role: 'Consumer' }] });
    await admin.groups.removeMember('GROUP_GEC_S_DGS', 'GROUP_GEC_S_DGS__SECRETARIAT');
    const settings = [{ name: 'services.json', text: '{"services":[]}' }];
    expect(await actions({ ...options, settings })).toEqual(['joinGroups GROUP_GEC_S_DGS__SECRETARIAT', 'grantAccount library', 'writeSettings services.json']);
    await applyInstall(admin, await planInstall(admin, { ...options, settings }), { storePassword });
    expect(await actions({ ...options, settings })).toEqual([]);
    expect((await admin.nodes.permissions(libraryId)).entries).toEqual(jasmine.arrayWithExactContents([{ authority: 'GROUP_GEC_S_DGS', role: 'Consumer' }, { authority: 'bannette', role: 'Coordinator' }]));
  }, 60_000);

  it('lets the model grow, and refuses to make it smaller', async () => {
    await applyInstall(admin, await planInstall(admin, options), { storePassword });
    const grown = { ...options, model: options.model.replace('</properties>', '<property name="gec:colour"><type>d:text</type></property></properties>') };
    expect(await actions(grown)).toContain('updateModel gec:model');
    await applyInstall(admin, await planInstall(admin, grown), { storePassword });
    expect(await actions(grown)).not.toContain('updateModel gec:model');
    const smaller = await planInstall(admin, options);
    expect(smaller.problems).toEqual([{ code: 'modelNotAdditive', subject: 'gec:colour' }]);
    await expectAsync(applyInstall(admin, smaller, { storePassword })).toBeRejectedWith(jasmine.objectContaining({ code: 'invalid' }));
    options = grown;
  }, 60_000);
});
