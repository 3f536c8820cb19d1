import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Store, openStore } from '../open-store.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { readAnchor, writeAnchor } from './anchor-file.js';
import { type Anchor, type JournalReport, verifyJournal } from './verify.js';

describe('the verifier of the journal', () => {
  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
    await store.transaction({ entityId: 'default', actor: 'agnes' }, async (tx) => {
      for (let i = 1; i <= 6; i++) {
        tx.append({ type: 'mail.noted', subjectKind: 'mail', subjectId: `m-${i}`, data: { n: i }, personal: i % 2 ? { note: `n${i}` } : undefined });
      }
    });
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  /** As someone who owns the database could: guards off, change, guards on. */
  async function tamper(...statements: string[]): Promise<void> {
    const guards = (mode: string) => ['journal', 'journal_private', 'journal_head'].map((table) => `alter table ${table} ${mode}`);
    await store.db.transaction().execute(async (trx) => {
      for (const text of [
        ...guards('disable trigger all'),
        'alter table journal drop constraint journal_check',
        'alter table journal drop constraint journal_pkey cascade',
        ...statements,
        ...guards('enable trigger all'),
      ]) {
        await sql.raw(text).execute(trx);
      }
    });
  }

  const breakAt = (report: JournalReport) => [report.intact, report.firstBreak?.seq, report.firstBreak?.reason];

  it('finds a whole chain whole and tells where it ends', async () => {
    const report = await verifyJournal(database.url);
    expect(report).toEqual({ intact: true, entries: 6, personalParts: 3, erasedPersonalParts: 0, last: { seq: '6', hash: jasmine.any(String) as never }, firstBreak: undefined });
  });

  it('finds an empty journal whole', async () => {
    const empty = await createTestDatabase();
    try {
      expect(await verifyJournal(empty.url)).toEqual(jasmine.objectContaining({ intact: true, entries: 0, last: undefined }));
    } finally {
      await empty.drop();
    }
  });

  it('reads more entries than it holds at once', async () => {
    await store.transaction({ entityId: 'default', actor: 'agnes' }, async (tx) => {
      for (let i = 0; i < 1_494; i++) tx.append({ type: 'mail.noted', subjectKind: 'mail', subjectId: 'm' });
    });
    expect(await verifyJournal(database.url)).toEqual(jasmine.objectContaining({ intact: true, entries: 1_500 }));
  });

  it('finds an edited body', async () => {
    await tamper(`update journal set body = replace(body, '"n":3', '"n":4') where seq = 3`);
    expect(breakAt(await verifyJournal(database.url))).toEqual([false, '3', 'hash']);
  });

  it('finds an edited body whose own hash was recomputed', async () => {
    await tamper(`update journal set body = replace(body, '"n":3', '"n":4') where seq = 3`, `update journal set hash = sha256(prev_hash || convert_to(body, 'UTF8')) where seq = 3`);
    expect(breakAt(await verifyJournal(database.url))).toEqual([false, '4', 'link']);
  });

  for (const [column, value] of [['actor', `'nobody'`], ['at', `at + interval '1 ms'`], ['type', `'mail.closed'`], ['subject_id', `'m-9'`], ['on_behalf_of', `'x'`], ['private_digest', 'null']] as const) {
    it(`finds that the column ${column} tells another story than the body`, async () => {
      await tamper(`update journal set ${column} = ${value} where seq = 5`);
      expect(breakAt(await verifyJournal(database.url))).toEqual([false, '5', 'columns']);
    });
  }

  it('finds a deleted entry', async () => {
    await tamper('delete from journal where seq = 4');
    expect(breakAt(await verifyJournal(database.url))).toEqual([false, '5', 'gap']);
  });

  it('finds a deleted entry though the later ones were renumbered', async () => {
    await tamper('delete from journal where seq = 4', 'update journal set seq = seq - 1 where seq > 4', 'update journal_head set seq = 5');
    expect(breakAt(await verifyJournal(database.url))).toEqual([false, '4', 'link']);
  });

  it('finds entries that changed places', async () => {
    await tamper('update journal set seq = case seq when 2 then 3 else 2 end where seq in (2, 3)');
    expect(breakAt(await verifyJournal(database.url))).toEqual([false, '2', 'link']);
  });

  it('finds an entry that is there twice', async () => {
    await tamper(`insert into journal (seq, entity_id, at, type, subject_kind, subject_id, actor, body, private_digest, prev_hash, hash)
      select seq, entity_id, at, type, subject_kind, subject_id, actor, body, private_digest, prev_hash, hash from journal where seq = 2`);
    expect(breakAt(await verifyJournal(database.url))).toEqual([false, '2', 'gap']);
  });

  it('finds a changed personal part, but not an erased one', async () => {
    await tamper(`update journal_private set data = '{"note":"another"}' where seq = 3`, 'delete from journal_private where seq = 1');
    const report = await verifyJournal(database.url);
    expect(breakAt(report)).toEqual([false, '3', 'personal']);
    expect(report.erasedPersonalParts).toBe(1);
  });

  it('finds a cut tail by the head, or against an anchor when the head was set back too', async () => {
    const { last } = await verifyJournal(database.url);
    await tamper('delete from journal where seq > 4');
    expect(breakAt(await verifyJournal(database.url))).toEqual([false, '6', 'tail']);
    await tamperAgain('update journal_head set seq = 4, hash = (select hash from journal where seq = 4)');
    expect((await verifyJournal(database.url)).intact).toBeTrue();
    expect(breakAt(await verifyJournal(database.url, { anchor: last }))).toEqual([false, '6', 'tail']);
  });

  it('finds against an anchor that the chain was written anew', async () => {
    const anchor: Anchor = { seq: '4', hash: 'ab'.repeat(32) };
    expect(breakAt(await verifyJournal(database.url, { anchor }))).toEqual([false, '4', 'anchor']);
  });

  it('keeps its anchor in a file that it reads again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bannette-anchor-'));
    try {
      const file = join(folder, 'anchor.json');
      expect(await readAnchor(file)).toBeUndefined();
      const { last } = await verifyJournal(database.url);
      await writeAnchor(file, last as Anchor);
      expect(await readAnchor(file)).toEqual(last);
      await writeFile(file, '{"seq":6}');
      await expectAsync(readAnchor(file)).toBeRejectedWithError(/not an anchor/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  async function tamperAgain(statement: string): Promise<void> {
    await sql.raw(statement).execute(store.db);
  }
});
