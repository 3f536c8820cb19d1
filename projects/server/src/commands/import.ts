import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
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
    const house = await openHouse(config, { databaseUrl: databases.bannette, alfrescoUrl: config.alfrescoUrl, password }, loggerFor(config));
    const settings = await house.settings();
    const { lines, flaws } = readBacklog(await readFile(csv, 'utf8'), settings, todayOf(house, settings));
    for (const { line, field, flaw } of flaws) console.error(`line ${line}, ${field}: ${flaw}`);
    console.log(`${lines.length} lines, ${flaws.length} flaws`);
    if (!flaws.length && !values['dry-run']) console.log(await importBacklog(house, lines, values.documents ?? dirname(csv), config.maxFileBytes));
    await house.store.close();
    return flaws.length ? 1 : 0;
  } finally {
    await databases.stop();
  }
}
