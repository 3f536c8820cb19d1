import { parseArgs } from 'node:util';
import { readAnchor, writeAnchor } from '../journal/anchor-file.js';
import { verifyJournal } from '../journal/verify.js';

// DATABASE_URL=… node dist/bin/verify-journal.js [--anchor FILE]
// Prints the report as JSON; ends with 1 when the chain is broken. A whole chain moves the anchor to its end.
const { values } = parseArgs({ options: { anchor: { type: 'string' } } });
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) {
  process.stderr.write('DATABASE_URL is not set\n');
  process.exit(2);
}
const anchor = values.anchor === undefined ? undefined : await readAnchor(values.anchor);
const report = await verifyJournal(databaseUrl, { anchor });
if (values.anchor !== undefined && report.intact && report.last) await writeAnchor(values.anchor, report.last);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.intact ? 0 : 1;
