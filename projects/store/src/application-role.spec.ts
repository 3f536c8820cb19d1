import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { grantApplicationRole } from './application-role.js';
import { nextNumber } from './counter/counter.js';
import { runJobs } from './jobs/run.js';
import { consumeJournal } from './journal/consume.js';
import { erasePersonalParts } from './journal/erase.js';
import { verifyJournal } from './journal/verify.js';
import { type Store, openStore } from './open-store.js';
import { publishSetting } from './settings/settings.js';
import { type TestDatabase, createTestDatabase } from './testing.js';
import { until } from './testing/until.js';

describe("the application's own account", () => {
  const role = { name: `app_${randomBytes(6).toString('hex')}`, password: "p'w/ö" };
  let database: TestDatabase;
  let url: string;
  let store: Store;

  beforeAll(async () => {
    database = await createTestDatabase();
    await grantApplicationRole(database.url, role);
    url = await grantApplicationRole(database.url, role);
    store = await openStore({ databaseUrl: url });
  });
  afterAll(async () => {
    await store.close();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`drop owned by ${role.name}`);
    await client.query(`drop role ${role.name}`);
    await client.end();
    await database.drop();
  });

  it('can do the daily work', async () => {
    const done: string[] = [];
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    const jobs = await runJobs({ databaseUrl: url, concurrency: 1, log, tasks: { mirror: async ({ mail }) => void done.push(mail) } });
    const consumer = consumeJournal(store, { name: 'c', types: ['a'], handle: async (entry, tx) => tx.enqueue('mirror', { mail: entry.subjectId }) });
    try {
      await store.transaction({ entityId: 'default', actor: 'agnes' }, async (tx) => {
        await nextNumber(tx.trx, { entityId: 'default', register: 'A', year: 2026 });
        await publishSetting(tx, 'rules', {});
        tx.append({ type: 'a', subjectKind: 'mail', subjectId: 'm-1', personal: { name: 'Zoé' } });
      });
      await until('the job', () => done.includes('m-1'));
      await store.transaction({ entityId: 'default', actor: 'dpo' }, (tx) => erasePersonalParts(tx, { kind: 'mail', id: 'm-1' }));
      expect(await verifyJournal(url)).toEqual(jasmine.objectContaining({ intact: true, erasedPersonalParts: 1 }));
    } finally {
      await Promise.all([consumer.stop(), jobs.stop()]);
    }
  });

  it('has no right to change what only grows, nor to switch the guards off', async () => {
    const forbidden = [
      'update journal set actor = actor', 'delete from journal', 'truncate journal', 'truncate journal_private', 'update journal_private set salt = salt',
      'delete from journal_head', 'update setting_version set version = version', 'delete from counter', 'delete from kysely_migration',
      'alter table journal disable trigger all', 'drop table journal', `set session_replication_role = replica`,
    ];
    for (const statement of forbidden) {
      await expectAsync(sql.raw(statement).execute(store.db)).withContext(statement).toBeRejectedWithError(/permission denied|must be owner/);
    }
  });
});
