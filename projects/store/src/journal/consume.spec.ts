import { sql } from 'kysely';
import { type Store, openStore } from '../open-store.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { breakConnections } from '../testing/break-connections.js';
import { type Child, runChild } from '../testing/child.js';
import { until } from '../testing/until.js';
import type { Tx } from '../transaction.js';
import { type ConsumerOptions, type JournalConsumer, consumeJournal, consumeTogether } from './consume.js';
import { consumerStates, replayFailure } from './consumers.js';
import { type JournalEntry, readJournal } from './read.js';
import { verifyJournal } from './verify.js';

const context = { entityId: 'default', actor: 'agnes', correlationId: 'c-1' };

describe('a consumer of the journal', () => {
  let database: TestDatabase;
  let store: Store;
  let consumers: JournalConsumer[];
  let children: Child[];

  beforeEach(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
    consumers = [];
    children = [];
  });
  afterEach(async () => {
    await Promise.all([...consumers.map((consumer) => consumer.stop()), ...children.map((child) => child.kill())]);
    await store.close();
    await database.drop();
  });

  const start = (options: Partial<ConsumerOptions> & Pick<ConsumerOptions, 'handle'>): JournalConsumer => {
    const consumer = consumeJournal(store, { name: 'test', types: ['mail.registered'], pollMs: 600_000, backoffMs: 1, ...options });
    consumers.push(consumer);
    return consumer;
  };
  const register = (...ids: string[]) =>
    store.transaction(context, async (tx) => ids.forEach((id) => tx.append({ type: 'mail.registered', subjectKind: 'mail', subjectId: id, personal: { subject: id } })));
  const cursor = async (name = 'test') => (await store.db.selectFrom('consumer_cursor').select('seq').where('name', '=', name).executeTakeFirst())?.seq;

  it('gets what was written before it came and, on announcement, what comes later, in order and with personal parts', async () => {
    await register('m-1', 'm-2');
    const seen: unknown[] = [];
    start({ handle: async (entry) => void seen.push([entry.subjectId, entry.personal?.['subject']]) });
    await until('the first two', () => seen.length === 2);
    await store.transaction(context, async (tx) => tx.append({ type: 'mail.taken', subjectKind: 'mail', subjectId: 'm-1' }));
    await register('m-3');
    await until('the third', () => seen.length === 3);
    expect(seen).toEqual([['m-1', 'm-1'], ['m-2', 'm-2'], ['m-3', 'm-3']]);
  });

  it('writes its own entries under the correlation of the one it handles', async () => {
    await register('m-1');
    start({ handle: async (entry, tx) => tx.append({ type: 'mail.distributed', subjectKind: 'mail', subjectId: entry.subjectId }) });
    await until('distribution', async () => (await readJournal(store.db, { types: ['mail.distributed'] })).length > 0);
    const [entry] = await readJournal(store.db, { types: ['mail.distributed'] });
    expect([entry?.actor, entry?.correlationId]).toEqual(['system', 'c-1']);
  });

  it('goes on where it stopped', async () => {
    const seen: string[] = [];
    const handle = async (entry: { subjectId: string }) => void seen.push(entry.subjectId);
    await register('m-1');
    const first = start({ handle });
    await until('the first', () => seen.length === 1);
    await first.stop();
    await register('m-2');
    start({ handle });
    await until('the second', () => seen.length === 2);
    expect(seen).toEqual(['m-1', 'm-2']);
  });

  it('tries again an entry that fails, undoing its effects, before any later one', async () => {
    await register('m-1', 'm-2');
    const tries: string[] = [];
    const errors: unknown[] = [];
    start({
      handle: async (entry, tx) => {
        tries.push(entry.subjectId);
        tx.append({ type: 'mail.distributed', subjectKind: 'mail', subjectId: entry.subjectId });
        await tx.enqueue('mirror', { mail: entry.subjectId });
        if (tries.length < 3) throw new Error('not yet');
      },
      onError: (error) => void errors.push(error),
    });
    await until('both', () => tries.length === 4);
    await until('the cursor', async () => (await cursor()) === 2);
    expect(tries).toEqual(['m-1', 'm-1', 'm-1', 'm-2']);
    expect(errors.length).toBe(2);
    expect((await readJournal(store.db, { types: ['mail.distributed'] })).map((entry) => entry.subjectId)).toEqual(['m-1', 'm-2']);
  });

  it('puts a poison entry aside where it can be seen, goes on, and handles it when asked to', async () => {
    await register('poison', 'm-2');
    let cured = false;
    const seen: string[] = [];
    start({
      maxAttempts: 3,
      handle: async (entry) => {
        if (entry.subjectId === 'poison' && !cured) throw new TypeError('cannot be handled');
        seen.push(entry.subjectId);
      },
    });
    await until('the entry after the poison', () => seen.length === 1);
    await until('the cursor', async () => (await cursor()) === 2);
    expect(await store.db.selectFrom('consumer_failure').select(['name', 'seq', 'attempts', 'error']).execute()).toEqual([
      { name: 'test', seq: 1, attempts: 3, error: 'TypeError: cannot be handled' },
    ]);
    expect(await consumerStates(store.db)).toEqual([{ name: 'test', lag: 0, attempts: 0, failures: 1 }]);

    cured = true;
    await replayFailure(store.db, 'test', 1);
    await register('m-3');
    await until('the replay and the next', () => seen.length === 3);
    await until('the cursor', async () => (await cursor()) === 3);
    expect(seen).toEqual(['m-2', 'poison', 'm-3']);
    expect(await consumerStates(store.db)).toEqual([{ name: 'test', lag: 0, attempts: 0, failures: 0 }]);
  });

  it('keeps an entry aside when its replay fails again', async () => {
    await register('poison');
    start({ maxAttempts: 1, handle: () => Promise.reject(new Error('no')) });
    await until('parked', async () => (await consumerStates(store.db))[0]?.failures === 1);
    await replayFailure(store.db, 'test', 1);
    await register();
    await store.transaction(context, async (tx) => tx.append({ type: 'other', subjectKind: 'mail', subjectId: 'm' }));
    await until('tried again', async () => {
      const failure = await store.db.selectFrom('consumer_failure').selectAll().executeTakeFirst();
      return failure?.attempts === 2 && !failure.replay_requested;
    });
    await expectAsync(replayFailure(store.db, 'test', 99)).toBeRejectedWithError(/has not put entry 99 aside/);
  });

  it('skips over many entries that are not for it without losing one that is', async () => {
    await store.transaction(context, async (tx) => {
      for (let i = 0; i < 600; i++) tx.append({ type: 'other', subjectKind: 'mail', subjectId: 'm' });
    });
    const seen: number[] = [];
    start({ handle: async (entry) => void seen.push(entry.seq) });
    await until('skipped', async () => (await cursor()) === 600);
    await register('m-1');
    await until('the one', () => seen.length === 1);
    expect(seen).toEqual([601]);
  });

  it('goes on after all connections were lost', async () => {
    const seen: string[] = [];
    start({ handle: async (entry) => void seen.push(entry.subjectId), pollMs: 200 });
    await register('m-1');
    await until('before', () => seen.length === 1);
    await breakConnections(database.url);
    await until('a new connection', () => register('m-2').then(() => true, () => false));
    await until('after', () => seen.includes('m-2'));
    expect(new Set(seen).size).toBe(seen.length);
  }, 40_000);

  it('has its effects once though two processes of its name run and are killed again and again', async () => {
    const ids = Array.from({ length: 150 }, (_, i) => `m-${i}`);
    const module = new URL('./consume.fixture.js', import.meta.url);
    const writing = (async () => {
      for (const id of ids) await register(id);
    })();
    for (let crash = 0; crash < 4; crash++) {
      const pair = [runChild(module, database.url), runChild(module, database.url)];
      children.push(...pair);
      const worked = () => pair.reduce((sum, child) => sum + child.lines.length, 0);
      const counted = async () => (await store.db.selectFrom('counter').select('last').execute()).length;
      await until('some work', async () => worked() > 12 || (await counted()) === ids.length);
      if (crash < 3) await Promise.all(pair.map((child) => child.kill()));
    }
    await writing;
    await until('all counted', async () => (await readJournal(store.db, { types: ['mail.counted'] })).length >= ids.length);
    const counters = await store.db.selectFrom('counter').select(['register', 'last']).execute();
    expect(counters.length).toBe(ids.length);
    expect(counters.filter((counter) => counter.last !== 1)).toEqual([]);
    expect((await readJournal(store.db, { types: ['mail.counted'] })).map((entry) => entry.subjectId)).toEqual(ids);
    expect((await verifyJournal(database.url)).intact).toBeTrue();
  }, 60_000);

  describe('together with others', () => {
    const together = (...each: (Partial<ConsumerOptions> & Pick<ConsumerOptions, 'name' | 'handle'>)[]) => consumers.push(consumeTogether(store, each.map((options) => ({ types: ['mail.registered'], pollMs: 600_000, backoffMs: 1, ...options }))));
    const transactionOf = async (tx: Tx) => (await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(tx.trx)).rows[0]?.id ?? '';

    it('handles what waits in one transaction, each its own types, and goes on where each had stopped', async () => {
      await register('m-1');
      const before = start({ name: 'a', handle: async () => undefined });
      await until('a has the first', async () => (await cursor('a')) !== 0 && (await cursor('a')) !== undefined);
      await before.stop();
      await register('m-2');
      await store.transaction(context, async (tx) => tx.append({ type: 'mail.taken', subjectKind: 'mail', subjectId: 'm-2' }));
      const seen: string[] = [];
      const transactions = new Set<string>();
      const handler = (name: string) => async (entry: JournalEntry, tx: Tx) => {
        seen.push(`${name} ${entry.type} ${entry.subjectId}`);
        transactions.add(await transactionOf(tx));
        if (name === 'b' && entry.type === 'mail.registered') tx.append({ type: 'mail.distributed', subjectKind: 'mail', subjectId: entry.subjectId });
      };
      together({ name: 'a', handle: handler('a') }, { name: 'b', handle: handler('b') }, { name: 'c', types: ['mail.taken'], handle: handler('c') });
      await until('all have theirs, and it is committed', async () => seen.length === 4 && (await readJournal(store.db, { types: ['mail.distributed'] })).length > 0);
      expect(seen).toEqual(['b mail.registered m-1', 'a mail.registered m-2', 'b mail.registered m-2', 'c mail.taken m-2']);
      expect(transactions.size).toBe(1);
      expect((await readJournal(store.db, { types: ['mail.distributed'] })).map(({ subjectId }) => subjectId)).toEqual(['m-1', 'm-2']);
      await register('m-3');
      await until('the next, too', () => seen.length === 6);
    });

    it('keeps its failures to itself, and comes back once its entry was put aside', async () => {
      const seen: string[] = [];
      const failing = async (entry: JournalEntry) => {
        if (entry.subjectId === 'm-1') throw new Error('not this one');
        seen.push(`failing ${entry.subjectId}`);
      };
      await register('m-1', 'm-2');
      together({ name: 'failing', maxAttempts: 2, handle: failing }, { name: 'sound', handle: async (entry) => void seen.push(`sound ${entry.subjectId}`) });
      await until('all that can be done is done', async () => seen.includes('failing m-2') && (await cursor('sound')) === 2);
      const states = await consumerStates(store.db);
      expect(states.map(({ name, failures, attempts }) => [name, failures, attempts])).toEqual([['failing', 1, 0], ['sound', 0, 0]]);
      await register('m-3');
      await until('both go on', () => seen.includes('failing m-3') && seen.includes('sound m-3'));
    });

    it('does not wait for one that is far behind', async () => {
      await register(...Array.from({ length: 1_100 }, (_, index) => `old-${index}`));
      await store.db.insertInto('consumer_cursor').values({ name: 'quick', seq: 1_100 }).execute();
      await register('new');
      let late = 0;
      let lateBefore = -1;
      together({ name: 'late', handle: async () => void late++ }, { name: 'quick', handle: async () => void (lateBefore = late) });
      await until('the quick one has its entry', () => lateBefore >= 0);
      expect(lateBefore).toBeLessThan(100);
      await until('the late one has all', () => late === 1_101);
    });

    it('passes over what it has nothing to do with, and is asked once for all of it', async () => {
      let asked = 0;
      let concerned = false;
      const seen: string[] = [];
      const handler = (name: string) => async ({ subjectId }: JournalEntry) => void seen.push(`${name} ${subjectId}`);
      await register('m-1', 'm-2');
      together({ name: 'a', handle: handler('a') }, { name: 'b', handle: handler('b'), concerned: async () => (asked++, concerned) });
      await until('the other has its own', async () => (await cursor('a')) === 2);
      expect([asked, ...seen]).toEqual([1, 'a m-1', 'a m-2']);
      concerned = true;
      await register('m-3');
      await until('both have what came since', () => seen.length >= 4);
      expect(seen.slice(2).sort()).toEqual(['a m-3', 'b m-3']);
    });

    it('goes by itself while it says that it has to', async () => {
      const transactions = new Map<string, string>();
      const handler = (name: string) => async (_: JournalEntry, tx: Tx) => void transactions.set(name, await transactionOf(tx));
      await register('m-1');
      together({ name: 'a', handle: handler('a') }, { name: 'b', handle: handler('b'), concerned: async () => true }, { name: 'c', handle: handler('c') });
      await until('all have it', () => transactions.size === 3);
      expect(transactions.get('a')).toBe(transactions.get('c') ?? 'none');
      expect(transactions.get('b')).not.toBe(transactions.get('a') ?? 'none');
    });
  });
});
