import { type Store, openStore } from '../open-store.js';
import { readJournal } from '../journal/read.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { runChild } from '../testing/child.js';
import { until } from '../testing/until.js';
import { type Register, nextNumber, raiseCounter } from './counter.js';

const arrivals: Register = { entityId: 'default', register: 'A', year: 2026 };
const context = { entityId: 'default', actor: 'system' };

describe('a register of numbers', () => {
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

  const draw = (register = arrivals) => store.transaction(context, (tx) => nextNumber(tx.trx, register));

  it('starts at 1, for each register and each year', async () => {
    expect([await draw(), await draw()]).toEqual([1, 2]);
    expect(await draw({ ...arrivals, register: 'D' })).toBe(1);
    expect(await draw({ ...arrivals, year: 2027 })).toBe(1);
  });

  it('gives the number of an undone transaction to the next one', async () => {
    await draw();
    await expectAsync(
      store.transaction(context, async (tx) => {
        expect(await nextNumber(tx.trx, arrivals)).toBe(2);
        throw new Error('undone');
      }),
    ).toBeRejectedWithError('undone');
    expect(await draw()).toBe(2);
  });

  it('shows no hole and no double after eight clients, undone work and killed processes', async () => {
    const module = new URL('./counter.fixture.js', import.meta.url);
    const killed = [runChild(module, database.url), runChild(module, database.url)];
    const clients = Array.from({ length: 8 }, async (_, client) => {
      for (let i = 0; i < 30; i++) {
        await store
          .transaction(context, async (tx) => {
            const number = await nextNumber(tx.trx, arrivals);
            tx.append({ type: 'drawn', subjectKind: 'system', subjectId: String(number) });
            if ((client + i) % 4 === 0) throw new Error('undone');
          })
          .catch(() => undefined);
      }
    });
    for (const child of killed) {
      await until('the child draws', () => child.lines.length > 15);
      await child.kill();
    }
    await Promise.all(clients);
    const numbers = (await readJournal(store.db, { types: ['drawn'], limit: 100_000 })).map((entry) => Number(entry.subjectId));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i + 1));
    expect(await draw()).toBe(numbers.length + 1);
    for (const line of killed.flatMap((child) => child.lines)) expect(numbers).toContain(Number(line));
  }, 60_000);

  it('rises above a number that is known to be used, never below its own', async () => {
    await store.transaction(context, (tx) => raiseCounter(tx.trx, arrivals, 41));
    expect(await draw()).toBe(42);
    await store.transaction(context, (tx) => raiseCounter(tx.trx, arrivals, 7));
    expect(await draw()).toBe(43);
  });

  it('cannot be set back or removed', async () => {
    await draw();
    await draw();
    await expectAsync(store.db.updateTable('counter').set({ last: 1 }).execute()).toBeRejectedWithError(/never goes down/);
    await expectAsync(store.db.deleteFrom('counter').execute()).toBeRejectedWithError(/is refused/);
  });
});
