import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../postgres/supervisor.js';

// node dist/bin/postgres.js --data DIR [--port N] [--disposable]
// Runs a cluster in the foreground, prints {"url": …} when it's ready; ends on SIGTERM, SIGINT or when stdin is closed.
// A disposable one, as tests use, need not outlive a power failure: its commits don't wait for the disk.
const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' }, disposable: { type: 'boolean' } } });
if (!values.data) {
  process.stderr.write('usage: postgres.js --data DIR [--port N] [--disposable]\n');
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
if (values.disposable) {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('alter role current_user set synchronous_commit = off');
  await client.end();
}
process.stdout.write(`${JSON.stringify({ url: postgres.url })}\n`);
await ending;
await postgres.stop();
process.stdin.destroy();
