import { parseArgs } from 'node:util';
import { noteVerification, readAnchor, verifyJournal, writeAnchor } from '@bannette/store';
import { readConfig } from '../config.js';
import { openDatabases } from '../start/database.js';

/** Checks the chain; 0 when it holds, 1 when it does not. With an anchor file, a tail that was cut off shows too. */
export async function verifyCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { anchor: { type: 'string' } } });
  const databases = await openDatabases(readConfig(process.env), () => undefined);
  try {
    const anchor = values.anchor ? await readAnchor(values.anchor) : undefined;
    const report = await verifyJournal(databases.bannette, { anchor });
    await noteVerification(databases.bannette, report, values.anchor !== undefined);
    console.log(JSON.stringify(report, null, 2));
    if (!report.intact) return 1;
    if (values.anchor && report.last) await writeAnchor(values.anchor, report.last);
    return 0;
  } finally {
    await databases.stop();
  }
}
