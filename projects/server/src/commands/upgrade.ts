import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { AlfrescoError, connect, describeStep } from '@bannette/alfresco';
import { liveSettings } from '@bannette/house';
import { openStore } from '@bannette/store';
import { ConfigError } from '../config.js';
import { examine } from '../doctor/examine.js';
import { usualLimits } from '../doctor/limits.js';
import { writePage } from '../doctor/page.js';
import { openDatabases } from '../start/database.js';
import { applyUpgrade } from '../upgrade/apply.js';
import { hasNothingToDo, isRefused, planUpgrade, type UpgradeSubject } from '../upgrade/plan.js';
import { describeUpgrade } from '../upgrade/words.js';
import { administratorOptions, namedAdministrator, type NamedAdministrator } from './administrator.js';
import { alfrescoFailure } from './alfresco-failure.js';

/**
 * Brings an older installation to this version, as Alfresco's administrator: shows the plan, asks for the backup, carries
 * it out, and looks whether all is well. A second run changes nothing; one after a failure does what was left.
 * Answers as `install` does: 0 done, 1 refused and nothing changed, 2 wrongly asked, 3 Alfresco failed.
 */
export async function upgradeCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { ...administratorOptions, 'dry-run': { type: 'boolean' }, 'i-have-a-backup': { type: 'boolean' }, demo: { type: 'boolean' } } });
  const named = await namedAdministrator(values);
  const { config, alfrescoUrl, user, password } = named;
  const databases = await openDatabases(config, () => undefined);
  const store = await openStore({ databaseUrl: databases.bannette, poolSize: 2 });
  try {
    const subject = { store, databaseUrl: databases.bannette, administrator: connect({ url: alfrescoUrl }, { user, password }), entityId: config.entityId, serviceAccount: config.alfrescoUser, samples: values.demo ?? false };
    return await upgrade(subject, named, { dryRun: values['dry-run'] ?? false, backedUp: values['i-have-a-backup'] ?? false });
  } catch (error) {
    if (!(error instanceof AlfrescoError)) throw error;
    console.error(alfrescoFailure(error, alfrescoUrl));
    return 3;
  } finally {
    await store.close();
    await databases.stop();
  }
}

async function upgrade(subject: UpgradeSubject, named: NamedAdministrator, { dryRun, backedUp }: { readonly dryRun: boolean; readonly backedUp: boolean }): Promise<number> {
  const plan = await planUpgrade(subject);
  const tell = isRefused(plan) ? console.error : console.log;
  for (const line of describeUpgrade(plan)) tell(line);
  if (isRefused(plan)) return 1;
  if (hasNothingToDo(plan)) return 0;
  if (dryRun) {
    console.log('\nNothing was changed (--dry-run).');
    return 0;
  }
  if (!backedUp && !(await saysBackedUp())) return 1;
  console.log('\nUpgrading:');
  await applyUpgrade(subject, plan, { dataDir: named.config.dataDir, onMigration: (name) => console.log(`  migrated ${name}`), onStep: (step) => console.log(`  ${describeStep(step)}`) });
  if (plan.install.steps.some(({ action }) => action === 'updateModel')) console.log('  Mails that Alfresco has are told what the model has learnt by `bannette rebuild --apply`.');
  console.log(`\n${await lookedAt(subject, named)}`);
  return 0;
}

/** There is no way back but the backup: without a person to ask, the option has to say that there is one. */
async function saysBackedUp(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new ConfigError('There is no way back but a backup of PostgreSQL, Alfresco and the spool: make one, then say --i-have-a-backup');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('\nThere is no way back but a backup of PostgreSQL, Alfresco and the spool. Is there one? (yes/no) ');
  terminal.close();
  if (/^(yes|oui)$/i.test(answer.trim())) return true;
  console.log('Nothing was changed.');
  return false;
}

async function lookedAt({ store, databaseUrl, entityId }: UpgradeSubject, { config, alfrescoUrl, user, password }: NamedAdministrator): Promise<string> {
  const settings = await liveSettings(store, entityId).settings();
  return writePage(await examine({ config, alfrescoUrl, administrator: { user, password }, db: store.db, databaseUrl, settings, limits: usualLimits, now: () => new Date() }));
}
