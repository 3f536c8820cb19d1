import { openStore, consumeJournal, type TaskHandler } from '@bannette/store';
import type { House, Sidecar } from '@bannette/house';
import { sql } from 'kysely';
import { pino } from 'pino';
import { buildApp } from '../http/app.js';
import { openHouse } from '../start/house.js';
import { publishDefaults } from '../start/settings.js';
import { keptPassword } from '../start/secrets.js';
import { sidecarsOf } from '../start/sidecars.js';
import type { TestHouse } from '../testing/index.js';

export interface WaitingJob {
  readonly task: string;
  readonly payload: { readonly [name: string]: string };
}

/** Bannette in this process, whose jobs are not run: they wait until the spec runs them, in its own order. */
export interface StillHouse {
  readonly url: string;
  readonly house: House;
  /** Takes the waiting jobs that concern one of these ids out of the queue, oldest first. */
  takeJobs(...ids: readonly string[]): Promise<WaitingJob[]>;
  run(job: WaitingJob, house?: House): Promise<void>;
  close(): Promise<void>;
}

export async function startStillHouse(test: TestHouse): Promise<StillHouse> {
  const config = test.config({ BANNETTE_LOG_LEVEL: 'silent' });
  const logger = pino({ level: 'silent' });
  const store = await openStore({ databaseUrl: test.databaseUrl, poolSize: 1 });
  await publishDefaults(store, config.entityId);
  await store.close();
  const house = await openHouse(config, { databaseUrl: test.databaseUrl, alfrescoUrl: test.alfrescoUrl, password: (await keptPassword(config.dataDir, config.alfrescoUser)) ?? '' }, logger);
  const tasksOf = (sidecars: readonly Sidecar[]): { readonly [task: string]: TaskHandler } => Object.assign({}, ...sidecars.map(({ tasks, slowTasks }) => ({ ...tasks, ...slowTasks })));
  const sidecars = sidecarsOf(house, config);
  const app = await buildApp(house, sidecars, config, test.alfrescoUrl, logger);
  const consumers = sidecars.flatMap(({ listens }) => listens ?? []).map((listening) => consumeJournal(house.store, listening));
  const stopCapture = await sidecars.find(({ name }) => name === 'capture')?.start?.();
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    house,
    takeJobs: async (...ids) => {
      const { rows } = await sql<WaitingJob>`
        with taken as (
          delete from graphile_worker._private_jobs as job using graphile_worker._private_tasks as task
          where task.id = job.task_id and exists (select from json_each_text(job.payload) as part where part.value = any(${sql.val([...ids])}::text[]))
          returning job.id, task.identifier as task, job.payload
        ) select task, payload from taken order by id`.execute(house.store.db);
      return rows;
    },
    run: async ({ task, payload }, as) => {
      const handler = tasksOf(as ? sidecarsOf(as, config) : sidecars)[task];
      if (!handler) throw new Error(`No sidecar carries out ${task}`);
      await handler(payload, { id: '0', attempts: 1, lastAttempt: false, signal: new AbortController().signal });
    },
    close: async () => {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await stopCapture?.();
      await app.close();
      await house.store.close();
    },
  };
}
