import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect, planInstall, type InstallPlan, type Repository } from '@bannette/alfresco';
import type { Settings } from '@bannette/domain';
import { liveSettings } from '@bannette/house';
import { migrate, openStore } from '@bannette/store';
import { readConfig, ConfigError, type Config } from '../config.js';
import { createDemoPeople, demoPassword } from '../start/demo-people.js';
import { install, installOptions } from '../start/install.js';
import { keepPassword } from '../start/secrets.js';
import { defaultSettings, publishDefaults } from '../start/settings.js';

/** Prepares an Alfresco for Bannette, as its administrator: shows the plan, then carries it out; a second run changes nothing. */
export async function installCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { 'alfresco-url': { type: 'string' }, user: { type: 'string' }, password: { type: 'string' }, 'password-file': { type: 'string' }, 'dry-run': { type: 'boolean' }, demo: { type: 'boolean' }, 'reset-password': { type: 'boolean' } },
  });
  const config = readConfig({ ...process.env, ...(values['alfresco-url'] ? { ALFRESCO_URL: values['alfresco-url'] } : {}) });
  if (!config.alfrescoUrl || !values.user) throw new ConfigError('--alfresco-url and --user say which Alfresco, and as which administrator');
  const password = values.password ?? process.env.ALFRESCO_ADMIN_PASSWORD ?? (values['password-file'] ? (await readFile(values['password-file'], 'utf8')).trim() : undefined);
  if (!password) throw new ConfigError('--password-file FILE, or ALFRESCO_ADMIN_PASSWORD: the administrator’s password is not known');
  const administrator = connect({ url: config.alfrescoUrl }, { user: values.user, password });
  const options = await installOptions(await settingsToInstall(config), config.entityId, config.alfrescoUser);
  const plan = await planInstall(administrator, options);
  show(plan);
  if (plan.problems.length) return 1;
  if (values['dry-run']) return 0;
  const { result } = await install(administrator, options, config.dataDir, (step) => console.log(`  ${step.action} ${step.subject}`));
  if (values['reset-password']) await renewPassword(administrator, config);
  if (values.demo) {
    await createDemoPeople(administrator);
    console.log(`Demo accounts: password ${demoPassword}`);
  }
  console.log(`Installed. Mail library: ${result?.libraryId ?? ''}. The service account's password is under ${config.dataDir}/secrets.`);
  return 0;
}

/** Gives the service account a new password, where the one that installation kept was lost. */
async function renewPassword(administrator: Repository, config: Config): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await keepPassword(config.dataDir, config.alfrescoUser, password);
  await administrator.people.setPassword(config.alfrescoUser, password);
}

/** The settings in force where the store is known, so that services of one's own get their groups; else those that come with the product. */
async function settingsToInstall(config: Config): Promise<Settings> {
  if (!config.databaseUrl) return defaultSettings();
  await migrate(config.databaseUrl);
  const store = await openStore({ databaseUrl: config.databaseUrl, poolSize: 1 });
  try {
    await publishDefaults(store, config.entityId);
    return await liveSettings(store, config.entityId).settings();
  } finally {
    await store.close();
  }
}

function show({ steps, problems }: InstallPlan): void {
  for (const { code, subject } of problems) console.error(`Can't be installed: ${code} ${subject}`);
  if (problems.length) return;
  console.log(steps.length ? 'Plan:' : 'Nothing to change.');
  for (const { action, subject } of steps) console.log(`  ${action} ${subject}`);
}
