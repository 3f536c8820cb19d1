import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { liveSettings } from '@bannette/house';
import { openStore, runningPostgres, type Store } from '@bannette/store';
import { sql } from 'kysely';
import { readConfig, ConfigError, type Config } from '../config.js';
import { reasonOf } from '../doctor/accounts.js';
import { examine } from '../doctor/examine.js';
import { usualLimits } from '../doctor/limits.js';
import { writePage } from '../doctor/page.js';
import { exitCodeOf } from '../doctor/report.js';
import type { Given } from '../doctor/surroundings.js';
import { defaultSettings } from '../start/settings.js';

/** Tells on one page what is wrong with the installation, and what to do. Changes nothing. 0 all well, 1 warnings, 2 errors. */
export async function doctorCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'alfresco-url': { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, 'password-file': { type: 'string' }, json: { type: 'boolean' } } });
  const config = readConfig({ ...process.env, ...(values['alfresco-url'] ? { ALFRESCO_URL: values['alfresco-url'] } : {}) });
  const administrator = values.user ? { user: values.user, password: await passwordOf(values) } : undefined;
  const database = await openDatabase(config);
  try {
    const report = await examine({ config, alfrescoUrl: config.alfrescoUrl ?? ownAddress(config), administrator, ...database, limits: usualLimits, now: () => new Date() });
    console.log(values.json ? JSON.stringify(report, null, 2) : writePage(report));
    return exitCodeOf(report);
  } finally {
    await database.store?.close();
  }
}

async function passwordOf(values: { password?: string; 'password-file'?: string }): Promise<string> {
  const password = values.password ?? process.env.ALFRESCO_ADMIN_PASSWORD ?? (values['password-file'] ? (await readFile(values['password-file'], 'utf8')).trim() : undefined);
  if (!password) throw new ConfigError('--password-file FILE, or ALFRESCO_ADMIN_PASSWORD: the administrator’s password is not known');
  return password;
}

/** No Alfresco is configured: a running Bannette passes its embedded one through. */
const ownAddress = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`;

/** The database as it is: nothing is started or migrated. */
async function openDatabase(config: Config): Promise<Pick<Given, 'db' | 'databaseUrl' | 'databaseReason' | 'settings'> & { store?: Store }> {
  const settings = await defaultSettings(config.settingsDir);
  const databaseUrl = config.databaseUrl ?? (await runningPostgres(join(config.dataDir, 'postgres'), 'bannette'));
  if (!databaseUrl) return { settings, databaseReason: 'notRunning' };
  const store = await openStore({ databaseUrl, poolSize: 2 });
  try {
    await sql`select 1`.execute(store.db);
  } catch (error) {
    await store.close();
    return { settings, databaseUrl, databaseReason: reasonOf(error) };
  }
  const inForce = await liveSettings(store, config.entityId).settings().catch(() => settings);
  return { store, db: store.db, databaseUrl, settings: inForce };
}
