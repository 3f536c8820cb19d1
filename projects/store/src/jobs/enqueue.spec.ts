import { sql } from 'kysely';
import { openStore, type Store } from '../open-store.js';
import { createTestDatabase } from '../testing.js';
import { runJobs, type Jobs } from './run.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('A keyed job, renewed while workers take it', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let store: Store;
  let jobs: Jobs;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
    await sql`create table fact (desired integer not null, applied integer not null)`.execute(store.db);
    await sql`insert into fact values (0, 0)`.execute(store.db);
    jobs = await runJobs({
      databaseUrl: database.url,
      concurrency: 4,
      log: silent,
      tasks: { equal: async () => void (await sql`update fact set applied = desired`.execute(store.db)) },
    });
  }, 60_000);

  afterAll(async () => {
    await jobs.stop();
    await store.close();
    await database.drop();
  });

  it('never leaves a change behind: after the last one, somebody looks again', async () => {
    const writer = async (): Promise<void> => {
      for (let change = 0; change < 150; change++) {
        await store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => {
          await sql`update fact set desired = desired + 1`.execute(tx.trx);
          await tx.enqueue('equal', {}, { key: 'equal' });
        });
        const until = Date.now() + 10_000;
        for (;;) {
          const { rows } = await sql<{ same: boolean }>`select desired = applied as same from fact`.execute(store.db);
          if (rows[0]?.same) break;
          if (Date.now() > until) throw new Error(`change ${change} was never applied`);
        }
      }
    };
    await Promise.all([writer(), writer(), writer()]);
    const { rows } = await sql<{ desired: number; applied: number }>`select * from fact`.execute(store.db);
    expect(rows[0]).toEqual({ desired: 450, applied: 450 });
  }, 110_000);
});
