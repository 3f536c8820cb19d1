import { dayIn } from '@bannette/domain';
import { faultOf, type House } from '@bannette/house';
import { foldTrays, mendTrays, sweepTrays } from '@bannette/store';
import { countSaved } from './count-saved.js';

const todayOf = async (house: House): Promise<string> => dayIn((await house.settings()).authority.timeZone, house.now());
const everyMs = 1_000;
const sweepEvery = 600;

/** Adds up what changed in the counts of trays, and counts the saved ones that somebody looks at, once a second; answers how to stop. */
export function keepCounts(house: House): () => Promise<void> {
  let turn = 0;
  let working: Promise<void> = Promise.resolve();
  const work = async (): Promise<void> => {
    const today = await todayOf(house);
    while (await foldTrays(house.store.db, today));
    await countSaved(house);
    if (++turn % sweepEvery === 0) await sweepTrays(house.store.db);
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    working = work()
      .catch((error: unknown) => house.log.error(faultOf(error), 'Counts of trays could not be added up'))
      .finally(() => (busy = false));
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await working;
  };
}

const bulkKeptDays = 30;

/** Once a night: locks that ran out, and what came of actions on many mails a month ago (the mails' own history keeps it). */
export async function sweepTraces(house: House): Promise<void> {
  const { db } = house.store;
  const now = house.now();
  await db.deleteFrom('mail_lock').where('until', '<', now).execute();
  await db.deleteFrom('bulk').where('finished_at', '<', new Date(now.getTime() - bulkKeptDays * 86_400_000)).execute();
}

/** Once a night: counts that are not what the mails say are made so, and it is said that they were not. */
export async function mendCounts(house: House): Promise<void> {
  const wrong = await mendTrays(house.store.db, await todayOf(house));
  if (wrong) house.log.warn({ wrong }, 'Counts of trays differed from the mails and were made equal');
}
