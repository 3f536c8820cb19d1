import { sql } from 'kysely';
import { newId } from '../ids.js';
import { openStore, type Store } from '../open-store.js';
import { createTestDatabase, type TestDatabase } from '../testing.js';

describe('Holds on mails', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 8 });
    await store.db.insertInto('entity').values({ id: 'default', name: 'Lys' }).onConflict((conflict) => conflict.doNothing()).execute();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const mail = async (more: object = {}): Promise<string> => {
    const id = newId();
    await store.db.insertInto('mail').values({ id, entity_id: 'default', category: 'incoming', state: 'closed', channel: 'post', proposals: '{}', read_text: '', copies: [], readers: [], listers: [], confidentiality: 0, ...more }).execute();
    return id;
  };
  const hold = async (scope: { kind: 'mails' | 'affair' | 'correspondent' | 'beneficiary' | 'row'; id?: string } = { kind: 'mails' }): Promise<string> => {
    const id = newId();
    await store.db.insertInto('hold').values({ id, entity_id: 'default', kind: 'litigation', title: 'Marché', reason: 'Référé', review_on: '2027-01-01', scope_kind: scope.kind, scope_id: scope.id ?? null, created_by: 'odile', created_by_name: 'Odile' }).execute();
    return id;
  };
  const count = async (id: string): Promise<number> => (await store.db.selectFrom('mail').select('holds').where('id', '=', id).executeTakeFirstOrThrow()).holds;
  const takenBy = async (id: string): Promise<string[]> => (await sql<{ id: string }>`select holds_on(${id}::uuid) as id`.execute(store.db)).rows.map((row) => row.id).sort();
  const person = async (table: 'correspondent' | 'beneficiary', mergedInto: string | null = null): Promise<string> => {
    const id = newId();
    const named = { id, entity_id: 'default', name: 'Le Goff', search_name: 'le goff', merged_into: mergedInto };
    if (table === 'correspondent') await store.db.insertInto('correspondent').values({ ...named, kind: 'individual' } as never).execute();
    else await store.db.insertInto('beneficiary').values({ ...named, created_by: 'odile' } as never).execute();
    return id;
  };

  it('are counted on the mail, once each, and no longer once it was let go', async () => {
    const [one, two, first, second] = [await mail(), await mail(), await hold(), await hold()];
    await store.db.insertInto('hold_mail').values([one, two].map((mail_id) => ({ hold_id: first, mail_id }))).execute();
    await store.db.insertInto('hold_mail').values({ hold_id: second, mail_id: one }).execute();
    expect([await count(one), await count(two)]).toEqual([2, 1]);
    await store.db.updateTable('hold_mail').set({ applied_at: new Date() }).where('mail_id', '=', one).execute();
    expect(await count(one)).toBe(2);
    await store.db.updateTable('hold_mail').set({ released_at: new Date() }).where('hold_id', '=', first).execute();
    expect([await count(one), await count(two)]).toEqual([1, 0]);
    await store.db.updateTable('hold_mail').set({ released_at: null }).where('hold_id', '=', first).where('mail_id', '=', two).execute();
    expect(await count(two)).toBe(1);
  });

  it('that come and go at once are all counted', async () => {
    const mails = await Promise.all(Array.from({ length: 5 }, () => mail()));
    const holds = await Promise.all(Array.from({ length: 8 }, () => hold()));
    await Promise.all(holds.map((hold_id) => store.db.insertInto('hold_mail').values(mails.map((mail_id) => ({ hold_id, mail_id }))).execute()));
    expect(await Promise.all(mails.map(count))).toEqual([8, 8, 8, 8, 8]);
    const later = await hold();
    await Promise.all([
      ...holds.map((hold_id) => store.db.updateTable('hold_mail').set({ released_at: new Date() }).where('hold_id', '=', hold_id).execute()),
      store.db.insertInto('hold_mail').values(mails.map((mail_id) => ({ hold_id: later, mail_id }))).execute(),
    ]);
    expect(await Promise.all(mails.map(count))).toEqual([1, 1, 1, 1, 1]);
  });

  it('wait for who is acting on the mail, and are seen by the next one who does', async () => {
    const [one, first] = [await mail(), await hold()];
    let added: Promise<unknown> | undefined;
    await store.db.transaction().execute(async (trx) => {
      await trx.selectFrom('mail').select('id').where('id', '=', one).forUpdate().execute();
      added = store.db.insertInto('hold_mail').values({ hold_id: first, mail_id: one }).execute();
      expect((await trx.selectFrom('mail').select('holds').where('id', '=', one).executeTakeFirstOrThrow()).holds).toBe(0);
    });
    await added;
    expect(await count(one)).toBe(1);
  });

  it('on a row of the schedule take what is kept under it, an affair’s row before the mail’s own', async () => {
    const [a, b] = [await hold({ kind: 'row', id: 'A' }), await hold({ kind: 'row', id: 'B' })];
    expect(await takenBy(await mail({ schedule_row: 'A' }))).toEqual([a]);
    expect(await takenBy(await mail({ schedule_row: 'A', retention_row: 'B' }))).toEqual([b]);
    expect(await takenBy(await mail())).toEqual([]);
  });

  it('on a correspondent take mails of all that they were joined with, and those that name them beside another', async () => {
    const root = await person('correspondent');
    const joined = await person('correspondent', root);
    const [held, later] = [await person('correspondent', joined), await person('correspondent', root)];
    const on = await hold({ kind: 'correspondent', id: held });
    for (const id of [root, joined, held, later]) expect(await takenBy(await mail({ correspondent_id: id }))).toEqual([on]);
    expect(await takenBy(await mail({ parties: JSON.stringify([{ kind: 'individual', name: 'Autre' }, { id: later, kind: 'individual', name: 'Le Goff' }]) }))).toEqual([on]);
    expect(await takenBy(await mail({ correspondent_id: await person('correspondent') }))).toEqual([]);
  });

  it('on a beneficiary take mails with a document for them; nothing once they were released', async () => {
    const root = await person('beneficiary');
    const on = await hold({ kind: 'beneficiary', id: await person('beneficiary', root) });
    const [one, document] = [await mail(), newId()];
    await store.db.insertInto('document').values({ id: document, mail_id: one, position: 1, role: 'main', name: 'a.pdf', media_type: 'application/pdf', size: 1, sha512: 'x', pages: 1, warnings: '[]' } as never).execute();
    await store.db.insertInto('document_beneficiary').values({ document_id: document, beneficiary_id: root }).execute();
    expect(await takenBy(one)).toEqual([on]);
    await store.db.updateTable('hold').set({ released_at: new Date(), released_by: 'odile', release_reason: 'Jugé' }).where('id', '=', on).execute();
    expect(await takenBy(one)).toEqual([]);
  });
});
