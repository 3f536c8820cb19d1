import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres/supervisor.js';

// node dist/bin/postgres.js --data DIR [--port N]
// Runs a cluster in the foreground, prints {"url": …} when it's ready; ends on SIGTERM, SIGINT or when stdin is closed.
const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' } } });
if (!values.data) {
  process.stderr.write('usage: postgres.js --data DIR [--port N]\n');
  process.exit(2);
}

const ending = new Promise<void>((resolve) => {
  process.once('SIGTERM', resolve);
  process.once('SIGINT', resolve);
  process.once('SIGHUP', resolve);
  process.stdin.once('end', resolve).once('close', resolve).once('error', () => resolve()).resume();
});
const postgres = await startPostgres({
  dataDir: values.data,
  port: values.port === undefined ? undefined : Number(values.port),
  log: (fields, text) => process.stderr.write(`${JSON.stringify({ ...fields, text })}\n`),
});
process.stdout.write(`${JSON.stringify({ url: postgres.url })}\n`);
await ending;
await postgres.stop();
process.stdin.destroy();
