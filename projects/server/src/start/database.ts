import { join } from 'node:path';
import { ensureDatabase, startPostgres } from '@bannette/store';
import type { Config } from '../config.js';

export interface Databases {
  readonly bannette: string;
  /** A database apart for the embedded repository. */
  embedded(): Promise<string>;
  stop(): Promise<void>;
}

/** The outside server that the configuration names, else a PostgreSQL of our own under the data folder. */
export async function openDatabases(config: Pick<Config, 'databaseUrl' | 'dataDir'>, log: (facts: object, text: string) => void): Promise<Databases> {
  if (config.databaseUrl) {
    const url = config.databaseUrl;
    return { bannette: url, embedded: () => ensureDatabase(url, `${new URL(url).pathname.slice(1) || 'bannette'}_alfresco`), stop: async () => undefined };
  }
  const postgres = await startPostgres({ dataDir: join(config.dataDir, 'postgres'), log });
  return { bannette: await ensureDatabase(postgres.url, 'bannette'), embedded: () => ensureDatabase(postgres.url, 'embedded_alfresco'), stop: () => postgres.stop() };
}
