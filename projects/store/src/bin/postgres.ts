import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../postgres/supervisor.js';

// node dist/bin/postgres.js --data DIR [--port N] [--disposable]
// Runs a cluster in the foreground, prints {"url": …} when it's ready; ends on SIGTERM, SIGINT or when stdin is closed.
// A disposable one, as tests use, need not outlive a power failure: nothing of it waits for the disk.
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
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}
process.stdout.write(`${JSON.stringify({ url: postgres.url })}\n`);
await ending;
await postgres.stop();
process.stdin.destroy();
