import { sql } from 'kysely';
import { readJournal } from './journal/read.js';
import { type Store, openStore } from './open-store.js';
import { type TestDatabase, createTestDatabase } from './testing.js';

describe('statements that are used often', () => {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 1 });
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const prepared = async (): Promise<readonly string[]> => (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(store.db)).rows.map(({ statement }) => statement);
  const ask = async (times: number): Promise<object | undefined> => {
    let found: object | undefined;
    for (let time = 0; time < times; time++) found = await store.db.selectFrom('consumer_cursor').selectAll().where('name', '=', `name ${time}`).executeTakeFirst();
    return found;
  };

  it('keep their plan, if it is the same for all values: what was asked once, and lists, have none', async () => {
    await ask(3);
    expect(await prepared()).toEqual([]);
    await ask(20);
    for (let time = 0; time < 20; time++) await store.db.selectFrom('consumer_cursor').selectAll().where('name', 'in', ['a', 'b']).execute();
    expect(await prepared()).toEqual([jasmine.stringContaining('"name" = $1')]);
  });

  it('keep it, too, where their list is as short as what each consumer hears', async () => {
    for (let time = 0; time < 20; time++) await readJournal(store.db, { types: ['mail.registered', 'mail.closed'], afterSeq: time, limit: 16 });
    expect(await prepared()).toEqual([jasmine.stringContaining('from "journal"')]);
  });

  it('are prepared anew when a migration has changed what they give', async () => {
    await ask(20);
    await store.db.insertInto('consumer_cursor').values({ name: 'name 19', seq: 1 }).execute();
    await sql`alter table consumer_cursor add column colour text default 'green'`.execute(store.db);
    await expectAsync(ask(20)).toBeRejectedWithError(/cached plan/);
    expect(await ask(20)).toEqual(jasmine.objectContaining({ name: 'name 19', colour: 'green' }));
  });
});
