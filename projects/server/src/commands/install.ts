import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { AlfrescoError, connect, describePlan, describeStep, planInstall, type InstallPlan, type Repository } from '@bannette/alfresco';
import { settingsSchema, type Settings } from '@bannette/domain';
import { liveSettings } from '@bannette/house';
import { currentSettings, migrate, openStore } from '@bannette/store';
import type { Config } from '../config.js';
import { createDemoPeople, demoPassword } from '../start/demo-people.js';
import { carryOut, installOptions, purgeAccountId } from '../start/install.js';
import { keepPassword, keptPassword } from '../start/secrets.js';
import { defaultSettings, publishDefaults } from '../start/settings.js';
import { administratorOptions, namedAdministrator } from './administrator.js';
import { alfrescoFailure } from './alfresco-failure.js';

/**
 * Prepares an Alfresco for Bannette, as its administrator: shows the plan, then carries it out. A second run changes
 * nothing; one after a failure does what was left.
 * Answers 0 when all is in place; 1 when the plan can't be carried out, and nothing was changed; 3 when Alfresco could not
 * be spoken to or broke off, and the same command goes on. (2 is a command or configuration that can't be right.)
 */
export async function installCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { ...administratorOptions, settings: { type: 'string' }, 'dry-run': { type: 'boolean' }, demo: { type: 'boolean' }, 'reset-password': { type: 'boolean' } } });
  const { config, alfrescoUrl, user, password } = await namedAdministrator(values, values.settings ? { BANNETTE_SETTINGS: values.settings } : {});
  const wishes = { dryRun: values['dry-run'] ?? false, demo: values.demo ?? false, resetPassword: values['reset-password'] ?? false };
  try {
    return await installInto(connect({ url: alfrescoUrl }, { user, password }), config, wishes);
  } catch (error) {
    if (!(error instanceof AlfrescoError)) throw error;
    console.error(alfrescoFailure(error, alfrescoUrl));
    return 3;
  }
}

interface Wishes {
  readonly dryRun: boolean;
  readonly demo: boolean;
  readonly resetPassword: boolean;
}

async function installInto(administrator: Repository, config: Config, { dryRun, demo, resetPassword }: Wishes): Promise<number> {
  await administrator.me();
  const settings = dryRun ? await settingsAsTheyAre(config) : await settingsToInstall(config);
  const plan = await planInstall(administrator, await installOptions(settings, config.entityId, config.alfrescoUser, { samples: demo }));
  const tell = plan.problems.length ? console.error : console.log;
  for (const line of describePlan(plan)) tell(line);
  if (plan.problems.length) return 1;
  if (dryRun) {
    if (plan.steps.length) console.log('\nNothing was changed (--dry-run).');
    return 0;
  }
  await follow(administrator, plan, config);
  if (resetPassword) await renewPasswords(administrator, config);
  if (demo) console.log(`${await createDemoPeople(administrator)} demo accounts made; all have the password ${demoPassword}`);
  await tellLostPasswords(administrator, config);
  return 0;
}

/** Tells each step as it begins; when one fails, where it stopped. */
async function follow(administrator: Repository, plan: InstallPlan, config: Config): Promise<void> {
  if (!plan.steps.length) return;
  console.log('\nInstalling:');
  let begun = 0;
  try {
    await carryOut(administrator, plan, config.dataDir, (step) => console.log(`  ${++begun}/${plan.steps.length} ${describeStep(step)}`));
  } catch (error) {
    console.error(`\nStopped at step ${begun} of ${plan.steps.length}. The same command goes on from there.`);
    throw error;
  }
  console.log(`\nInstalled. Passwords of accounts that were made are under ${config.dataDir}/secrets.`);
}

/** Gives the service account a new password, and the purge account too where its own is not known here. */
async function renewPasswords(administrator: Repository, config: Config): Promise<void> {
  const renew = async (account: string): Promise<void> => {
    const password = randomBytes(24).toString('base64url');
    await keepPassword(config.dataDir, account, password);
    await administrator.people.setPassword(account, password);
    console.log(`${account} has a new password.`);
  };
  await renew(config.alfrescoUser);
  if (!(await keptPassword(config.dataDir, purgeAccountId)) && (await administrator.people.find(purgeAccountId))) await renew(purgeAccountId);
}

/** An account that was there before, or made from another machine, has a password that nobody knows here. */
async function tellLostPasswords(administrator: Repository, config: Config): Promise<void> {
  for (const account of [config.alfrescoUser, purgeAccountId]) {
    const known = (account === config.alfrescoUser && config.alfrescoPassword) || (await keptPassword(config.dataDir, account));
    if (known || !(await administrator.people.find(account))) continue;
    console.log(`The password of ${account} is not known here: bring ${config.dataDir}/secrets from where it was installed${account === config.alfrescoUser ? ', set ALFRESCO_PASSWORD_FILE' : ''}, or use --reset-password.`);
  }
}

/** The settings in force where the store is known, so that services of one's own get their groups; else those that come with the product. */
async function settingsToInstall(config: Config): Promise<Settings> {
  if (!config.databaseUrl) return defaultSettings(config.settingsDir);
  await migrate(config.databaseUrl);
  const store = await openStore({ databaseUrl: config.databaseUrl, poolSize: 1 });
  try {
    await publishDefaults(store, config.entityId, config.settingsDir);
    return await liveSettings(store, config.entityId).settings();
  } finally {
    await store.close();
  }
}

/** The same without changing the store: what was never published is what comes with the product. */
async function settingsAsTheyAre(config: Config): Promise<Settings> {
  const defaults = await defaultSettings(config.settingsDir);
  if (!config.databaseUrl) return defaults;
  const store = await openStore({ databaseUrl: config.databaseUrl, poolSize: 1 });
  try {
    const published = await currentSettings(store.db, config.entityId).catch(ignoreMissingTable);
    // Read as `liveSettings` does, or the order of members would count as a change.
    return settingsSchema.parse({ ...defaults, ...Object.fromEntries(Object.entries(published).map(([kind, { data }]) => [kind, data])) });
  } finally {
    await store.close();
  }
}

function ignoreMissingTable(error: unknown): Awaited<ReturnType<typeof currentSettings>> {
  if ((error as { code?: string }).code !== '42P01') throw error;
  return {};
}
