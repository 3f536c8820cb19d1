import { type Call, type Contract } from '@bannette/http';
import { timed, type House } from '@bannette/house';
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
  const { timeZone } = (await house.settings()).authority;
  const looking = timed(house, { name: 'capture.leaving', at: schedule, timeZone, trouble: 'It could not be looked at what leaves the spool' }, async () => {
    const told = await lookAtLeaving(house, () => stopped);
    if (told) house.log.info({ told }, 'Batches and discarded files leave the spool');
  });
  void looking.now();
  return async () => {
    stopped = true;
    await looking.stop();
  };
}
