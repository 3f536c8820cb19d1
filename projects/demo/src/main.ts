import { join } from 'node:path';
import { ConfigError, demoPassword, demoPeople, loggerFor, readConfig, serveBannette } from '@bannette/server';
import { startCatcher } from './day/catcher.js';
import { playDay, wholeDay } from './day/play.js';

/** What `npm start` opens: Bannette, an e-mail catcher, and a morning's mail. Ctrl-C closes all of it. */
async function main(): Promise<void> {
  const config = readConfig({ BANNETTE_LOG_LEVEL: 'warn', ...process.env });
  const catcher = config.smtpUrl ? undefined : await startCatcher(join(config.dataDir, 'outbox'));
  const running = await serveBannette({ ...config, smtpUrl: config.smtpUrl ?? catcher?.url }, loggerFor(config));
  const ownRepository = !config.alfrescoUrl;
  if (ownRepository) await welcome(running.url, config.scansDir, join(config.dataDir, 'outbox'));
  else console.log(`\nBannette est ouverte : ${running.url} ; connectez-vous avec votre compte Alfresco.\n`);
  const day = ownRepository
    ? playDay(running, { data: config.dataDir, scans: config.scansDir }, wholeDay, (text) => console.log(`  ${text}`)).catch((error: unknown) => console.error('La matinée de démonstration s’est interrompue ; elle reprendra au prochain démarrage.', error))
    : Promise.resolve();
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  console.log('Fermeture…');
  await running.stop();
  await catcher?.stop();
  void day;
  process.exit(0);
}

async function welcome(url: string, scans: string, outbox: string): Promise<void> {
  const people = await demoPeople();
  console.log(`\nBannette est ouverte : ${url}\n`);
  console.log('Comptes de démonstration');
  for (const { id, firstName, lastName, role } of people) console.log(`  ${id.padEnd(20)} ${(id === 'admin' ? 'admin' : demoPassword).padEnd(10)} ${`${firstName} ${lastName}`.trim()} – ${role}`);
  console.log(`\nDéposez vos propres numérisations dans ${scans}, ou sur la page « Dépôt ».`);
  console.log(`Les courriels de la démonstration arrivent dans ${outbox}.`);
  console.log('Le courrier de la matinée arrive maintenant (quelques minutes) ; Ctrl-C ferme tout.\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
