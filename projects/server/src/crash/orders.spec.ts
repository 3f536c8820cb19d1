import type { Mail } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';
import { startTestHouse, testLetter, until, type Client, type TestHouse } from '../testing/index.js';
import { ordersOf } from './orders.js';
import { mailFindings } from './repository-findings.js';
import { startStillHouse, type StillHouse, type WaitingJob } from './still-house.js';

/** Each order takes half a second: every fifth, or all with BANNETTE_CRASH_POINTS=all. */
const every = process.env['BANNETTE_CRASH_POINTS'] === 'all' ? 1 : 5;

describe('Jobs that run late, repeated, in another order or two at once', () => {
  let test: TestHouse;
  let still: StillHouse;
  let [operator, secretary]: Client[] = [];
  let letterNumber = 0;

  beforeAll(async () => {
    test = await startTestHouse({ records: false });
    still = await startStillHouse(test);
    [operator, secretary] = [await test.client('clara.moreau', still.url), await test.client('sophie.martel', still.url)];
    await (await test.client('ines.kaci', still.url)).get('/me');
  }, 120_000);
  afterAll(async () => {
    await still.close();
    await test.close();
  }, 60_000);

  const rowOf = (id: string) => test.store.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const distributed = (id: string, tray: string) => until(`mail ${id} is in tray ${tray}`, async () => (await rowOf(id)).tray === tray);
  const post = (client: Client | undefined, id: string, action: string, body: object) => client?.post<Mail>(`/mails/${id}/${action}`, body);

  /** A mail to qualify, and the job that read it. */
  const captured = async (): Promise<{ id: string; read: WaitingJob }> => {
    const answer = await operator?.deposit([await testLetter(`ordre-${++letterNumber}`)]);
    const file = await test.store.db.selectFrom('deposit_file').select('id').where('deposit_id', '=', answer?.body.id ?? '').executeTakeFirstOrThrow();
    const [read] = await still.takeJobs(file.id);
    if (!read) throw new Error('no job reads the file');
    await Promise.all([still.run(read), still.run(read)]);
    const { mail_id: id } = await test.store.db.selectFrom('deposit_file').select('mail_id').where('id', '=', file.id).executeTakeFirstOrThrow();
    return { id: id ?? '', read };
  };

  const steps: readonly ((id: string) => Promise<void>)[] = [
    async (id) => {
      await post(operator, id, 'qualify', { type: 'RECLAMATION', sender: { kind: 'individual', name: 'Odile Vasseur' }, subject: 'Nid-de-poule', service: 'COLLEGES', receivedAt: '2026-01-05' });
      await until('distributed', async () => (await rowOf(id)).state === 'distributed');
    },
    async (id) => {
      await post(await test.client('clara.moreau', still.url), id, 'reroute', { service: 'ROUTES', reason: 'La voirie est aux routes' });
      await distributed(id, 'routes');
    },
    async (id) => void (await post(secretary, id, 'assign', { assignee: 'ines.kaci' })),
    async (id) => {
      await post(secretary, id, 'close-without-answer', { reason: 'Réparé entre-temps' });
      await until('the retention period runs', async () => (await rowOf(id)).retention_due);
    },
  ];

  /** The job that brings the mail to Alfresco, of those that wait. */
  const mirrorOf = async (id: string): Promise<WaitingJob> => {
    const job = (await still.takeJobs(id)).find(({ task }) => task === 'mail.mirror');
    if (!job) throw new Error('no job brings the mail to Alfresco');
    return job;
  };
  const runAll = async (id: string): Promise<void> => {
    for (let jobs = await still.takeJobs(id); jobs.length; jobs = await still.takeJobs(id)) for (const job of jobs) await still.run(job);
  };
  const findingsOf = async (id: string): Promise<string[]> => {
    const mail = await rowOf(id);
    const documents = await test.store.db.selectFrom('document').selectAll().where('mail_id', '=', id).execute();
    const spooled = await test.spooled();
    return [
      ...(await mailFindings(test, mail)),
      ...documents.flatMap(({ stored_at, spool_key }) => (stored_at && spool_key === null ? [] : ['a document is not stored, or its spool not let go'])),
      ...(await test.store.db.selectFrom('deposit_file').select('spool_key').where('mail_id', '=', id).execute()).flatMap(({ spool_key }) => (spooled.includes(spool_key) ? ['the letter is still in the spool'] : [])),
    ];
  };
  const seenOf = async (id: string) => {
    const mail = await rowOf(id);
    const node = await test.administrator.nodes.get(mail.node_id ?? '');
    const journal = await test.store.db.selectFrom('journal').select('seq').where('subject_id', '=', id).execute();
    return { modifiedAt: node.modifiedAt, applied: mail.applied_version, desired: mail.desired_version, entries: journal.length };
  };

  it('leave Alfresco equal to the mail, in the 105 orders of four steps and their jobs', async () => {
    const orders = ordersOf(steps.length);
    expect(orders.length).toBe(105);
    for (const [index, order] of orders.entries()) {
      if (index % every) continue;
      const { id, read } = await captured();
      const born: WaitingJob[][] = [];
      const purges: WaitingJob[] = [];
      for (const event of order) {
        if (event.kind === 'step') {
          await steps[event.of]?.(id);
          born[event.of] = await still.takeJobs(id);
        } else {
          const jobs = born[event.of] ?? [];
          expect(jobs.some(({ task }) => task === 'mail.mirror')).withContext(`step ${event.of} has its job`).toBeTrue();
          // Every other time two at once, and the reading once more in between.
          await Promise.all([...jobs, ...(index % 2 ? jobs : []), ...(index % 5 === 0 ? [read] : [])].map((job) => still.run(job)));
          purges.push(...(await still.takeJobs(id)));
        }
      }
      for (const purge of purges) await Promise.all([still.run(purge), still.run(purge)]);
      const name = order.map(({ kind, of }) => `${kind[0]}${of}`).join(' ');
      expect(await findingsOf(id)).withContext(name).toEqual([]);
      const before = await seenOf(id);
      for (const job of [read, ...born.flat(), ...purges].reverse()) await still.run(job);
      expect(await seenOf(id)).withContext(`${name}, all of them once more`).toEqual(before);
    }
  }, 600_000);

  /** The house as one job sees it that is held up before it says this to Alfresco. */
  const heldUp = (method: 'createFolder' | 'update'): { house: House; reached: Promise<void>; open(): void } => {
    let [open, reach] = [(): void => undefined, (): void => undefined];
    const opened = new Promise<void>((resolve) => (open = resolve));
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const { repository } = still.house;
    const wait = async (): Promise<void> => {
      reach();
      await opened;
    };
    const nodes = { ...repository.nodes, [method]: async (...said: never[]) => (await wait(), (repository.nodes[method] as (...said: never[]) => Promise<unknown>)(...said)) };
    return { house: { ...still.house, repository: { ...repository, nodes } }, reached, open };
  };

  it('of an old version, whose lock was lost with its connection, do not keep the last word', async () => {
    const { id } = await captured();
    await steps[0]?.(id);
    await runAll(id);
    await steps[1]?.(id);
    const old = await mirrorOf(id);
    const gate = heldUp('update');
    const lost = still.run(old, gate.house).then(() => undefined, (error: { code?: string }) => error.code);
    await gate.reached;
    await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
      and (classid::bigint << 32 | objid::bigint) = hashtextextended(${`mail:${id}`}, 0)`.execute(test.store.db);
    await steps[2]?.(id);
    for (const job of await still.takeJobs(id)) await still.run(job);
    gate.open();
    expect(await lost).toBe('lockLost');
    await runAll(id);
    expect(await findingsOf(id)).toEqual([]);
  }, 60_000);

  it('of an old version, held up on its way to Alfresco while the mail changes, leave the last word to the newer one', async () => {
    const { id } = await captured();
    await steps[0]?.(id);
    const first = await mirrorOf(id);
    const gate = heldUp('createFolder');
    const old = still.run(first, gate.house);
    await gate.reached;
    await steps[1]?.(id);
    await steps[2]?.(id);
    const newer = Promise.all((await still.takeJobs(id)).map((job) => still.run(job)));
    gate.open();
    await Promise.all([old, newer]);
    for (const purge of await still.takeJobs(id)) await still.run(purge);
    expect(await findingsOf(id)).toEqual([]);
    expect((await test.administrator.nodes.permissions((await rowOf(id)).node_id ?? '')).entries.map(({ authority }) => authority).sort()).toContain('GROUP_GEC_S_ROUTES');
  }, 60_000);
});
