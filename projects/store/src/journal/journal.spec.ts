import { sql } from 'kysely';
import { type Store, openStore } from '../open-store.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { erasePersonalParts } from './erase.js';
import { readJournal } from './read.js';
import { verifyJournal } from './verify.js';

const context = { entityId: 'default', actor: 'agnes', onBehalfOf: 'bruno', correlationId: 'c-1' };

describe('the journal', () => {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url, poolSize: 8 });
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  it("tells a letter's history: who, when, for whom, with its personal part", async () => {
    const at = new Date('2026-03-02T08:15:00.123Z');
    await store.transaction(context, async (tx) => {
      tx.append({ type: 'mail.registered', subjectKind: 'mail', subjectId: 'm-1', data: { chrono: 'A-2026-000001' }, personal: { sender: 'Zoé Élan' }, at });
      tx.append({ type: 'mail.taken', subjectKind: 'mail', subjectId: 'm-2' });
    });
    const told: unknown = await readJournal(store.db, { subjectKind: 'mail', subjectId: 'm-1' });
    expect(told).toEqual([
      {
        seq: 1, entityId: 'default', at, type: 'mail.registered', subjectKind: 'mail', subjectId: 'm-1', actor: 'agnes', onBehalfOf: 'bruno',
        correlationId: 'c-1', data: { chrono: 'A-2026-000001' }, personal: { sender: 'Zoé Élan' }, personalErased: false,
        hash: jasmine.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect((await readJournal(store.db, { types: ['mail.taken', 'mail.closed'] })).map((entry) => entry.subjectId)).toEqual(['m-2']);
    expect(await readJournal(store.db, { types: [] })).toEqual([]);
    expect((await readJournal(store.db, { afterSeq: 1, limit: 5 })).map((entry) => entry.seq)).toEqual([2]);
  });

  it('keeps no personal data in the chain itself', async () => {
    await store.transaction(context, async (tx) => tx.append({ type: 'mail.registered', subjectKind: 'mail', subjectId: 'm-1', personal: { sender: 'Zoé Élan' } }));
    const { body } = await store.db.selectFrom('journal').select('body').executeTakeFirstOrThrow();
    expect(body).not.toContain('Zoé');
    expect(body).toMatch(/"privateDigest":"[0-9a-f]{64}"/);
  });

  it('numbers entries without hole in the order of their commits while many write at once', async () => {
    const writes = Array.from({ length: 120 }, (_, i) =>
      store
        .transaction(context, async (tx) => {
          tx.append({ type: 'a', subjectKind: 'system', subjectId: String(i) });
          if (i % 3 === 0) throw new Error('undone');
          tx.append({ type: 'b', subjectKind: 'system', subjectId: String(i) });
        })
        .catch(() => undefined),
    );
    await Promise.all(writes);
    const entries = await readJournal(store.db, {});
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 160 }, (_, i) => i + 1));
    expect(await verifyJournal(database.url)).toEqual(jasmine.objectContaining({ intact: true, entries: 160 }));
  });

  it('shows an entry to no one before all earlier ones can be seen', async () => {
    let writing = true;
    const writers = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let i = 0; i < 30; i++) await store.transaction(context, async (tx) => tx.append({ type: 'a', subjectKind: 'system', subjectId: `${writer}-${i}` }));
      }),
    ).finally(() => (writing = false));
    while (writing) {
      const { rows } = await sql<{ count: number; last: number }>`select count(*) as count, coalesce(max(seq), 0) as last from journal`.execute(store.db);
      expect(rows[0]?.count).toBe(rows[0]?.last as number);
    }
    await writers;
  });

  it('refuses any change of an entry, even by the owner and with triggers set to replica', async () => {
    await store.transaction(context, async (tx) => tx.append({ type: 'a', subjectKind: 'mail', subjectId: 'm', personal: { name: 'Zoé' } }));
    const forbidden = [
      `update journal set actor = 'nobody'`, 'delete from journal', 'truncate journal cascade', `update journal_private set data = '{}'`,
      'truncate journal_private', 'delete from journal_head', 'truncate journal_head', 'delete from journal where false',
    ];
    for (const statement of forbidden) {
      for (const role of ['origin', 'replica']) {
        const attempt = store.db.transaction().execute(async (trx) => {
          await sql.raw(`set local session_replication_role = ${role}`).execute(trx);
          await sql.raw(statement).execute(trx);
        });
        await expectAsync(attempt).withContext(`${statement} as ${role}`).toBeRejectedWithError(/is refused/);
      }
    }
    expect((await verifyJournal(database.url)).intact).toBeTrue();
  });

  it('refuses an entry whose hash is not the one of its body', async () => {
    const forged = sql`insert into journal (seq, entity_id, at, type, subject_kind, subject_id, actor, body, prev_hash, hash)
      values (1, 'default', now(), 'a', 'mail', 'm', 'x', '{"data":{}}', '\\x00', '\\x00')`.execute(store.db);
    await expectAsync(forged).toBeRejectedWithError(/check constraint/);
  });

  it('erases the personal parts on a subject, says so, and stays whole', async () => {
    for (const id of ['m-1', 'm-1', 'm-2']) {
      await store.transaction(context, async (tx) => tx.append({ type: 'mail.noted', subjectKind: 'mail', subjectId: id, personal: { note: `for ${id}` } }));
    }
    expect(await store.transaction(context, (tx) => erasePersonalParts(tx, { kind: 'mail', id: 'm-1' }))).toBe(2);
    const entries = await readJournal(store.db, {});
    const told: unknown = entries.map((entry) => [entry.type, entry.personal, entry.personalErased]);
    expect(told).toEqual([
      ['mail.noted', undefined, true],
      ['mail.noted', undefined, true],
      ['mail.noted', { note: 'for m-2' }, false],
      ['journal.personalErased', undefined, false],
    ]);
    expect(await verifyJournal(database.url)).toEqual(jasmine.objectContaining({ intact: true, personalParts: 1, erasedPersonalParts: 2 }));
  });

  it('takes no entry with text that PostgreSQL cannot keep, and goes on', async () => {
    const hostile = store.transaction(context, async (tx) => tx.append({ type: 'a', subjectKind: 'mail', subjectId: 'm', personal: { subject: 'a\0b' } }));
    await expectAsync(hostile).toBeRejectedWithError(/U\+0000/);
    await store.transaction(context, async (tx) => tx.append({ type: 'a', subjectKind: 'mail', subjectId: 'm' }));
    expect((await readJournal(store.db, {})).map((entry) => entry.seq)).toEqual([1]);
  });
});
