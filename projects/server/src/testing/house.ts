import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Repository } from '@bannette/alfresco';
import { startEmbedded } from '@bannette/embedded';
import { openSpool, openStore, type Store } from '@bannette/store';
import type { Logger } from 'pino';
import { readConfig, type Config } from '../config.js';
import { loggerFor, serveBannette, type Running } from '../serve.js';
import { startChild, type ChildBannette } from './child.js';
import { clientOf, signIn, type Client } from './client.js';
import { installed } from './installed.js';

type Variables = { readonly [name: string]: string };

/** What a spec puts in the place of the process's own. */
export interface ServedWith {
  readonly logger?: Logger;
  readonly now?: () => Date;
}

/** An installed repository and a database, over which Bannette can be started, ended and started again. */
export interface TestHouse {
  readonly databaseUrl: string;
  readonly alfrescoUrl: string;
  readonly dataDir: string;
  /** The watched folder. */
  readonly scansDir: string;
  /** The database as the spec looks at it, whatever Bannette does. */
  readonly store: Store;
  /** Keys of what lies in Bannette's spool. */
  spooled(): Promise<string[]>;
  /** Alfresco as its administrator, who sees all. */
  readonly administrator: Repository;
  /** What `bannette serve` is configured with; a spec may put its own in front of it. */
  environment(variables?: Variables): Variables;
  config(variables?: Variables): Config;
  /** Starts Bannette in this process; what the spec does not stop is stopped by `close`. */
  serve(variables?: Variables, own?: ServedWith): Promise<Running>;
  /** Starts Bannette in a process of its own; killed by `close`. */
  child(variables?: Variables): ChildBannette;
  /** A person of the demonstration at the API of `url`. */
  client(person: string, url: string | (() => string)): Promise<Client>;
  close(): Promise<void>;
}

/**
 * Starts an embedded repository over databases of its own in the cluster that `BANNETTE_TEST_POSTGRES` names, installs it,
 * and makes the demonstration's people. With `oidcIssuer`, the repository and Bannette believe that issuer's tokens too.
 * Without `records` nothing is prepared in records management, which takes seconds: for specs that don't come near it.
 */
export async function startTestHouse({ oidcIssuer, records = true }: { readonly oidcIssuer?: string; readonly records?: boolean } = {}): Promise<TestHouse> {
  const { database, repositoryDatabase, dataDir } = await installed(records);
  const scansDir = join(dataDir, 'scans');
  await mkdir(scansDir);
  const embedded = await startEmbedded({ databaseUrl: repositoryDatabase.url, contentDir: join(dataDir, 'alfresco'), ...(oidcIssuer ? { identityService: { issuer: oidcIssuer } } : {}) });
  const administrator = connect({ url: embedded.url }, { user: 'admin', password: 'admin' });
  const store = await openStore({ databaseUrl: database.url, poolSize: 4 });

  const environment = (variables: Variables = {}): Variables => ({
    BANNETTE_DATA: dataDir,
    BANNETTE_SCANS: scansDir,
    BANNETTE_SCANS_SETTLE_MS: '50',
    BANNETTE_PORT: '0',
    BANNETTE_READERS: '1',
    BANNETTE_JOBS: '3',
    // Specs have clocks of their own: people are reminded when a spec says so.
    BANNETTE_REMINDERS_CRON: '0 0 1 1 *',
    DATABASE_URL: database.url,
    ALFRESCO_URL: embedded.url,
    ALFRESCO_EVENTS_URL: embedded.eventsUrl,
    ...(oidcIssuer ? { OIDC_ISSUER: oidcIssuer } : {}),
    ...variables,
  });
  const config = (variables?: Variables): Config => readConfig(environment(variables));
  const running: Running[] = [];
  const children: ChildBannette[] = [];
  return {
    databaseUrl: database.url,
    alfrescoUrl: embedded.url,
    dataDir,
    scansDir,
    store,
    spooled: async () => {
      const keys: string[] = [];
      for await (const { key } of (await openSpool(join(dataDir, 'spool'))).list()) keys.push(key);
      return keys;
    },
    administrator,
    environment,
    config,
    serve: async (variables, { logger, now } = {}) => {
      const own = config({ BANNETTE_LOG_LEVEL: 'silent', ...variables });
      const started = await serveBannette(own, logger ?? loggerFor(own), now);
      running.push(started);
      return started;
    },
    child: (variables) => {
      const child = startChild(environment(variables));
      children.push(child);
      return child;
    },
    client: async (person, url) => clientOf(person, await signIn(embedded.url, person), typeof url === 'string' ? () => url : url),
    close: async () => {
      for (const child of children) child.kill();
      await Promise.all(children.map(({ gone }) => gone));
      await Promise.all(running.map((one) => one.stop()));
      await store.close();
      await embedded.close();
      await Promise.all([database.drop(), repositoryDatabase.drop(), rm(dataDir, { recursive: true, force: true })]);
    },
  };
}
