import type { House } from '@bannette/house';
import { ConfigError, type Config } from '../config.js';
import { loggerFor } from '../serve.js';
import { openDatabases } from './database.js';
import { startEmbeddedProcess } from './embedded.js';
import { openHouse } from './house.js';
import { keptPassword } from './secrets.js';

/** Opens the house that the configuration names for a command's work, and closes what it opened; nothing is migrated or installed. */
export async function withHouse<T>(config: Config, work: (house: House, databaseUrl: string, alfrescoUrl: string) => Promise<T>): Promise<T> {
  const password = config.alfrescoPassword ?? (await keptPassword(config.dataDir, config.alfrescoUser));
  if (!password) throw new ConfigError('ALFRESCO_PASSWORD or ALFRESCO_PASSWORD_FILE: the service account’s password is not known');
  const opened: (() => Promise<void>)[] = [];
  try {
    const databases = await openDatabases(config, () => undefined);
    opened.push(() => databases.stop());
    const embedded = config.alfrescoUrl ? undefined : await startEmbeddedProcess({ databaseUrl: await databases.embedded(), dataDir: config.dataDir });
    if (embedded) opened.push(() => embedded.stop());
    const alfrescoUrl = config.alfrescoUrl ?? embedded?.url ?? '';
    const house = await openHouse(config, { databaseUrl: databases.bannette, alfrescoUrl, password }, loggerFor(config));
    opened.push(() => house.store.close());
    return await work(house, databases.bannette, alfrescoUrl);
  } finally {
    for (const close of opened.reverse()) await close();
  }
}
