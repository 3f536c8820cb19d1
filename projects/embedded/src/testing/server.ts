import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded, type Embedded } from '../server.js';

/** A repository of one spec file's own: own database, own directory, gone afterwards. */
export interface TestRepository {
  readonly url: string;
  readonly eventsUrl: string;
  readonly databaseUrl: string;
  readonly contentDir: string;
  /** Ends the process's part and starts it again on the same data. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

async function administer(statement: string): Promise<void> {
  const url = process.env['BANNETTE_TEST_POSTGRES'];
  if (url === undefined) throw new Error('BANNETTE_TEST_POSTGRES is not set: these specs need a PostgreSQL cluster (npm test starts one)');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function startTestRepository(): Promise<TestRepository> {
  const name = `embedded_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const databaseUrl = new URL(process.env['BANNETTE_TEST_POSTGRES'] ?? '');
  databaseUrl.pathname = `/${name}`;
  const contentDir = await mkdtemp(join(tmpdir(), 'bannette-embedded-'));
  const options = { databaseUrl: databaseUrl.href, contentDir };
  let running: Embedded = await startEmbedded(options);
  return {
    get url() {
      return running.url;
    },
    get eventsUrl() {
      return running.eventsUrl;
    },
    databaseUrl: databaseUrl.href,
    contentDir,
    async restart() {
      await running.close();
      running = await startEmbedded(options);
    },
    async dispose() {
      await running.close();
      await administer(`drop database ${name} with (force)`);
      await rm(contentDir, { recursive: true, force: true });
    },
  };
}
