import { sql } from 'kysely';
import { type Store, openStore } from '../open-store.js';
import type { Log } from '../log.js';
import { type TestDatabase, createTestDatabase } from '../testing.js';
import { breakConnections } from '../testing/break-connections.js';
import { runChild } from '../testing/child.js';
import { until } from '../testing/until.js';
import { failedJobs, jobCounts, retryJobs } from './counts.js';
import type { JobOptions } from './enqueue.js';
import { type JobInfo, type Jobs, type JobsOptions, runJobs } from './run.js';

const context = { entityId: 'default', actor: 'agnes' };

describe('jobs', () => {
  let database: TestDatabase;
  let store: Store;
  let running: Jobs[];
  let logged: unknown[][];

  beforeEach(async () => {
    database = await createTestDatabase();
    store = await openStore({ databaseUrl: database.url });
    running = [];
    logged = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((jobs) => jobs.stop()));
    await store.close();
    await database.drop();
  });

  const note = (level: string) => (fields: object, text: string) => void logged.push([level, fields, text]);
  const log: Log = { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') };
  const start = async (tasks: JobsOptions['tasks'], options: Partial<JobsOptions> = {}) => {
    const jobs = await runJobs({ databaseUrl: database.url, tasks, concurrency: 2, log, ...options });
    running.push(jobs);
    return jobs;
  };
  const enqueue = (mail: string, options?: JobOptions) => store.transaction(context, (tx) => tx.enqueue('mirror', { mail }, options));
  const counts = async () => {
    const { ready, running: inHand, failed } = await jobCounts(store.db);
    return { ready, running: inHand, failed };
  };

  it('are done once their transaction is committed, with what they were given', async () => {
    const seen: string[] = [];
    await start({ mirror: async ({ mail }) => void seen.push(mail) });
    await store.transaction(context, async (tx) => {
      await tx.enqueue('mirror', { mail: 'never' });
      throw new Error('undone');
    }).catch(() => undefined);
    await enqueue('m-1');
    await until('the job', () => seen.length > 0);
    await until('an empty queue', async () => (await counts()).running === 0);
    expect(seen).toEqual(['m-1']);
    expect(await jobCounts(store.db)).toEqual({ ready: 0, running: 0, failed: 0, oldestReadySeconds: 0 });
  });

  it('whose end could not be written, because the connection broke at that moment, are kept for another try', async () => {
    await sql.raw(`
      create sequence ends;
      create function break_off() returns trigger language plpgsql as $$ begin
        if nextval('ends') = 1 then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); end if;
        return old;
      end $$;
      create trigger break_off before delete on graphile_worker._private_jobs for each row execute function break_off()`).execute(store.db);
    const seen: string[] = [];
    await start({ mirror: async ({ mail }) => void seen.push(mail) });
    await enqueue('m-1');
    await until('it is told', () => logged.some(([, , text]) => String(text).includes('could not be marked as done')));
    expect(await counts()).toEqual({ ready: 0, running: 1, failed: 0 });
    await enqueue('m-2');
    await until('others go on', () => seen.includes('m-2'));
  });

  it('of the same key replace one another while they wait', async () => {
    for (const mail of ['m-1', 'm-2', 'm-3']) await enqueue(mail, { key: 'mail 1' });
    await enqueue('later', { runAt: new Date(Date.now() + 3_600_000) });
    expect(await counts()).toEqual({ ready: 1, running: 0, failed: 0 });
    expect((await jobCounts(store.db)).oldestReadySeconds).toBeGreaterThan(0);
    const seen: string[] = [];
    await start({ mirror: async ({ mail }) => void seen.push(mail) });
    await until('the job', async () => seen.length > 0 && (await counts()).ready === 0);
    expect(seen).toEqual(['m-3']);
  });

  it('run sooner with a smaller priority, and one by one in a queue', async () => {
    await enqueue('low', { priority: 5, queue: 'q' });
    await enqueue('high', { priority: -5, queue: 'q' });
    await enqueue('middle', { queue: 'q' });
    const seen: string[] = [];
    let inside = 0;
    await start({
      mirror: async ({ mail }) => {
        expect(++inside).toBe(1);
        seen.push(mail);
        await counts();
        inside--;
      },
    });
    await until('all', () => seen.length === 3);
    expect(seen).toEqual(['high', 'middle', 'low']);
  });

  it('that fail for good stay, are counted and can be given another round; the log tells no message', async () => {
    let cured = false;
    const tries: JobInfo[] = [];
    await start({
      mirror: async (_payload, job) => {
        tries.push(job);
        if (!cured) throw Object.assign(new Error('Zoé Élan'), { code: 'alfrescoAway' });
      },
    });
    await enqueue('m-1', { maxAttempts: 1 });
    await until('failed', async () => (await counts()).failed === 1);
    expect([tries.length, tries[0]?.attempts, tries[0]?.lastAttempt]).toEqual([1, 1, true]);
    await until('logged', () => logged.length > 0);
    expect(logged[0]).toEqual(['error', { job: tries[0]?.id, task: 'mirror', attempts: 1, error: 'Error', code: 'alfrescoAway' }, 'job failed for good']);
    const [failed] = await failedJobs(store.db);
    expect([failed?.id, failed?.task, failed?.attempts]).toEqual([tries[0]?.id, 'mirror', 1]);
    expect(failed?.error).toContain('Zoé Élan');
    cured = true;
    await retryJobs(store.db, [failed?.id as string]);
    await until('done', async () => tries.length === 2 && (await counts()).failed === 0 && (await counts()).running === 0);
  });

  it('that fail are tried again later, and say so', async () => {
    const tries: JobInfo[] = [];
    await start({
      mirror: async (_payload, job) => {
        tries.push(job);
        if (tries.length < 2) throw new Error('not yet');
      },
    });
    await enqueue('m-1', { maxAttempts: 2 });
    await until('the second try', () => tries.length === 2);
    expect(tries.map((job) => [job.attempts, job.lastAttempt])).toEqual([[1, false], [2, true]]);
    expect(logged[0]?.[2]).toBe('job failed, will be tried again');
  }, 30_000);

  it('in hand are waited for by a stop, which raises their signal in the end', async () => {
    let raised = false;
    const jobs = await start(
      { mirror: (_payload, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => { raised = true; resolve(); })) },
      { graceMs: 50 },
    );
    await enqueue('m-1');
    await until('in hand', async () => (await counts()).running === 1);
    running.pop();
    await jobs.stop();
    expect(raised).toBeTrue();
    expect((await counts()).running).toBe(0);
  });

  it('of a killed process are taken up by another, those of a living one are not', async () => {
    const module = new URL('./run.fixture.js', import.meta.url);
    const [killed, living] = [runChild(module, database.url), runChild(module, database.url)];
    try {
      for (let i = 1; i <= 4; i++) await enqueue(`m-${i}`);
      await until('all in hand', () => killed.lines.length === 2 && living.lines.length === 2);
      await killed.kill();
      const seen: string[] = [];
      await start({ mirror: async ({ mail }) => void seen.push(mail) });
      await until('the orphans', () => seen.length === 2);
      expect(seen.sort()).toEqual([...killed.lines].sort());
      await until('the orphans are ended', async () => (await counts()).running <= 2);
      expect(await counts()).toEqual({ ready: 0, running: 2, failed: 0 });
    } finally {
      await Promise.all([killed.kill(), living.kill()]);
    }
  }, 60_000);

  it('of a killed process that were replaced meanwhile are forgotten: the newer one does their work', async () => {
    const killed = runChild(new URL('./run.fixture.js', import.meta.url), database.url);
    try {
      await enqueue('m-1', { key: 'mail 1' });
      await until('in hand', () => killed.lines.length === 1);
      await enqueue('m-2', { key: 'mail 1' });
      await until('in hand as well', () => killed.lines.length === 2);
      await enqueue('m-3', { key: 'mail 1', runAt: new Date(Date.now() + 3_600_000) });
    } finally {
      await killed.kill();
    }
    await start({ mirror: async () => undefined });
    await until('free', async () => (await counts()).running === 0);
    await until('forgotten', async () => (await sql<{ n: number }>`select count(*)::integer as n from graphile_worker.jobs`.execute(store.db)).rows[0]?.n === 1);
    expect(await counts()).toEqual({ ready: 0, running: 0, failed: 0 });
  }, 60_000);

  it('whose taking was not heard of, as the connection broke, are taken again', async () => {
    const seen: string[] = [];
    let end = (): void => undefined;
    await start({ mirror: ({ mail }) => (seen.push(mail), mail === 'long' ? new Promise<void>((resolve) => (end = resolve)) : Promise.resolve()) });
    await enqueue('long');
    await until('in hand', () => seen.length === 1);
    await enqueue('unheard', { runAt: new Date(Date.now() + 3_600_000) });
    await sql`update graphile_worker._private_jobs as job set locked_by = other.locked_by, locked_at = now() - interval '1 minute', run_at = now()
      from graphile_worker._private_jobs as other where other.locked_by is not null and job.locked_by is null`.execute(store.db);
    await sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`.execute(store.db);
    await until('taken again', () => seen.includes('unheard'));
    expect(seen).toEqual(['long', 'unheard']);
    end();
  }, 60_000);

  it('go on after all connections were lost', async () => {
    const seen: string[] = [];
    await start({ mirror: async ({ mail }) => void seen.push(mail) });
    await enqueue('m-1');
    await until('before', () => seen.length === 1);
    await breakConnections(database.url);
    await until('a new connection', () => enqueue('m-2').then(() => true, () => false));
    await until('after', () => seen.includes('m-2'));
  }, 40_000);
});
