import { sql } from 'kysely';
import { newId } from './ids.js';
import { type Store, openStore } from './open-store.js';
import { type TestDatabase, createTestDatabase } from './testing.js';

describe('The words of a mail', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 2 });
    await store.db.insertInto('entity').values({ id: 'default', name: 'default' }).onConflict((conflict) => conflict.doNothing()).execute();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const makeMail = async (read: string): Promise<string> => {
    const id = newId();
    await sql`INSERT INTO mail (id, entity_id, category, state, channel, read_text, copies, readers, listers, confidentiality) VALUES (${id}, 'default', 'incoming', 'toQualify', 'post', ${read}, '{}', '{}', '{}', 0)`.execute(store.db);
    return id;
  };
  const finds = async (text: string): Promise<readonly string[]> => (await sql<{ mail_id: string }>`SELECT mail_id FROM mail_word WHERE words @@ websearch_to_tsquery('french', ${text})`.execute(store.db)).rows.map(({ mail_id }) => mail_id);
  /** Which version of the row it is: another after each writing. */
  const written = async (id: string): Promise<unknown> => (await sql<{ xmin: unknown }>`SELECT xmin FROM mail_word WHERE mail_id = ${id}`.execute(store.db)).rows[0]?.xmin;

  it('are those that were read, its subject, its correspondent, its number and its fields, as they are now', async () => {
    const id = await makeMail('Les passerelles du canal');
    expect(await finds('passerelle')).toEqual([id]);
    await sql`UPDATE mail SET subject = 'Éclairage public', correspondent = '{"kind":"individual","name":"Quatrefages"}', chrono = 'A-2026-000777', fields = '{"parcelle":"Bruyère"}' WHERE id = ${id}`.execute(store.db);
    for (const text of ['éclairage', 'quatrefages', 'A-2026-000777', 'bruyères', 'passerelle quatrefages']) expect(await finds(text)).withContext(text).toEqual([id]);
    await sql`UPDATE mail SET subject = 'Voirie' WHERE id = ${id}`.execute(store.db);
    expect(await finds('éclairage')).toEqual([]);
  });

  it('are not made again by a change that says nothing else', async () => {
    const id = await makeMail('Demande de bourse');
    const before = await written(id);
    await sql`UPDATE mail SET summary = 'Autre chose', confidentiality = 1, subject = NULL, read_text = read_text WHERE id = ${id}`.execute(store.db);
    expect(await written(id)).toEqual(before);
    await sql`UPDATE mail SET subject = 'Bourse' WHERE id = ${id}`.execute(store.db);
    expect(await written(id)).not.toEqual(before);
  });

  it('go with it', async () => {
    const id = await makeMail('Zibeline');
    await sql`DELETE FROM mail WHERE id = ${id}`.execute(store.db);
    expect(await finds('zibeline')).toEqual([]);
  });
});
