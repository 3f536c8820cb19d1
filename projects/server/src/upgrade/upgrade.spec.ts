import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { applyInstall, connect, planInstall, type Repository } from '@bannette/alfresco';
import { startEmbedded, type Embedded } from '@bannette/embedded';
import { currentSettings, migrate, newId, openStore, publishSetting, type JsonObject, type Store } from '@bannette/store';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@bannette/store/testing';
import { sql } from 'kysely';
import { installOptions } from '../start/install.js';
import { keepPassword } from '../start/secrets.js';
import { defaultSettings } from '../start/settings.js';
import { runBannette } from '../testing/index.js';

const ourModel = (): Promise<string> => readFile(new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url), 'utf8');
/** The model before mails told their whole row. */
const olderModel = async (): Promise<string> => (await ourModel()).replace(/\s*<aspect name="gec:recoverable">[^]*?<\/aspect>/, '');

describe('An upgrade', () => {
  let database: TestDatabase;
  let repositoryDatabase: TestDatabase;
  let embedded: Embedded;
  let administrator: Repository;
  let dataDir: string;
  let store: Store;
  const mailId = newId();

  const upgrade = (...args: string[]): Promise<{ code: number | null; said: string }> =>
    runBannette(['upgrade', '--alfresco-url', embedded.url, '--user', 'admin', '--password', 'admin', ...args], { BANNETTE_DATA: dataDir, DATABASE_URL: database.url });
  const migrated = async (): Promise<string[]> => (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(store.db)).rows.map(({ name }) => name);
  const knowsFacts = async (): Promise<boolean> => (await administrator.dictionary.propertiesOf('aspect', 'gec:recoverable')) !== undefined;
  const node = async () => administrator.nodes.findByPath('-root-', 'Bannette/2026/01/05/A-2026-000001');

  /** An installation of a version before: an older database, settings and model, without records, and a mail in both. */
  beforeEach(async () => {
    [database, repositoryDatabase, dataDir] = await Promise.all([createEmptyDatabase(), createTestDatabase(), mkdtemp(join(tmpdir(), 'bannette-upgrade-'))]);
    embedded = await startEmbedded({ databaseUrl: repositoryDatabase.url, contentDir: join(dataDir, 'alfresco') });
    administrator = connect({ url: embedded.url }, { user: 'admin', password: 'admin' });
    await migrate(database.url, { to: '0002_mail' });
    store = await openStore({ databaseUrl: database.url, poolSize: 2 });
    const { thesaurus: _never, sites: _notYet, ...settings } = await defaultSettings();
    const { undoSeconds: _later, ...authority } = settings.authority;
    await store.transaction({ entityId: 'default', actor: 'admin' }, async (tx) => {
      for (const [kind, data] of Object.entries({ ...settings, authority })) await publishSetting(tx, kind, data as unknown as JsonObject);
      await tx.trx.insertInto('mail').values({ id: mailId, entity_id: 'default', category: 'incoming', state: 'closed', channel: 'post', proposals: '{}', read_text: 'ancien', copies: [], confidentiality: 0, readers: ['GROUP_GEC_COURRIER'], listers: ['GROUP_GEC_COURRIER'], chrono: 'A-2026-000001' }).execute();
    });
    const { records: _none, ...options } = await installOptions(await defaultSettings(), 'default', 'bannette-svc');
    const older = { ...options, model: await olderModel(), groups: options.groups.slice(0, 4), settings: [] };
    const { libraryId } = await applyInstall(administrator, await planInstall(administrator, older), { storePassword: (account, password) => keepPassword(dataDir, account, password) });
    await administrator.nodes.createFolder({ parentId: libraryId, relativePath: '2026/01/05', name: 'A-2026-000001', type: 'gec:incoming', properties: { 'gec:id': mailId, 'gec:entity': 'default', 'gec:subject': 'Ancien' } });
  }, 60_000);
  afterEach(async () => {
    await store?.close();
    await embedded?.close();
    await Promise.all([database?.drop(), repositoryDatabase?.drop(), dataDir && rm(dataDir, { recursive: true, force: true })]);
  }, 60_000);

  it('says all that it would do and does it when a backup is vouched for; then there is nothing left', async () => {
    expect(await knowsFacts()).toBeFalse();
    const plan = await upgrade('--dry-run');
    expect(plan.code).withContext(plan.said).toBe(0);
    for (const words of ['migrate 0003_doctor', 'publish thesaurus: never published', 'publish authority: undoSeconds', 'add to gec:model', 'make GROUP_GEC_S_ROUTES ', 'make bannette-purge', 'Nothing was changed']) expect(plan.said).toContain(words);
    expect(plan.said).not.toContain('make bannette-svc,');
    expect(await migrated()).toEqual(['0001_foundation', '0002_mail']);

    const unsafe = await upgrade();
    expect([unsafe.code, await migrated()]).toEqual([2, ['0001_foundation', '0002_mail']]);
    expect(unsafe.said).toContain('--i-have-a-backup');

    const done = await upgrade('--i-have-a-backup');
    expect(done.code).withContext(done.said).toBe(0);
    expect(done.said).toContain('migrated 0003_doctor');
    expect(done.said).toContain('looked at on');
    expect(await knowsFacts()).toBeTrue();
    expect((await currentSettings(store.db, 'default'))['authority']).toEqual(jasmine.objectContaining({ version: 2, data: jasmine.objectContaining({ undoSeconds: 10 }) }));
    expect((await store.db.selectFrom('mail').select(['state', 'read_text']).where('id', '=', mailId).executeTakeFirstOrThrow())).toEqual({ state: 'closed', read_text: 'ancien' });
    expect((await node())?.properties['gec:subject']).toBe('Ancien');

    const again = await upgrade('--i-have-a-backup');
    expect([again.code, again.said]).toEqual([0, jasmine.stringContaining('Nothing to change')]);

    // Nobody's rights change by themselves: there are no sites until the authority has some, and then their groups are made.
    expect(done.said).not.toContain('GROUP_GEC_COURRIER__');
    expect((await currentSettings(store.db, 'default'))['sites']?.data as unknown).toEqual([]);
    expect(await store.db.selectFrom('mail').select(['site', 'mail_rooms']).where('id', '=', mailId).executeTakeFirstOrThrow()).toEqual({ site: null, mail_rooms: null });
    const { sites } = await defaultSettings();
    await store.transaction({ entityId: 'default', actor: 'admin' }, (tx) => publishSetting(tx, 'sites', sites as unknown as JsonObject));
    expect((await upgrade('--i-have-a-backup')).said).toMatch(/GROUP_GEC_COURRIER__BREVELLES/);
    expect((await administrator.groups.find('GROUP_GEC_COURRIER__BREVELLES'))?.parents).toEqual([]);
  }, 180_000);

  it('refuses to go back: neither a newer database nor a newer model is touched', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('0999_later', '2099-01-01')`.execute(store.db);
    const database1 = await upgrade('--i-have-a-backup');
    expect([database1.code, database1.said]).toEqual([1, jasmine.stringMatching(/0999_later[^]*downgrade is not possible/)]);
    await sql`delete from kysely_migration where name = '0999_later'`.execute(store.db);
    const models = await administrator.nodes.findByPath('-root-', 'Data Dictionary/Models/gecModel.xml');
    const later = Buffer.from((await ourModel()).replace('</properties>', '<property name="gec:later"><type>d:text</type></property></properties>'));
    const before = await administrator.nodes.digest(models?.id ?? '', 'sha512');
    await administrator.nodes.replaceContent(models?.id ?? '', { mediaType: 'text/xml', size: later.length, content: () => Readable.from([later]) });
    expect(await administrator.nodes.digest(models?.id ?? '', 'sha512')).not.toBe(before);
    const model = await upgrade('--i-have-a-backup');
    expect([model.code, model.said]).toEqual([1, jasmine.stringContaining('gec:later')]);
  }, 60_000);

  it('is for installations that are there', async () => {
    const empty = await createEmptyDatabase();
    const { code, said } = await runBannette(['upgrade', '--alfresco-url', embedded.url, '--user', 'admin', '--password', 'admin', '--i-have-a-backup'], { BANNETTE_DATA: dataDir, DATABASE_URL: empty.url });
    expect([code, said]).toEqual([1, jasmine.stringContaining('nothing in this database to upgrade')]);
    await empty.drop();
  }, 60_000);
});
