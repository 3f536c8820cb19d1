import { sql } from 'kysely';
import { readJournal } from '../journal/read.js';
import { verifyJournal } from '../journal/verify.js';
import { newId } from '../ids.js';
import { type Store, openStore } from '../open-store.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { eliminatedWords } from './columns.js';
import { scrubMail, spooledOf } from './scrub.js';

const context = { entityId: 'default', actor: 'system' };
/** Stands wherever a person could be named. */
const person = 'Zénobie Quatrefages';

describe('A mail that is eliminated', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 4 });
    await store.db.insertInto('entity').values({ id: 'default', name: 'default' }).onConflict((conflict) => conflict.doNothing()).execute();
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const run = (text: string) => sql.raw(text).execute(store.db);
  /** A mail with its deposit and all that can be written down around it, each with the person's name in it. */
  const makeMail = async (deposit?: string): Promise<{ id: string; deposit: string; document: string; file: string }> => {
    const [id, document, file, note, task] = [newId(), newId(), newId(), newId(), newId()];
    const own = deposit ?? newId();
    if (!deposit) await run(`INSERT INTO deposit (id, entity_id, source, channel, grouping, sender_name, sender_email, subject, created_by, correlation_id) VALUES ('${own}', 'default', 'page', 'post', 'oneMail', '${person}', 'z@example.fr', 'de ${person}', 'clara', 'c')`);
    const json = JSON.stringify({ kind: 'individual', name: person });
    await run(`
      INSERT INTO mail (id, entity_id, category, state, deposit_id, channel, chrono, node_name, subject, summary, proposals, read_text, correspondent, copies, readers, listers, assignee, assignee_name, confidentiality, parties, fields, closing_reason, declared_trigger)
        VALUES ('${id}', 'default', 'incoming', 'closed', '${own}', 'post', 'A-${id}', 'A-${id}', 'Demande de ${person}', '${person}', '{"senderName":{"value":"${person}"}}', 'Je soussignée ${person}', '${json}', '{JURIDIQUE}', '{GROUP_GEC_S_ROUTES}', '{GROUP_GEC_S_ROUTES}', 'ines', 'Inès', 0, '[${json}]', '{"allocataire":"${person}"}', 'vu avec ${person}', '1956-02-29');
      INSERT INTO document (id, mail_id, position, role, name, media_type, size, sha512, pages, warnings, spool_key, nature_proposal) VALUES ('${document}', '${id}', 1, 'main', '01.pdf', 'application/pdf', 3, 'aa', 1, '[]', 'spool-${id}', '{"value":"${person}"}');
      INSERT INTO deposit_file (id, deposit_id, position, original_name, size, sha512, spool_key, state, warnings, mail_id, attachments) VALUES ('${file}', '${own}', ${deposit ? 2 : 1}, '${person}.pdf', 3, 'aa', 'file-${id}', 'read', '[]', '${id}', '[{"name":"${person}"}]');
      INSERT INTO page_text (file_id, number, text) VALUES ('${file}', 1, '${person}');
      INSERT INTO note (id, mail_id, author, author_name, text) VALUES ('${note}', '${id}', 'ines', 'Inès', '${person} a rappelé');
      INSERT INTO task (id, entity_id, mail_id, title, assignees, created_by) VALUES ('${task}', 'default', '${id}', 'Rappeler ${person}', '{ines}', 'ines');
      INSERT INTO notice (id, entity_id, audience, kind, key, params, link) VALUES ('${newId()}', 'default', 'ines', 'mail.taken', '${id}', '{"subject":"${person}"}', '/mails/${id}');
      INSERT INTO distribution (id, entity_id, mail_id, at, facts, because) VALUES ('${newId()}', 'default', '${id}', now(), '{"text":"${person}"}', '{"code":"x","params":{"name":"${person}"}}');
      INSERT INTO alert (id, entity_id, mail_id, kind, node_id, mark, data, raised_at, last_at) VALUES ('${newId()}', 'default', '${id}', 'renamed', '${newId()}', 'name', '{"name":"${person}"}', now(), now());`);
    await store.transaction(context, async (tx) => {
      tx.append({ type: 'mail.registered', subjectKind: 'mail', subjectId: id, data: { chrono: `A-${id}` }, personal: { sender: person } });
      tx.append({ type: 'mail.taskAdded', subjectKind: 'work', subjectId: task, personal: { title: person } });
      if (!deposit) tx.append({ type: 'deposit.accepted', subjectKind: 'deposit', subjectId: own, personal: { sender: person } });
    });
    return { id, deposit: own, document, file };
  };
  const eliminate = (id: string): Promise<void> => store.transaction(context, (tx) => scrubMail(tx, id, new Date('2026-11-22T10:00:00Z')));

  /** Everything of the database that says the name, table by table. */
  const named = async (): Promise<readonly string[]> => {
    const { rows: tables } = await sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`.execute(store.db);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)} t WHERE t::text LIKE ${'%Quatrefages%'}`.execute(store.db);
      if (rows[0]?.n) found.push(`${name}: ${rows[0].n}`);
    }
    return found.sort();
  };

  it('leaves no word of persons in any table, keeps its number and digests, and the journal stays whole', async () => {
    const mail = await makeMail();
    expect((await named()).length).toBeGreaterThan(9);
    expect(await spooledOf({ trx: store.db as never }, mail.id)).toEqual(jasmine.arrayWithExactContents([`spool-${mail.id}`, `file-${mail.id}`]));
    await eliminate(mail.id);
    expect(await named()).toEqual([]);
    const row = await store.db.selectFrom('mail').selectAll().where('id', '=', mail.id).executeTakeFirstOrThrow();
    expect([row.state, row.chrono, row.declared_trigger, row.readers, row.node_name, row.eliminated_at?.toISOString(), row.desired_version]).toEqual(['eliminated', `A-${mail.id}`, null, [], `A-${mail.id}`, '2026-11-22T10:00:00.000Z', row.applied_version + 1]);
    expect((await store.db.selectFrom('document').select('sha512').where('mail_id', '=', mail.id).execute()).map(({ sha512 }) => sha512)).toEqual(['aa']);
    expect((await verifyJournal(database.url)).firstBreak).toBeUndefined();
    expect((await readJournal(store.db, { subjectKind: 'mail', subjectId: mail.id })).map(({ type, personalErased }) => `${type} ${personalErased}`)).toEqual(['mail.registered true', 'journal.personalErased false']);
    await eliminate(mail.id);
  });

  it('leaves its deposit its words as long as another mail of it is there', async () => {
    const first = await makeMail();
    const second = await makeMail(first.deposit);
    await eliminate(first.id);
    expect((await named()).filter((one) => /^(deposit|page_text|deposit_file):/.test(one))).toEqual(['deposit: 1', 'deposit_file: 1', 'page_text: 1']);
    await eliminate(second.id);
    expect(await named()).toEqual([]);
  });

  it('never comes back, and takes no words again', async () => {
    const { id } = await makeMail();
    await eliminate(id);
    await expectAsync(run(`UPDATE mail SET state = 'closed' WHERE id = '${id}'`)).toBeRejected();
    await expectAsync(run(`UPDATE mail SET subject = 'x' WHERE id = '${id}'`)).toBeRejected();
    await expectAsync(store.transaction(context, (tx) => scrubMail(tx, "'; drop table mail; --", new Date()))).toBeRejected();
  });

  it('has every column that can hold words decided: kept, or gone with it', async () => {
    const { rows } = await sql<{ table: string; column: string }>`
      SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'jsonb', 'json', 'ARRAY', 'bytea', 'character varying', 'tsvector')`.execute(store.db);
    const undecided = rows.filter(({ table, column }) => {
      const words = eliminatedWords[table];
      return !words || !(words.gone || (words.set && column in words.set) || words.kept.split(' ').includes(column));
    });
    expect(undecided.map(({ table, column }) => `${table}.${column}`)).withContext('decide about these in store/src/elimination/columns.ts').toEqual([]);
    const known = new Set(rows.map(({ table, column }) => `${table}.${column}`));
    const gone = Object.entries(eliminatedWords).flatMap(([table, { kept }]) => kept.split(' ').filter(Boolean).map((column) => `${table}.${column}`)).filter((name) => !known.has(name));
    expect(gone).withContext('columns that are not there any more').toEqual([]);
  });
});
