import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Embedded } from '@bannette/embedded';
import { connect } from '../repository.js';
import { freePort } from './free-port.js';
import { statement } from './fresh-repository.js';

/** A broker that specs can cut, whichever it is. */
export interface TestBroker {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Has the repository tell of a new folder of each name. */
  make(names: readonly string[]): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The embedded repository as a broker that can be cut: what it tells of is really done in it. */
export async function startEmbeddedBroker(): Promise<TestBroker> {
  const server = process.env['BANNETTE_TEST_POSTGRES'] ?? '';
  const name = `alfresco_spec_${randomUUID().replaceAll('-', '')}`;
  await statement(server, `CREATE DATABASE ${name}`);
  const contentDir = await mkdtemp(join(tmpdir(), 'bannette-alfresco-'));
  const [port, eventsPort] = [await freePort(), await freePort()];
  let embedded: Embedded | undefined;
  const start = async (): Promise<void> => {
    embedded = await startEmbedded({ databaseUrl: new URL(`/${name}`, server).href, contentDir, port, eventsPort, eventsPassword: 'spec' });
  };
  const kill = async (): Promise<void> => {
    await embedded?.close();
    embedded = undefined;
  };
  await start();
  const admin = connect({ url: `http://127.0.0.1:${port}` }, { user: 'admin', password: 'admin' });
  return {
    url: `amqp://127.0.0.1:${eventsPort}`,
    user: 'events',
    password: 'spec',
    make: async (names) => {
      for (const one of names) await admin.nodes.createFolder({ parentId: '-root-', name: one, type: 'cm:folder', properties: {} });
    },
    kill,
    start,
    close: async () => {
      await kill();
      await statement(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await rm(contentDir, { recursive: true, force: true });
    },
  };
}
