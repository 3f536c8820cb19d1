import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eliminateAgain } from '@bannette/retention';
import { ConfigError, readConfig } from '../config.js';
import { purgeRepository } from '../start/purge.js';
import { withHouse } from '../start/with-house.js';

/** After a backup was restored: destroys and erases again what had been eliminated. 0 when nothing is left to do, 1 when a person has to look. */
export async function eliminateAgainCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { 'dry-run': { type: 'boolean' }, list: { type: 'string', multiple: true }, json: { type: 'boolean' } } });
  const config = readConfig(process.env);
  const lists = await Promise.all((values.list ?? []).map((path) => readFile(path)));
  return withHouse(config, async (house, _databaseUrl, alfrescoUrl) => {
    const purge = await purgeRepository(config, alfrescoUrl);
    if (!purge) throw new ConfigError('BANNETTE_PURGE_PASSWORD or BANNETTE_PURGE_PASSWORD_FILE: the password of the account that destroys is not known');
    const report = await eliminateAgain({ house, purge, ledger: join(config.sealing.folder, 'eliminations') }, { apply: !values['dry-run'], lists });
    if (values.json) console.log(JSON.stringify(report, null, 2));
    else {
      const would = values['dry-run'] ? 'would be' : 'were';
      console.log(`${report.looked} eliminations looked at; ${report.destroyed.length} ${would} destroyed again in Alfresco, ${report.scrubbed.length} ${would} erased again in the database.`);
      for (const { name, code } of report.unsettled) console.log(`${name}: ${code}, a person has to look`);
      if (report.unsettled.some(({ code }) => code === 'ledgerUnverified')) console.log('ledgerUnverified: no backup has the campaign. With the campaign\'s list of yours, whose SHA-512 is the one that its sealed certificate prints: --list FILE');
      if (report.scrubbed.length && !values['dry-run']) console.log('Start Bannette: it takes the last words off their folders in Alfresco.');
    }
    return report.unsettled.length ? 1 : 0;
  });
}
