import { join } from 'node:path';
import type { Repository } from '@bannette/alfresco';
import { capture, clamd } from '@bannette/capture';
import { distribution } from '@bannette/distribution';
import { faultOf, lockSubjects, type House, type Listening, type Sidecar } from '@bannette/house';
import { registration } from '@bannette/registration';
import { retention } from '@bannette/retention';
import { rgpd } from '@bannette/rgpd';
import { treatment } from '@bannette/treatment';
import { vigilance } from '@bannette/vigilance';
import { consumeJournal, consumeTogether, runJobs, type ConsumerOptions, type Log } from '@bannette/store';
import { administration } from '../administration/export.js';
import type { Config } from '../config.js';
import { sealingOf, sealOf } from './seal.js';
import { surroundingsOf } from './surroundings.js';

/**
 * The sidecars that this process is told to run, in the order of the letter's way.
 *
 * @param events where Alfresco tells what happens in it: the configured broker, or the embedded repository's own
 * @param purge Alfresco as the account that destroys; without it no elimination is carried out here
 */
export function sidecarsOf(house: House, config: Config, events: Config['events'] = config.events, purge?: Repository): readonly Sidecar[] {
  const makers = {
    capture: () => capture(house, { scansDir: config.scansDir, cacheDir: join(config.dataDir, 'cache'), scanRoots: config.scanRoots, settleMs: config.settleMs, pollMs: 500, maxFileBytes: config.maxFileBytes, maxFiles: config.maxFiles, engine: config.ocr, languages: config.languages, readers: config.readers, limits: config.limits, leavingCron: config.leavingCron, clamdUrl: config.clamdUrl }),
    registration: () => registration(house, { addressUrl: config.addressUrl, seal: sealOf(config) }),
    distribution: () => distribution(house, { schedule: config.clocksCron, remindersSchedule: config.remindersCron, forecastSchedule: config.forecastCron }),
    treatment: () => treatment(house, { schedule: config.clocksCron, antivirus: config.clamdUrl === undefined ? undefined : clamd(config.clamdUrl) }),
    retention: () => retention(house, { schedule: config.retentionCron, recordsSchedule: config.recordsCron, antivirus: config.clamdUrl === undefined ? undefined : clamd(config.clamdUrl), purge, seal: sealOf(config), timestamp: sealingOf(config).timestamp, ledger: join(config.sealing.folder, 'eliminations'), hands: config.eliminationHands, items: config.eliminationItems }),
    rgpd: () => rgpd(house, { schedule: config.retentionCron, ...surroundingsOf(config) }),
    vigilance: () => vigilance(house, { events, schedule: config.reconcileCron, days: config.reconcileDays, sealing: sealingOf(config) }),
  };
  return [administration(house), ...config.only.map((name) => makers[name]())];
}

/** Starts jobs, journal consumers and what else runs by itself; answers how to stop all of it, work in hand first. */
export async function runSidecars(house: House, sidecars: readonly Sidecar[], config: Config, databaseUrl: string): Promise<() => Promise<void>> {
  const listens = sidecars.flatMap((sidecar) => sidecar.listens ?? []);
  const optionsOf = (listening: Listening): ConsumerOptions => ({ ...listening, prepare: lockSubjects, onError: (error, entry) => house.log.error({ consumer: listening.name, seq: entry?.seq, ...faultOf(error) }, 'An entry of the journal could not be handled') });
  const swift = listens.filter((listening) => listening.swift).map(optionsOf);
  const consumers = [...(swift.length ? [consumeTogether(house.store, swift)] : []), ...listens.filter((listening) => !listening.swift).map((listening) => consumeJournal(house.store, optionsOf(listening)))];
  const work = (tasks: Tasks, concurrency: number) => runJobs({ databaseUrl, tasks, concurrency, log: jobLog(house.log) });
  const jobs = [await work(merged(sidecars.map(({ tasks }) => tasks)), config.jobs)];
  // Each has workers of its own, more than can read at once: whose turn it is, the reader decides, and nobody's job stands behind another's.
  for (const [name, task] of Object.entries(merged(sidecars.map(({ slowTasks }) => slowTasks)))) jobs.push(await work({ [name]: task }, config.readers + 1));
  const stops: (() => Promise<void>)[] = [];
  for (const sidecar of sidecars) if (sidecar.start) stops.push(await sidecar.start());
  return async () => {
    await Promise.all([...stops.map((stop) => stop()), ...jobs.map((running) => running.stop()), ...consumers.map((consumer) => consumer.stop())]);
  };
}

type Tasks = NonNullable<Sidecar['tasks']>;
const merged = (parts: readonly (Tasks | undefined)[]): Tasks => Object.assign({}, ...parts) as Tasks;

/** By calls, not by copies: a logger's methods know it as `this`. */
function jobLog(log: House['log']): Log {
  return {
    debug: () => undefined,
    info: (fields, text) => log.info(fields, text),
    warn: (fields, text) => log.warn(fields, text),
    error: (fields, text) => log.error(fields, text),
  };
}
