import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedOptions } from '@bannette/embedded';
import pg from 'pg';

export interface FreshRepository {
  readonly url: string;
  close(): Promise<void>;
}

/** An empty repository with the account admin/admin, over a database of its own, gone when closed. */
export async function freshRepository(options: Pick<EmbeddedOptions, 'permissionChecks'> = {}): Promise<FreshRepository> {
  const server = process.env['BANNETTE_TEST_POSTGRES'];
  if (!server) throw new Error('These specs need a disposable PostgreSQL: set BANNETTE_TEST_POSTGRES to its URL, or run `npm test`.');
  const name = `alfresco_spec_${randomUUID().replaceAll('-', '')}`;
  await statement(server, `CREATE DATABASE ${name}`);
  const contentDir = await mkdtemp(join(tmpdir(), 'bannette-alfresco-'));
  const embedded = await startEmbedded({ databaseUrl: new URL(`/${name}`, server).href, contentDir, ...options });
  return {
    url: embedded.url,
    close: async () => {
      await embedded.close();
      await statement(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await rm(contentDir, { recursive: true, force: true });
    },
  };
}

export async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
