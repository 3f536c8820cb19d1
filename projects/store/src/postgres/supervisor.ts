import type { ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StoreError } from '../errors.js';
import { errorFields } from '../log.js';
import { withDatabase } from '../database-url.js';
import { findBinaries } from './binaries.js';
import { prepareCluster, superuser } from './cluster.js';
import { serverUser } from './os-user.js';
import { takeOwnership } from './ownership.js';
import { placeCluster } from './place.js';
import { isServerOf, readPostmaster, removeStaleFile } from './postmaster-file.js';
import { type Installation, answers, freePort, launch, shutDown } from './server.js';

export interface Postgres {
  /** The superuser's, with the database `postgres`; holds the password. */
  readonly url: string;
  databaseUrl(name: string): string;
  /** The server was left over by a supervisor that had been killed, and was taken over as it ran. */
  readonly adopted: boolean;
  /** Ends the server, an adopted one too, when all is on the disk. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly dataDir: string;
  /** A free one by default. */
  readonly port?: number;
  readonly log?: (fields: object, text: string) => void;
}

/**
 * Runs the PostgreSQL that comes with npm. Beside the data folder it keeps `.password` (0600) and `.owner`, who supervises it.
 *
 * @throws StoreError `postgresInUse`, `postgresUnavailable`, `dataDirUnreachable`, `platformUnsupported`
 */
export async function startPostgres({ dataDir: given, port: wanted, log = () => undefined }: PostgresOptions): Promise<Postgres> {
  const user = await serverUser();
  const dataDir = await placeCluster(given, user, log);
  const release = await takeOwnership(dataDir);
  try {
    const binaries = await findBinaries(user, dirname(dataDir));
    const password = await prepareCluster(dataDir, binaries, user);
    const installation: Installation = { dataDir, binaries, user };
    const urlOn = (port: number) => `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;

    const left = await takeOver(installation, wanted, urlOn);
    if (left !== undefined) {
      log({ port: left }, 'postgresql: a server left over by a killed process is taken over');
      return supervised(urlOn(left), true, async () => shutDown(installation).finally(release));
    }
    const { port, child } = await launchOnPort(installation, wanted, urlOn);
    log({ port }, 'postgresql: ready');
    const stop = keepRunning(installation, port, urlOn(port), child, log);
    return supervised(urlOn(port), false, () => stop().finally(release));
  } catch (error) {
    await release();
    throw error;
  }
}

function supervised(url: string, adopted: boolean, stopOnce: () => Promise<void>): Postgres {
  let stopped: Promise<void> | undefined;
  return {
    url,
    adopted,
    databaseUrl: (name) => withDatabase(url, name),
    stop: () => (stopped ??= stopOnce()),
  };
}

/** The port of a healthy server that was left over; one that is not healthy is ended, a file without its server removed. */
async function takeOver(installation: Installation, wanted: number | undefined, urlOn: (port: number) => string): Promise<number | undefined> {
  const { dataDir } = installation;
  const left = await readPostmaster(dataDir);
  if (!left) return undefined;
  if (!(await isServerOf(dataDir, left.pid))) {
    await removeStaleFile(dataDir);
    return undefined;
  }
  const acceptable = left.port !== undefined && (wanted === undefined || wanted === left.port);
  if (acceptable && (await answersSoon(urlOn(left.port as number), dataDir))) return left.port;
  await shutDown(installation);
  return undefined;
}

/** A server that was just starting when its supervisor was killed gets ten seconds. */
async function answersSoon(url: string, dataDir: string): Promise<boolean> {
  for (let tries = 0; tries < 50; tries++) {
    if (await answers(url, dataDir)) return true;
    await delay(200);
  }
  return false;
}

async function launchOnPort(installation: Installation, wanted: number | undefined, urlOn: (port: number) => string): Promise<{ port: number; child: ChildProcess }> {
  for (let tries = 1; ; tries++) {
    const port = wanted ?? (await freePort());
    try {
      return { port, child: await launch(installation, port, urlOn(port)) };
    } catch (error) {
      const taken = error instanceof StoreError && /could not bind|could not create any TCP\/IP sockets/.test(error.message);
      if (!taken || wanted !== undefined || tries === 5) throw error;
    }
  }
}

/** Starts the server again, on the same port, should it die without being told to. */
function keepRunning(installation: Installation, port: number, url: string, first: ChildProcess, log: (fields: object, text: string) => void): () => Promise<void> {
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();

  const watch = (child: ChildProcess) => {
    child.once('exit', (code, signal) => {
      if (stopping) return;
      log({ code, signal }, 'postgresql: ended unexpectedly, starting it again');
      restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 10_000)) {
      await delay(pause);
      try {
        if (!stopping) watch(await launch(installation, port, url));
        return;
      } catch (error) {
        log(errorFields(error), 'postgresql: could not be started again yet');
      }
    }
  };
  watch(first);

  return async () => {
    stopping = true;
    await restarting;
    if (await readPostmaster(installation.dataDir)) await shutDown(installation);
  };
}
