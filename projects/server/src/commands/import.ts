import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@bannette/store';
import type { House } from '@bannette/house';
import { ConfigError, readConfig } from '../config.js';
import { loggerFor } from '../serve.js';
import { openDatabases } from '../start/database.js';
import { openHouse } from '../start/house.js';
import { importBacklog, readBacklog, todayOf } from '../start/import-backlog.js';
import { keptPassword } from '../start/secrets.js';

/** Takes over the mails of an older register: a CSV with a line each, and their files beside it. A running Bannette reads them. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { documents: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
  const [csv] = positionals;
  if (!csv) throw new ConfigError('name the CSV file: bannette import FILE.csv --documents FOLDER');
  const config = readConfig(process.env);
  if (!config.alfrescoUrl) throw new ConfigError('ALFRESCO_URL: an import goes to an Alfresco that is running');
  const password = config.alfrescoPassword ?? (await keptPassword(config.dataDir, config.alfrescoUser));
  if (!password) throw new ConfigError('ALFRESCO_PASSWORD: the service account’s password is not known');
  const databases = await openDatabases(config, () => undefined);
  try {
    await migrate(databases.bannette);
    const house = await openHouse(config, { databaseUrl: databases.bannette, alfrescoUrl: config.alfrescoUrl, password }, loggerFor(config));
    try {
      return await takeOver(house, csv, values.documents ?? dirname(csv), config.maxFileBytes, values['dry-run'] ?? false);
    } finally {
      await house.store.close();
    }
  } finally {
    await databases.stop();
  }
}

async function takeOver(house: House, csv: string, folder: string, maxFileBytes: number, dryRun: boolean): Promise<number> {
  const settings = await house.settings();
  const { lines, flaws } = readBacklog(await readFile(csv, 'utf8'), settings, todayOf(house, settings));
  for (const { line, field, flaw } of flaws) console.error(`line ${line}, ${field}: ${flaw}`);
  console.log(`${lines.length} lines, ${flaws.length} flaws`);
  if (!flaws.length && !dryRun) console.log(await importBacklog(house, lines, folder, maxFileBytes));
  return flaws.length ? 1 : 0;
}
