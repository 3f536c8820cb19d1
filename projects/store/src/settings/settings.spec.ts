import { sql } from 'kysely';
import { readJournal } from '../journal/read.js';
import { type Store, openStore } from '../open-store.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { currentSettings, publishSetting, settingVersion } from './settings.js';

const context = { entityId: 'default', actor: 'admin' };

describe('published settings', () => {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  it('are those of the latest version of each kind, and tell it in the journal', async () => {
    await store.transaction(context, (tx) => publishSetting(tx, 'trays', { trays: ['a'] }));
    expect(await store.transaction(context, (tx) => publishSetting(tx, 'trays', { trays: ['a', 'b'] }, 'tray b for Mme Roux'))).toBe(2);
    await store.transaction(context, (tx) => publishSetting(tx, 'rules', { rules: [] }));
    const current: unknown = await currentSettings(store.db, 'default');
    expect(current).toEqual({ rules: { version: 1, data: { rules: [] } }, trays: { version: 2, data: { trays: ['a', 'b'] } } });
    const first: unknown = await settingVersion(store.db, 'default', 'trays', 1);
    expect(first).toEqual({ trays: ['a'] });
    const entries = await readJournal(store.db, { subjectKind: 'settings', subjectId: 'trays' });
    expect(entries.map((entry) => [entry.type, entry.actor, entry.data['version']?.toString()])).toEqual([
      ['settings.published', 'admin', '1'],
      ['settings.published', 'admin', '2'],
    ]);
  });

  it('get a version each when published at the same time', async () => {
    const versions = await Promise.all(Array.from({ length: 8 }, (_, n) => store.transaction(context, (tx) => publishSetting(tx, 'rules', { n }))));
    expect(versions.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('never change once published', async () => {
    await store.transaction(context, (tx) => publishSetting(tx, 'rules', { rules: [] }));
    for (const statement of [`update setting_version set data = '{}'`, 'delete from setting_version', 'truncate setting_version']) {
      await expectAsync(sql.raw(statement).execute(store.db)).toBeRejectedWithError(/is refused/);
    }
  });
});
