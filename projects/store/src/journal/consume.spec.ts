import { type Store, openStore } from '../open-store.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { breakConnections } from '../testing/break-connections.js';
import { type Child, runChild } from '../testing/child.js';
import { until } from '../testing/until.js';
import { type ConsumerOptions, type JournalConsumer, consumeJournal } from './consume.js';
import { consumerStates, replayFailure } from './consumers.js';
import { readJournal } from './read.js';
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
});
