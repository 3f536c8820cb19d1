import type { ProblemBody } from '@bannette/http';
import { newId, readJournal } from '@bannette/store';
import { sql } from 'kysely';
import type { Running } from '../serve.js';
import { clientOf, signIn, startTestHouse, type Client, type TestHouse } from '../testing/index.js';

interface Line { readonly id: string; readonly task: string; readonly mail?: { readonly chrono?: string }; readonly cause: string; readonly detail?: string; readonly attempts: number; readonly since: string }
interface Entry extends Omit<Line, 'id' | 'task'> { readonly consumer: string; readonly seq: number; readonly type: string; readonly replaying: boolean }
interface Counts { readonly failedJobs: number; readonly setAside: number; readonly quarantined: number }

/** Without the consumers of this process: what is put aside stays so until a spec looks. */
describe('What failed for good', () => {
  let house: TestHouse;
  let running: Running;
  let admin: Client;
  const mailId = newId();

  beforeAll(async () => {
    house = await startTestHouse({ records: false });
    running = await house.serve();
    admin = clientOf('admin', await signIn(house.alfrescoUrl, 'admin', 'admin'), () => running.url);
    await house.store.db.insertInto('mail').values({ id: mailId, entity_id: 'default', category: 'incoming', state: 'voided', channel: 'post', proposals: '{}', register: 'A', year: 2026, number: 7, chrono: 'A-2026-000007' } as never).execute();
  }, 60_000);
  afterAll(() => house.close(), 60_000);
  afterEach(async () => {
    await sql`delete from graphile_worker._private_jobs where key like 'spec-%'`.execute(house.store.db);
    await house.store.db.deleteFrom('consumer_failure').execute();
  });

  /** A job of a task that nobody runs here, so that it stays as it is. */
  const fail = async (key: string, error = 'AlfrescoError: Jeanne Aubert', mail = mailId): Promise<string> => {
    await house.store.transaction({ entityId: 'default', actor: 'system' }, (tx) => tx.enqueue('spec.task', { mailId: mail }, { key: `spec-${key}`, maxAttempts: 3 }));
    const { rows } = await sql<{ id: string }>`update graphile_worker._private_jobs set attempts = max_attempts, last_error = ${error} where key = ${`spec-${key}`} returning id::text`.execute(house.store.db);
    return rows[0]?.id ?? '';
  };
  const putAside = async (error = 'Error: Jeanne Aubert'): Promise<number> => {
    const { db } = house.store;
    await house.store.transaction({ entityId: 'default', actor: 'system' }, async (tx) => tx.append({ type: 'spec.happened', subjectKind: 'mail', subjectId: mailId }));
    const { seq } = await db.selectFrom('journal_head').select('seq').executeTakeFirstOrThrow();
    await db.insertInto('consumer_cursor').values({ name: 'spec.consumer', seq: 0 }).onConflict((conflict) => conflict.doNothing()).execute();
    await db.insertInto('consumer_failure').values({ name: 'spec.consumer', seq, attempts: 8, error, failed_at: new Date() }).execute();
    return seq;
  };

  it('is listed with its cause and its mail’s number, and with nothing that the error quotes', async () => {
    await fail('one', 'write node: forbidden (HTTP 403, log x)');
    await fail('two', 'Jeanne Aubert, 3 rue des Lilas', '');
    const seq = await putAside();
    const jobs = await admin.get<{ items: Line[] }>('/administration/failed-jobs');
    expect(jobs.items.map(({ task, mail, cause, detail, attempts }) => ({ task, mail, cause, detail, attempts }))).toEqual([
      { task: 'spec.task', mail: undefined, cause: 'unknown', detail: undefined, attempts: 3 },
      { task: 'spec.task', mail: { chrono: 'A-2026-000007' }, cause: 'alfrescoRefuses', detail: 'forbidden (HTTP 403)', attempts: 3 },
    ]);
    const entries = await admin.get<{ items: Entry[] }>('/administration/set-aside');
    expect(entries.items.map(({ since: _, ...entry }) => entry)).toEqual([{ consumer: 'spec.consumer', seq, type: 'spec.happened', mail: { chrono: 'A-2026-000007' }, cause: 'unknown', attempts: 8, replaying: false }]);
    expect(await admin.get<Counts>('/administration/failures')).toEqual({ failedJobs: 2, setAside: 1, quarantined: 0 });
    expect(JSON.stringify([jobs, entries])).not.toMatch(/Jeanne|Lilas/);
  });

  it('is tried again one by one or all at once, and who asked is journaled', async () => {
    const [first] = [await fail('a'), await fail('b'), await fail('c')];
    expect(await admin.post(`/administration/failed-jobs/${first}/retry`)).toEqual({ retried: 1 });
    expect((await admin.get<Counts>('/administration/failures')).failedJobs).toBe(2);
    const again = await admin.call<ProblemBody>('POST', `/administration/failed-jobs/${first}/retry`);
    expect([again.status, again.body.code]).toEqual([409, 'notInState']);
    expect(await admin.post('/administration/failed-jobs/retry')).toEqual({ retried: 2 });
    expect(await admin.post('/administration/failed-jobs/retry')).toEqual({ retried: 0 });
    const entries = await readJournal(house.store.db, { types: ['jobs.retried'] });
    expect(entries.map(({ actor, subjectId, data }) => `${actor} ${subjectId} ${String(data['count'])}`)).toEqual([`admin ${first} 1`, 'admin all 2']);
  });

  it('has an entry handled again, out of its order, and tells that it is asked for', async () => {
    const seq = await putAside();
    const answer = await admin.post<Entry>(`/administration/set-aside/spec.consumer/${seq}/replay`);
    expect([answer.seq, answer.replaying]).toEqual([seq, true]);
    expect((await house.store.db.selectFrom('consumer_failure').select('replay_requested').executeTakeFirstOrThrow()).replay_requested).toBeTrue();
    expect((await readJournal(house.store.db, { types: ['entry.replayed'] })).map(({ actor, subjectId, data }) => `${actor} ${subjectId} ${String(data['seq'])}`)).toEqual([`admin spec.consumer ${seq}`]);
    expect((await admin.call('POST', `/administration/set-aside/spec.consumer/${seq + 1}/replay`)).status).toBe(404);
  });

  it('is read page by page, each line once', async () => {
    for (let n = 0; n < 5; n++) await fail(`page-${n}`);
    for (let n = 0; n < 5; n++) await putAside();
    for (const path of ['failed-jobs', 'set-aside']) {
      const seen: unknown[] = [];
      let after: string | undefined;
      do {
        const page: { items: (Line & Entry)[]; next?: string } = await admin.get(`/administration/${path}?limit=2${after ? `&after=${encodeURIComponent(after)}` : ''}`);
        seen.push(...page.items.map(({ id, seq }) => id ?? seq));
        after = page.next;
      } while (after);
      expect([seen.length, new Set(seen).size]).withContext(path).toEqual([5, 5]);
    }
  });
});
