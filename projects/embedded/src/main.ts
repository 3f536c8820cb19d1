import { startEmbedded } from './server.js';

/*
 * The embedded repository as a child process: options by environment, `{url}` to the parent once it answers.
 * It goes when told to (SIGTERM, SIGINT) and when its parent is gone, however that ended.
 */
function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

const password = process.env['EMBEDDED_ADMIN_PASSWORD'];
const issuer = process.env['EMBEDDED_OIDC_ISSUER'];
const embedded = await startEmbedded({
  databaseUrl: required('EMBEDDED_DATABASE_URL'),
  contentDir: required('EMBEDDED_CONTENT'),
  port: Number(process.env['EMBEDDED_PORT'] ?? 0),
  ...(password === undefined ? {} : { adminPassword: password }),
  eventsPort: Number(process.env['EMBEDDED_EVENTS_PORT'] ?? 0),
  ...(process.env['EMBEDDED_EVENTS_PASSWORD'] ? { eventsPassword: process.env['EMBEDDED_EVENTS_PASSWORD'] } : {}),
  ...(issuer === undefined ? {} : { identityService: { issuer } }),
});

process.stderr.write(`embedded repository at ${embedded.url}: for trying and testing only, never for production\n`);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const hurry = setTimeout(() => process.exit(0), 5_000);
  await embedded.close();
  clearTimeout(hurry);
  process.exit(0);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());
process.send?.({ url: embedded.url, eventsUrl: embedded.eventsUrl });
