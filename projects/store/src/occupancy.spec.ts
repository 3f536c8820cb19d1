import pg from 'pg';
import { occupy, workAlone } from './occupancy.js';
import { createEmptyDatabase, type TestDatabase } from './testing.js';
import { until } from './testing/until.js';

describe('The place that a database is', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createEmptyDatabase()));
  afterEach(() => database.drop());
  const refusal = (code: string) => jasmine.objectContaining({ name: 'StoreError', code });
  const alone = (): Promise<string> => workAlone(database.url, async () => 'done');

  it('is shared by who does the daily work, and given to nobody alone until all have left', async () => {
    const [leaveFirst, leaveSecond] = [await occupy(database.url), await occupy(database.url)];
    await expectAsync(alone()).toBeRejectedWith(refusal('inUse'));
    await leaveFirst();
    await expectAsync(alone()).toBeRejectedWith(refusal('inUse'));
    await leaveSecond();
    expect(await alone()).toBe('done');
  });

  it('is entered by nobody while one is alone in it, and is free again when that one fails', async () => {
    const failing = workAlone(database.url, async () => {
      await expectAsync(occupy(database.url)).toBeRejectedWith(refusal('maintenance'));
      await expectAsync(alone()).toBeRejectedWith(refusal('inUse'));
      throw new Error('broken');
    });
    await expectAsync(failing).toBeRejectedWithError('broken');
    await (await occupy(database.url))();
  });

  it('is occupied again after the connection was lost', async () => {
    const leave = await occupy(database.url);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const holders = async (): Promise<number[]> => (await client.query<{ pid: number }>(`select pid from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and database = (select oid from pg_database where datname = current_database())`)).rows.map(({ pid }) => pid);
    const [before] = await holders();
    await client.query('select pg_terminate_backend($1)', [before]);
    await until('it is occupied again', async () => (await holders()).some((pid) => pid !== before));
    await expectAsync(alone()).toBeRejectedWith(refusal('inUse'));
    await client.end();
    await leave();
    expect(await alone()).toBe('done');
  });
});
