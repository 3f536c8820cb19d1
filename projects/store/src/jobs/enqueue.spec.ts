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

  const askAmongOthers = (): Promise<void> =>
    store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
      await tx.enqueue('equal', { round: 1 }, { key: 'equal', maxAttempts: 3 });
      await tx.enqueue('late', { mailId: 'm-1' }, { runAt: new Date('2030-01-01T00:00:00Z'), priority: 5 });
      for (const step of ['first', 'second', 'third']) await tx.enqueue('hold', { step }, { queue: 'hold:1' });
      await tx.enqueue('equal', { round: 2 }, { key: 'equal', maxAttempts: 7 });
    });

  it('is added together with others of its transaction, each as it was asked for, those of a queue in their order', async () => {
    await askAmongOthers();
    const { rows } = await sql<{ told: string }>`
      select concat_ws(' ', task_identifier, payload::text, jobs.max_attempts, jobs.priority, queue_name, case when jobs.run_at > '2029-01-01' then to_char(jobs.run_at at time zone 'UTC', 'YYYY-MM-DD') end) as told
      from graphile_worker.jobs join graphile_worker._private_jobs own using (id) order by queue_name is not null, id`.execute(store.db);
    const told = rows.map((row) => row.told);
    expect(told.slice(0, 2).sort()).toEqual(['equal {"round":2} 7 0', 'late {"mailId":"m-1"} 25 5 2030-01-01']);
    expect(told.slice(2)).toEqual(['first', 'second', 'third'].map((step) => `hold {"step":"${step}"} 25 0 hold:1`));
  });

  for (const [how, askHow] of [['alone', ask], ['among others', askAmongOthers]] as const) it(`is asked for anew, ${how}, when a worker takes the waiting one at that very moment`, async () => {
    await ask();
    const worker = new pg.Client({ connectionString: database.url });
    await worker.connect();
    await worker.query('begin');
    await worker.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody' where key = 'equal'`);
    const asking = askHow();
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
