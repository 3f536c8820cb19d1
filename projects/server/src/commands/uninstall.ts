import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { AlfrescoError, connect } from '@bannette/alfresco';
import { openStore, pendingMigrations } from '@bannette/store';
import { ConfigError } from '../config.js';
import { openDatabases } from '../start/database.js';
import { purgeAccountId } from '../start/install.js';
import { applyUninstall } from '../uninstall/apply.js';
import { databaseName, planUninstall, type UninstallSubject } from '../uninstall/plan.js';
import { describeUninstall, describeUninstallStep } from '../uninstall/words.js';
import { settingsState } from '../upgrade/settings.js';
import { administratorOptions, namedAdministrator } from './administrator.js';
import { alfrescoFailure } from './alfresco-failure.js';

/**
 * Takes Bannette out of an Alfresco, as its administrator, and leaves every document and record: shows the plan, and with
 * `--apply` carries it out. A second run changes nothing; one after a failure does what was left.
 * Answers as `install` does: 0 done, 1 refused and nothing changed, 2 wrongly asked, 3 Alfresco failed.
 */
export async function uninstallCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { ...administratorOptions, 'dry-run': { type: 'boolean' }, apply: { type: 'boolean' }, groups: { type: 'boolean' }, 'drop-database': { type: 'boolean' } } });
  if (values.apply && values['dry-run']) throw new ConfigError('--dry-run and --apply exclude one another');
  const { config, alfrescoUrl, user, password } = await namedAdministrator(values);
  const databases = await openDatabases(config, () => undefined);
  const store = await openStore({ databaseUrl: databases.bannette, poolSize: 2 });
  try {
    if ((await pendingMigrations(databases.bannette)).length) throw new ConfigError('The database is of an older version: run `bannette upgrade` first');
    const subject: UninstallSubject = {
      administrator: connect({ url: alfrescoUrl }, { user, password }),
      store,
      databaseUrl: databases.bannette,
      entityId: config.entityId,
      serviceAccount: config.alfrescoUser,
      purgeAccount: purgeAccountId,
      settings: (await settingsState(store, config.entityId)).settings,
      folder: join(config.dataDir, 'export'),
      groups: values.groups ?? false,
      dropDatabase: values['drop-database'] ?? false,
    };
    return await uninstall(subject, values.apply ?? false);
  } catch (error) {
    if (!(error instanceof AlfrescoError)) throw error;
    console.error(alfrescoFailure(error, alfrescoUrl));
    return 3;
  } finally {
    await store.close();
    await databases.stop();
  }
}

async function uninstall(subject: UninstallSubject, apply: boolean): Promise<number> {
  const plan = await planUninstall(subject);
  const refused = plan.problems.length > 0;
  for (const line of describeUninstall(plan, subject)) (refused ? console.error : console.log)(line);
  if (refused) return 1;
  if (!plan.steps.length) return 0;
  if (!apply) {
    console.log('\nNothing was changed. With --apply it is done.');
    return 0;
  }
  if (subject.dropDatabase && !(await confirmed(databaseName(subject)))) return 1;
  console.log('\nUninstalling:');
  await applyUninstall(subject, plan, {
    onStep: (step) => console.log(`  ${describeUninstallStep(step)}`),
    onReport: ({ intact, entries, firstBreak }) => console.log(intact ? `    the journal is whole: ${entries} entries` : `    THE JOURNAL IS NOT WHOLE: ${firstBreak?.reason} at ${firstBreak?.seq}; it is exported as it is`),
  });
  console.log(`\nUninstalled. ${subject.folder} holds the journal with what it tells of persons: keep it as safe as the letters themselves.`);
  return 0;
}

/** Typed, from a terminal or a pipe. */
async function confirmed(name: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  console.log(`\nThe database ${name} is dropped for good. Type its name to confirm:`);
  for await (const line of terminal) {
    terminal.close();
    if (line.trim() === name) return true;
    break;
  }
  console.log('That is not its name. Nothing was changed.');
  return false;
}
