import { type Call, type Contract } from '@bannette/http';
import { faultOf, type House } from '@bannette/house';
import cron from 'node-cron';
import { holdFile, releaseFile } from './hold.js';
import { countLeaving, listLeaving } from './list.js';
import { lookAtLeaving } from './night.js';

export { leave, leaveTask } from './leave.js';
export { lookAtLeaving } from './night.js';

/** What people see of it, and do. */
export const leavingRoutes = (house: House) => ({
  leaving: (call: Call<Contract['leaving']>) => listLeaving(house, call),
  leavingCounts: ({ caller }: Call<Contract['leavingCounts']>) => countLeaving(house, caller),
  holdFile: (call: Call<Contract['holdFile']>) => holdFile(house, call),
  releaseFile: (call: Call<Contract['releaseFile']>) => releaseFile(house, call),
});

/** Looks now and every night, in the authority's time zone; answers how to stop. */
export async function keepLeaving(house: House, schedule: string): Promise<() => Promise<void>> {
  let stopped = false;
  let looking: Promise<unknown> = Promise.resolve();
  const look = (): void => {
    looking = looking.then(() => lookAtLeaving(house, () => stopped)).then(
      (told) => void (told && house.log.info({ told }, 'Batches and discarded files leave the spool')),
      (error: unknown) => house.log.error(faultOf(error), 'It could not be looked at what leaves the spool'),
    );
  };
  const { timeZone } = (await house.settings()).authority;
  const tick = cron.schedule(schedule, look, { timezone: timeZone });
  look();
  return async () => {
    stopped = true;
    await Promise.all([tick.destroy(), looking]);
  };
}
