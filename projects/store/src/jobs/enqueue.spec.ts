import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { openStore, type Store } from '../open-store.js';
import { createTestDatabase } from '../testing.js';

const asked = async (store: Store): Promise<number> => {
  const { rows } = await sql<{ waiting: number }>`select count(*)::integer as waiting from graphile_worker._private_jobs where key = 'equal' and locked_at is null`.execute(store.db);
  return rows[0]?.waiting ?? 0;
};

describe('A keyed job', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let store: Store;
  const ask = (): Promise<void> => store.transaction({ entityId: 'default', actor: 'system' }, (tx) => tx.enqueue('equal', {}, { key: 'equal' }));

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
  }, 60_000);

  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  afterEach(async () => void (await sql`delete from graphile_worker._private_jobs`.execute(store.db)));

  it('is asked for once, however often, while it waits', async () => {
    await ask();
    await ask();
    expect(await asked(store)).toBe(1);
  });

  it('is asked for anew when a worker takes the waiting one at that very moment', async () => {
    await ask();
    const worker = new pg.Client({ connectionString: database.url });
    await worker.connect();
    await worker.query('begin');
    await worker.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody' where key = 'equal'`);
    const asking = ask();
    for (let waiting = 0; waiting === 0; await delay(5)) {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(store.db);
      waiting = rows[0]?.count ?? 0;
    }
    await worker.query('commit');
    await worker.end();
    await asking;
    expect(await asked(store)).toBe(1);
  });
});
