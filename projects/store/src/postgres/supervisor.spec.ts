import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Child, runChild } from '../testing/child.js';
import { until } from '../testing/until.js';
import { ensureDatabase } from './ensure-database.js';
import { isServerOf, readPostmaster } from './postmaster-file.js';
import { type Postgres, startPostgres } from './supervisor.js';

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the supervised PostgreSQL', () => {
  let seed: string;
  let home: string;
  let dataDir: string;
  let started: Postgres[];
  let children: Child[];

  const newHome = async () => {
    const made = await mkdtemp(join(tmpdir(), 'bannette-postgres-'));
    await chmod(made, 0o755);
    return made;
  };

  beforeAll(async () => {
    seed = await newHome();
    const postgres = await startPostgres({ dataDir: join(seed, 'data', 'postgresql') });
    await postgres.stop();
  }, 60_000);
  afterAll(() => rm(seed, { recursive: true }));
  beforeEach(async () => {
    home = await newHome();
    dataDir = join(home, 'data', 'postgresql');
    started = [];
    children = [];
  });
  /** A cluster that was made before, which is quicker than making one. */
  const withCluster = () => cp(join(seed, 'data'), join(home, 'data'), { recursive: true });

  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()));
    await Promise.all(started.map((postgres) => postgres.stop()));
    const left = await readPostmaster(dataDir);
    if (left && (await isServerOf(dataDir, left.pid))) await startPostgres({ dataDir }).then((postgres) => postgres.stop());
    await rm(home, { recursive: true });
  });

  const start = async (options: { port?: number } = {}) => {
    const postgres = await startPostgres({ dataDir, ...options });
    started.push(postgres);
    return postgres;
  };
  const startChild = async () => {
    const child = runChild(new URL('../bin/postgres.js', import.meta.url), '--data', dataDir);
    children.push(child);
    await until('the child runs a server', () => child.lines.length === 1);
    return { child, url: (JSON.parse(child.lines[0] as string) as { url: string }).url };
  };
  /** Its number may stay as a zombie's where the machine's first process does not collect orphans. */
  const untilGone = (pid: number) => until(`process ${pid} is gone`, async () => !(await isServerOf(dataDir, pid)));
  const serverPid = async () => (await readPostmaster(dataDir))?.pid as number;

  it('is made at the first start: UTF-8, durable, with a password, for this machine only', async () => {
    const { url, adopted } = await start();
    expect(adopted).toBeFalse();
    const settings = ['server_encoding', 'fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories', 'TimeZone', 'data_checksums'];
    expect(await query(url, `select ${settings.map((name) => `current_setting('${name}') as "${name}"`).join(', ')}`)).toEqual([
      {
        server_encoding: 'UTF8', fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', listen_addresses: '127.0.0.1',
        unix_socket_directories: '', TimeZone: 'UTC', data_checksums: 'on',
      },
    ]);
    expect(await query(url, `select upper('éœ') as up, array(select x from unnest(array['é', 'a', 'Z']) as x order by x) as sorted`)).toEqual([
      { up: 'ÉŒ', sorted: ['Z', 'a', 'é'] },
    ]);
    expect(await query(url, `select distinct auth_method from pg_hba_file_rules`)).toEqual([{ auth_method: 'scram-sha-256' }]);
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expectAsync(query(wrong.href, 'select 1')).toBeRejectedWithError(/password authentication failed/);
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
    expect(await query(url, `select count(*)::int as extensions from pg_available_extensions where name in ('pg_trgm', 'unaccent', 'fuzzystrmatch')`)).toEqual([{ extensions: 3 }]);
  }, 60_000);

  it('keeps what was committed from one start to the next', async () => {
    await withCluster();
    const first = await start();
    const url = await ensureDatabase(first.url, 'bannette');
    expect(url).toBe(first.databaseUrl('bannette'));
    expect(await ensureDatabase(first.url, 'bannette')).toBe(url);
    await query(url, 'create table kept as select 42 as answer');
    const pid = await serverPid();
    await first.stop();
    await first.stop();
    await untilGone(pid);
    const second = await start();
    expect(await query(second.databaseUrl('bannette'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  }, 60_000);

  it('is adopted as it runs when its supervisor was killed, and stopped like any other', async () => {
    await withCluster();
    const { child, url } = await startChild();
    await query(url, 'create table kept as select 42 as answer');
    const pid = await serverPid();
    await child.kill();
    expect(await isServerOf(dataDir, pid)).toBeTrue();
    const adopted = await start();
    expect([adopted.adopted, await serverPid()]).toEqual([true, pid]);
    expect(await query(adopted.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await adopted.stop();
    await untilGone(pid);
    expect(await readPostmaster(dataDir)).toBeUndefined();
  }, 60_000);

  it('is ended and started anew when it was left over on another port than wanted', async () => {
    await withCluster();
    const { child, url } = await startChild();
    const pid = await serverPid();
    await child.kill();
    const port = Number(new URL(url).port) === 55_999 ? 55_998 : 55_999;
    const anew = await start({ port });
    expect([anew.adopted, new URL(anew.url).port]).toEqual([false, String(port)]);
    await untilGone(pid);
  }, 60_000);

  it('recovers when supervisor and server were both killed, whoever has got their numbers since', async () => {
    await withCluster();
    const { child, url } = await startChild();
    await query(url, 'create table kept as select 42 as answer');
    const pid = await serverPid();
    await child.kill();
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    const innocent = spawn('sleep', ['60']);
    try {
      const file = join(dataDir, 'postmaster.pid');
      await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(innocent.pid)));
      await writeFile(`${dataDir}.owner`, JSON.stringify({ pid: innocent.pid, startedAt: '1' }));
      const again = await start();
      expect(again.adopted).toBeFalse();
      expect(await query(again.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
      expect(innocent.exitCode).toBeNull();
    } finally {
      innocent.kill();
    }
  }, 60_000);

  it('is not taken from a supervisor that lives', async () => {
    await withCluster();
    await startChild();
    await expectAsync(startPostgres({ dataDir })).toBeRejectedWith(jasmine.objectContaining({ code: 'postgresInUse' }) as never);
    await rm(`${dataDir}.owner`);
    await start();
    await expectAsync(startPostgres({ dataDir })).toBeRejectedWith(jasmine.objectContaining({ code: 'postgresInUse' }) as never);
  }, 60_000);

  it('is started again on the same port when it dies by itself', async () => {
    await withCluster();
    const { url } = await start();
    await query(url, 'create table kept as select 42 as answer');
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    await until('it answers again', () => query(url, 'select answer from kept').then(([row]) => row?.['answer'] === 42, () => false));
    expect(await serverPid()).not.toBe(pid);
  }, 60_000);

  it('ends with its foreground command, by signal or when whoever started it is gone', async () => {
    await withCluster();
    for (const end of [(child: Child) => child.process.kill('SIGTERM'), (child: Child) => child.process.stdin?.end()]) {
      const { child } = await startChild();
      const pid = await serverPid();
      end(child);
      await child.ended();
      expect(child.process.exitCode).toBe(0);
      await untilGone(pid);
    }
  }, 60_000);

  it('starts over when the first start was cut short', async () => {
    await mkdir(`${dataDir}.new`, { recursive: true });
    await writeFile(join(`${dataDir}.new`, 'half'), 'made');
    await chmod(join(home, 'data'), 0o755);
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('works in a folder with a very long path, with blanks and accents', async () => {
    dataDir = join(home, 'Données de la bannette', 'x'.repeat(120), 'postgresql');
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('says so when the data folder is of another major version', async () => {
    await withCluster();
    const first = await start();
    await first.stop();
    await writeFile(join(dataDir, 'PG_VERSION'), '15\n');
    await expectAsync(startPostgres({ dataDir })).toBeRejectedWithError(/made by PostgreSQL 15/);
  }, 60_000);
});
