import { sql } from 'kysely';
import { newId } from '../ids.js';
import { openStore, type Store } from '../open-store.js';
import { createTestDatabase, type TestDatabase } from '../testing.js';

describe('Versions of the retention schedule', () => {
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

  const agreement = JSON.stringify({ by: 'Archives', on: '2026-01-05', reference: 'AD/1' });
  const add = async (number: number, more: object = {}): Promise<string> => {
    const id = newId();
    await store.db.insertInto('schedule_version').values({ id, entity_id: 'default', number, state: 'draft', title: `v${number}`, rows: '[]', based_on: null, created_by: 'odile', changed_by: null, changed_at: null, agreed_by: null, agreed_at: null, in_force_by: null, in_force_at: null, superseded_at: null, setting_version: null, ...more }).execute();
    return id;
  };
  const change = (id: string, set: string): Promise<unknown> => sql.raw(`update schedule_version set ${set} where id = '${id}'`).execute(store.db);
  const agreed = { state: 'agreed', agreement, agreed_by: 'odile', agreed_at: new Date() };
  const published = { state: 'inForce', in_force_by: 'odile', in_force_at: new Date(), setting_version: 1 };

  it('stay as they were once they have been in force', async () => {
    const id = await add(1, published);
    for (const harm of [`rows = '[{}]'`, `title = 'x'`, `agreement = '${agreement}'`, `state = 'draft', setting_version = null, in_force_at = null`, 'setting_version = 2']) await expectAsync(change(id, harm)).withContext(harm).toBeRejectedWithError(/refused|constraint/);
    await expectAsync(sql`delete from schedule_version`.execute(store.db)).toBeRejectedWithError(/refused/);
    await change(id, `state = 'superseded', superseded_at = now()`);
    await expectAsync(change(id, `state = 'inForce', superseded_at = null`)).toBeRejectedWithError(/refused/);
  });

  it('are changed only as drafts once the archives have agreed', async () => {
    const id = await add(1, agreed);
    await expectAsync(change(id, `rows = '[{}]'`)).toBeRejectedWithError(/refused/);
    await expectAsync(change(id, `agreement = null`)).toBeRejectedWithError(/refused|constraint/);
    await change(id, `state = 'draft', agreement = null, agreed_by = null, agreed_at = null`);
    await change(id, `rows = '[{}]'`);
  });

  it('are agreed by somebody, and one of them is in force and one open at a time', async () => {
    await expectAsync(add(1, { state: 'agreed' })).toBeRejectedWithError(/schedule_agreed/);
    await expectAsync(add(1, { state: 'inForce' })).toBeRejectedWithError(/schedule_published/);
    await add(1, published);
    await expectAsync(add(2, { ...published, setting_version: 2 })).toBeRejectedWithError(/schedule_version_in_force/);
    await add(3);
    await expectAsync(add(4, agreed)).toBeRejectedWithError(/schedule_version_open/);
  });
});
