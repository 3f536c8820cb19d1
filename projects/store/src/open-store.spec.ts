import { sql } from 'kysely';
import { StoreError } from './errors.js';
import { migrate } from './migrate.js';
import { type Store, openStore } from './open-store.js';
import { type TestDatabase, createEmptyDatabase, createTestDatabase } from './testing.js';
import { breakConnections } from './testing/break-connections.js';
import { until } from './testing/until.js';

describe('the store', () => {
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it('reads big integers as numbers, days as text and instants as dates, in arrays too', async () => {
    const { rows } = await sql`select 9007199254740991::int8 as big, array[1, null]::int8[] as bigs, date '2026-03-29' as day,
      array[date '2026-12-31'] as days, timestamptz '2026-03-29T02:30:00+02' as instant, null::int8 as none`.execute(store.db);
    expect(rows).toEqual([
      { big: 9007199254740991, bigs: [1, null], day: '2026-03-29', days: ['2026-12-31'], instant: new Date('2026-03-29T00:30:00Z'), none: null },
    ]);
  });

  it('refuses an integer it could not tell exactly', async () => {
    await expectAsync(sql`select 9007199254740993::int8`.execute(store.db)).toBeRejectedWithError(StoreError, /2\^53/);
  });

  it('knows the entity it is installed for, in its time zone', async () => {
    expect(await store.db.selectFrom('entity').selectAll().execute()).toEqual([{ id: 'default', name: 'default', time_zone: 'Europe/Paris' }]);
  });

  it('keeps neither state nor journal nor job of a transaction that failed', async () => {
    const failing = store.transaction({ entityId: 'default', actor: 'agnes' }, async (tx) => {
      tx.append({ type: 'mail.taken', subjectKind: 'mail', subjectId: '1' });
      await tx.enqueue('mirror', { mail: '1' });
      await tx.trx.insertInto('counter').values({ entity_id: 'default', register: 'A', year: 2026, last: 7 }).execute();
      throw new Error('no');
    });
    await expectAsync(failing).toBeRejectedWithError('no');
    const { rows } = await sql`select (select count(*) from journal) as entries, (select count(*) from counter) as counters,
      (select count(*) from graphile_worker.jobs) as jobs, (select seq from journal_head) as head`.execute(store.db);
    expect(rows).toEqual([{ entries: 0, counters: 0, jobs: 0, head: 0 }]);
  });

  it('lives on when the connection of an open transaction is lost, which is undone', async () => {
    const broken = store.transaction({ entityId: 'default', actor: 'agnes' }, async (tx) => {
      await tx.trx.insertInto('counter').values({ entity_id: 'default', register: 'B', year: 2026, last: 7 }).execute();
      await breakConnections(database.url);
      await new Promise((resolve) => setImmediate(resolve));
      tx.append({ type: 'mail.taken', subjectKind: 'mail', subjectId: '1' });
    });
    await expectAsync(broken).toBeRejected();
    await until('a new connection', () => sql`select`.execute(store.db).then(() => true, () => false));
    expect(await store.db.selectFrom('counter').selectAll().execute()).toEqual([]);
  });

  it('migrates once when several processes start at the same time', async () => {
    const empty = await createEmptyDatabase();
    try {
      const ran = await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
      expect(ran.filter((names) => names.includes('0001_foundation')).length).toBe(1);
      expect(ran.filter((names) => names.length === 0).length).toBe(2);
    } finally {
      await empty.drop();
    }
  });
});
