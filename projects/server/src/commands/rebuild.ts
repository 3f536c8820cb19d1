import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { pendingMigrations, workAlone } from '@bannette/store';
import type { House } from '@bannette/house';
import { ConfigError, readConfig } from '../config.js';
import { withHouse } from '../start/with-house.js';
import { applyRebuild, jsonOf, planRebuild, reportOf } from '../rebuild/index.js';

/**
 * Compares PostgreSQL, Alfresco and the journal, and reports where they differ; with `--apply` writes rows again and has
 * sent what Alfresco lacks. Ends with 0 when nothing differs (any more), else with 1.
 */
export async function rebuildCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'dry-run': { type: 'boolean' }, apply: { type: 'boolean' }, json: { type: 'string' }, margin: { type: 'string' } } });
  if (values.apply && values['dry-run']) throw new ConfigError('--dry-run and --apply exclude one another');
  const margin = Number(values.margin ?? 0);
  if (!Number.isSafeInteger(margin) || margin < 0) throw new ConfigError('--margin: a whole number, not below 0');
  return withHouse(readConfig(process.env), async (house, databaseUrl) => {
    const pending = await pendingMigrations(databaseUrl);
    if (pending.length) throw new ConfigError(`The database is of an older version (${pending.join(', ')}): run \`bannette upgrade\` first`);
    return workAlone(databaseUrl, () => rebuild(house, { apply: values.apply ?? false, json: values.json, margin }));
  });
}

async function rebuild(house: House, { apply, json, margin }: { readonly apply: boolean; readonly json?: string; readonly margin: number }): Promise<number> {
  const plan = await planRebuild(house);
  console.log(reportOf(plan));
  if (json) await writeFile(json, jsonOf(plan), { mode: 0o600 });
  if (!plan.differences.length && !plan.counters.length) return 0;
  if (!apply) {
    console.log('\nNothing was changed. With --apply it is done; back up first.');
    return 1;
  }
  const { mails, holds, counters, unclear } = await applyRebuild(house, plan, { margin });
  console.log(`\nDone: ${mails} mails, ${counters} counters${holds ? `, ${holds} holds found again in Governance Services without their reason: see Archives › Gels` : ''}. What Alfresco lacks is sent once \`bannette serve\` runs.${unclear ? ` ${unclear} mails are left to you.` : ''}`);
  return unclear ? 1 : 0;
}
