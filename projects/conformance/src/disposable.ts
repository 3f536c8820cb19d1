import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@bannette/embedded';
import pg from 'pg';

/** An embedded repository that nobody has used: own database, empty folder, free port. */
export interface DisposableRepository {
  readonly url: string;
  dispose(): Promise<void>;
}

/** @param cluster URL of a PostgreSQL's superuser, where a database is created and dropped again */
export async function disposableRepository(cluster: string): Promise<DisposableRepository> {
  const name = `conformance_${randomBytes(6).toString('hex')}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: cluster });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`create database ${name}`);
  const contentDir = await mkdtemp(join(tmpdir(), 'bannette-conformance-'));
  const database = new URL(cluster);
  database.pathname = `/${name}`;
  const forget = async (): Promise<void> => {
    await administer(`drop database ${name} with (force)`);
    await rm(contentDir, { recursive: true, force: true });
  };
  const embedded = await startEmbedded({ databaseUrl: database.href, contentDir }).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  return {
    url: embedded.url,
    async dispose() {
      await embedded.close();
      await forget();
    },
  };
}
