import { connect } from '@bannette/alfresco';
import { migrate, occupy, openStore } from '@bannette/store';
import { faultOf, liveSettings, type House } from '@bannette/house';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from './config.js';
import { ConfigError } from './config.js';
import { doctor } from './doctor/daily/sidecar.js';
import { buildApp } from './http/app.js';
import { endingOf } from './http/ending.js';
import { openDatabases } from './start/database.js';
import { createDemoPeople } from './start/demo-people.js';
import { startEmbeddedProcess } from './start/embedded.js';
import { openHouse } from './start/house.js';
import { install, installOptions } from './start/install.js';
import { purgeRepository } from './start/purge.js';
import { keptPassword } from './start/secrets.js';
import { publishDefaults } from './start/settings.js';
import { runSidecars, sidecarsOf } from './start/sidecars.js';

export interface Running {
  readonly url: string;
  readonly databaseUrl: string;
  readonly alfrescoUrl: string;
  readonly house: House;
  /** Takes no more requests, waits for work in hand, and closes what was opened, in reverse. */
  stop(): Promise<void>;
}

/** The upload's library traces a request with its headers, and the ticket among them. */
const tickets = ['busboyOptions.headers.authorization', 'busboyOptions.headers.cookie'];

export function loggerFor(config: Pick<Config, 'logLevel'>, stream?: DestinationStream): Logger {
  const options = { level: config.logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: tickets };
  return stream ? pino(options, stream) : pino(options);
}

/**
 * Starts what the configuration asks for and answers when the first page can be shown.
 *
 * @param now the house's clock: days, deadlines and years of registers follow it
 */
export async function serveBannette(config: Config, logger: Logger = loggerFor(config), now: () => Date = () => new Date()): Promise<Running> {
  const opened: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close().catch((error: unknown) => logger.error(faultOf(error), 'Something did not close cleanly'));
  };
  try {
    return await start(config, logger, now, opened, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, logger: Logger, now: () => Date, opened: (() => Promise<void>)[], stop: () => Promise<void>): Promise<Running> {
  const databases = await openDatabases(config, (facts, text) => logger.info(facts, text));
  opened.push(() => databases.stop());
  opened.push(await occupy(databases.bannette));
  await migrate(databases.bannette);
  await prepareSettings(databases.bannette, config);
  const own = config.alfrescoUrl ? undefined : await startOwnRepository(config, databases.bannette, await databases.embedded(), opened);
  const alfrescoUrl = config.alfrescoUrl ?? own?.url ?? '';
  const password = config.alfrescoPassword ?? (await keptPassword(config.dataDir, config.alfrescoUser));
  if (!password) throw new ConfigError('ALFRESCO_PASSWORD or ALFRESCO_PASSWORD_FILE: the service account’s password is not known; `bannette install` makes the account and keeps it');
  const house = await openHouse(config, { databaseUrl: databases.bannette, alfrescoUrl, password }, logger, now);
  opened.push(() => house.store.close());
  const sidecars = [...sidecarsOf(house, config, config.events ?? (own && { url: own.eventsUrl }), await purgeRepository(config, alfrescoUrl)), doctor(house, { config, alfrescoUrl, databaseUrl: databases.bannette })];
  const app = await buildApp(house, sidecars, config, alfrescoUrl, logger);
  opened.push(await runSidecars(house, sidecars, config, databases.bannette));
  opened.push(endingOf(app));
  const url = await app.listen({ host: config.host, port: config.port });
  return { url, databaseUrl: databases.bannette, alfrescoUrl, house, stop };
}

async function prepareSettings(databaseUrl: string, { entityId, settingsDir }: Config): Promise<void> {
  const store = await openStore({ databaseUrl, poolSize: 2 });
  try {
    await publishDefaults(store, entityId, settingsDir);
  } finally {
    await store.close();
  }
}

/** No Alfresco is configured: the embedded one, prepared by the installation that a real one gets. */
async function startOwnRepository(config: Config, databaseUrl: string, embeddedUrl: string, opened: (() => Promise<void>)[]): Promise<{ readonly url: string; readonly eventsUrl: string }> {
  const embedded = await startEmbeddedProcess({ databaseUrl: embeddedUrl, dataDir: config.dataDir, oidcIssuer: config.oidc?.issuer });
  opened.push(() => embedded.stop());
  const administrator = connect({ url: embedded.url }, { user: 'admin', password: 'admin' });
  const store = await openStore({ databaseUrl, poolSize: 2 });
  try {
    const settings = await liveSettings(store, config.entityId).settings();
    const { plan } = await install(administrator, await installOptions(settings, config.entityId, config.alfrescoUser, { samples: true }), config.dataDir);
    if (plan.problems.length) throw new Error(`The embedded repository can't be prepared: ${plan.problems.map(({ code, subject }) => `${code} ${subject}`).join(', ')}`);
    await createDemoPeople(administrator);
  } finally {
    await store.close();
  }
  return embedded;
}
