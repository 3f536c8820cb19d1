import { parseArgs } from 'node:util';
import { noteVerification, openStore, readAnchor, verifyJournal, writeAnchor } from '@bannette/store';
import { verifySeals, type SealReport } from '@bannette/vigilance';
import { readConfig } from '../config.js';
import { openDatabases } from '../start/database.js';

/**
 * Checks the chain and its seals; 0 when they hold, 1 when they do not. With an anchor file, or the folder of seals, a tail
 * that was cut off shows too; with seals, a chain that was written anew.
 */
export async function verifyCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { anchor: { type: 'string' }, seals: { type: 'string' } } });
  const config = readConfig(process.env);
  const databases = await openDatabases(config, () => undefined);
  try {
    const anchor = values.anchor ? await readAnchor(values.anchor) : undefined;
    const report = await verifyJournal(databases.bannette, { anchor });
    const seals = await sealsOf(databases.bannette, { trusted: config.sealing.trusted, folder: values.seals });
    const intact = report.intact && seals.findings.length === 0;
    await noteVerification(databases.bannette, { ...report, intact }, values.anchor !== undefined || values.seals !== undefined);
    console.log(JSON.stringify({ ...report, intact, seals }, null, 2));
    if (!intact) return 1;
    if (values.anchor && report.last) await writeAnchor(values.anchor, report.last);
    return 0;
  } finally {
    await databases.stop();
  }
}

async function sealsOf(databaseUrl: string, trust: { readonly trusted?: string; readonly folder?: string }): Promise<SealReport> {
  const store = await openStore({ databaseUrl, poolSize: 2 });
  return verifySeals(store.db, trust).finally(() => store.close());
}
