import { sql } from 'kysely';
import { StoreError } from './errors.js';
import { tryAdvisoryLock, withAdvisoryLock } from './lock.js';
import { type Store, openStore } from './open-store.js';
import { type TestDatabase, createTestDatabase } from './testing.js';
import { until } from './testing/until.js';

describe('advisory locks', () => {
  let database: TestDatabase;
  let store: Store;
  let other: Store;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 4 });
    other = await openStore({ databaseUrl: database.url, poolSize: 4 });
  });
  afterAll(async () => {
    await Promise.all([store.close(), other.close()]);
    await database.drop();
  });

  it('let one at a time work on a mail, across processes, and everyone in the end', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sql`select pg_sleep(0.005)`.execute(store.db);
      inside--;
    };
    await Promise.all(Array.from({ length: 20 }, (_, i) => withAdvisoryLock(i % 2 ? store : other, 'mail 1', work)));
    expect([most, inside]).toEqual([1, 0]);
  });

  it('hand on what the work returns and throws, and are free after either', async () => {
    expect(await withAdvisoryLock(store, 'mail 2', async () => 42)).toBe(42);
    await expectAsync(withAdvisoryLock(store, 'mail 2', () => Promise.reject(new Error('no')))).toBeRejectedWithError('no');
    expect(await tryAdvisoryLock(other, 'mail 2', async () => undefined)).toBeTrue();
  });

  it('give a tick to one instance only', async () => {
    let ran = 0;
    const first = await tryAdvisoryLock(store, 'tick', async () => {
      expect(await tryAdvisoryLock(other, 'tick', async () => ran++)).toBeFalse();
      expect(await tryAdvisoryLock(other, 'another tick', async () => ran++)).toBeTrue();
    });
    expect([first, ran]).toEqual([true, 1]);
  });

  it('tell the work when their connection breaks, and let another in', async () => {
    const work = withAdvisoryLock(store, 'mail 3', async (signal) => {
      await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`.execute(other.db);
      await until('the signal', () => signal.aborted);
      expect(await tryAdvisoryLock(other, 'mail 3', async () => undefined)).toBeTrue();
    });
    await expectAsync(work).toBeRejectedWithError(StoreError, /connection that held the lock broke/);
    expect(await withAdvisoryLock(store, 'mail 3', async () => 'again')).toBe('again');
  });
});
