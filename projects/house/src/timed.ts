import { noteTimed, type TimedOutcome } from '@bannette/store';
import cron from 'node-cron';
import { faultOf } from './fault.js';
import type { House } from './house.js';

export interface Timed {
  /** By which the doctor tells of it: the sidecar's, then its own. */
  readonly name: string;
  /** Cron expression. */
  readonly at: string;
  /** Absent: the machine's. */
  readonly timeZone?: string;
  /** What the log says when it fails. */
  readonly trouble: string;
}

export interface Ticking {
  /** Does it now, after the run in hand. Never throws. */
  now(): Promise<void>;
  /** No more runs; waits for the one in hand. */
  stop(): Promise<void>;
}

/** Does `work` at its times, one run after the other; how each went is logged, and kept for the doctor, who tells of what should have run and didn't. */
export function timed(house: House, { name, at, timeZone, trouble }: Timed, work: () => Promise<unknown>): Ticking {
  const { entityId, store, log } = house;
  const run = async (): Promise<void> => {
    const outcome = await work().then((): TimedOutcome => 'done', (error: unknown) => {
      const fault = faultOf(error);
      log.error(fault, trouble);
      return { failure: fault.code ?? fault.error };
    });
    await note(outcome);
  };
  const note = (outcome: TimedOutcome): Promise<void> =>
    noteTimed(store.db, entityId, name, task.getNextRun() ?? new Date(), outcome).catch((error: unknown) => log.warn({ name, ...faultOf(error) }, 'It could not be kept when work by the clock ran'));
  const now = (): Promise<void> => (last = last.then(run));
  const task = cron.schedule(at, now, timeZone ? { timezone: timeZone } : {});
  let last = note('expected');
  return {
    now,
    stop: async () => {
      await task.destroy();
      await last;
    },
  };
}
